package it.sportello.app;

import it.sportello.app.frame.Frame;
import it.sportello.app.frame.Messages;
import it.sportello.app.frame.ScanRouter;
import it.sportello.app.frame.ScreenKeys;
import it.sportello.app.frame.Texts;
import it.sportello.app.frame.Window;
import it.sportello.app.signin.Access;
import it.sportello.app.signin.LockView;
import it.sportello.app.signin.LockViewModel;
import it.sportello.app.wiring.DeskServices;
import it.sportello.app.wiring.DeskSession;
import it.sportello.domain.parameter.ParameterKeys;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.util.Duration;

/** Locks the desk on Ctrl+L and when nobody touches it; the same operator returns to the same key position (S04). */
final class DeskLock {
    private static final Duration WARNING = Duration.seconds(20);

    private final Frame frame;
    private final Window window;
    private final DeskServices services;
    private final Access access;
    private final ScanRouter scans;
    private final Texts texts = Texts.of(LockView.class);
    private final PauseTransition untilWarning = new PauseTransition();
    private final PauseTransition untilLock = new PauseTransition(WARNING);
    private final List<Runnable> whenLocked = new ArrayList<>();
    private boolean locked;
    private boolean warned;

    DeskLock(Frame frame, Window window, DeskServices services, Access access, ScanRouter scans) {
        this.frame = frame;
        this.window = window;
        this.services = services;
        this.access = access;
        this.scans = scans;
        untilWarning.setOnFinished(event -> warn());
        untilLock.setOnFinished(event -> lock());
    }

    /** Begins to count the time without a key or a movement. */
    void watch() {
        window.setWhenUsed(this::used);
        used();
    }

    void close() {
        untilWarning.stop();
        untilLock.stop();
    }

    /** Told each time the desk is hidden, on the window's thread. */
    void onLock(Runnable listener) {
        whenLocked.add(listener);
    }

    /** Hides the desk at once. */
    void lock() {
        DeskSession session = services.session();
        if (locked || !session.isSignedIn()) {
            return;
        }
        locked = true;
        scans.setLocked(true);
        DeskSession.Operator operator = session.operator();
        LockViewModel model = new LockViewModel(frame, access, session, this::unlocked);
        String who = texts.get(
                "lock.who", operator.account().displayName(), operator.account().badge());
        LockView view = new LockView(model, texts, who, this::leave);
        window.cover(view.root(), view.initialFocus(), view::enter);
        whenLocked.forEach(Runnable::run);
    }

    private void unlocked() {
        locked = false;
        scans.setLocked(false);
        window.uncover();
        used();
    }

    private void leave() {
        services.session()
                .operatorToken()
                .ifPresent(token ->
                        frame.background().run(() -> services.backend().signOut(token)));
        services.session().signOut();
        services.state().operatorProperty().set(Optional.empty());
        services.state().profileProperty().set(Optional.empty());
        services.state().tillProperty().set(Optional.empty());
        frame.navigator().restart(ScreenKeys.SIGN_IN);
        unlocked();
    }

    // Any key or movement counts from the beginning; that is also how the warning is answered.
    private void used() {
        untilLock.stop();
        if (warned) {
            warned = false;
            String warning = texts.get("lock.soon");
            Optional<Messages.Message> latest =
                    frame.messages().latestProperty().get();
            latest.filter(message -> message.text().equals(warning))
                    .ifPresent(message -> frame.messages().clear());
        }
        if (!locked) {
            double idle = services.parameters().get(ParameterKeys.IDLE_LOCK).toMillis();
            untilWarning.setDuration(Duration.millis(Math.max(0, idle - WARNING.toMillis())));
            untilWarning.playFromStart();
        }
    }

    private void warn() {
        if (services.session().isSignedIn() && !locked) {
            frame.messages().attention(texts.get("lock.soon"));
            warned = true;
            untilLock.playFromStart();
        }
    }
}
