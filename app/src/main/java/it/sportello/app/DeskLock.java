package it.sportello.app;

import it.sportello.app.frame.Frame;
import it.sportello.app.frame.Messages;
import it.sportello.app.frame.ScanRouter;
import it.sportello.app.frame.ScreenKeys;
import it.sportello.app.frame.Texts;
import it.sportello.app.frame.Window;
import it.sportello.app.signin.Access;
import it.sportello.app.signin.LeaveViewModel;
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
    private final Leaving leaving;
    private final Texts texts = Texts.of(LockView.class);
    private final PauseTransition untilWarning = new PauseTransition();
    private final PauseTransition untilLock = new PauseTransition(WARNING);
    private final List<Runnable> whenLocked = new ArrayList<>();
    private final List<Runnable> whenFree = new ArrayList<>();
    private Optional<LockView> lockedBy = Optional.empty();
    private boolean warned;

    DeskLock(Frame frame, Window window, DeskServices services, Access access, ScanRouter scans, Leaving leaving) {
        this.frame = frame;
        this.window = window;
        this.services = services;
        this.access = access;
        this.scans = scans;
        this.leaving = leaving;
        untilWarning.setOnFinished(event -> warn());
        untilLock.setOnFinished(event -> lock());
        scans.setWhenLocked(reading -> lockedBy.ifPresent(view -> view.scanned(reading)));
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

    /** Told each time the desk is seen again, or left, on the window's thread. */
    void onFree(Runnable listener) {
        whenFree.add(listener);
    }

    /** Hides the desk at once. */
    void lock() {
        DeskSession session = services.session();
        if (isLocked() || !session.isSignedIn()) {
            return;
        }
        scans.setLocked(true);
        DeskSession.Operator operator = session.operator();
        LockViewModel model = new LockViewModel(frame, access, session, texts, this::unlocked);
        String who = texts.get(
                "lock.who", operator.account().displayName(), operator.account().badge());
        lockedBy = Optional.of(new LockView(model, texts, who, this::askToLeave));
        uncoverOrLock();
        whenLocked.forEach(Runnable::run);
    }

    private boolean isLocked() {
        return lockedBy.isPresent();
    }

    /** After another card lay over everything: the lock again, or the desk as it was. */
    void uncoverOrLock() {
        scans.setLocked(isLocked());
        lockedBy.ifPresentOrElse(view -> window.cover(view.root(), view.initialFocus(), view::enter), window::uncover);
    }

    private void askToLeave() {
        leaving.ask(LeaveViewModel.Way.SIGN_OUT, this::leave, this::uncoverOrLock);
    }

    private void unlocked() {
        lockedBy = Optional.empty();
        scans.setLocked(false);
        window.uncover();
        used();
        whenFree.forEach(Runnable::run);
    }

    private void leave() {
        services.session()
                .operatorToken()
                .ifPresent(
                        token -> frame.background().run(() -> services.backend().signOut(token)));
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
        if (!isLocked()) {
            double idle = services.parameters().get(ParameterKeys.IDLE_LOCK).toMillis();
            untilWarning.setDuration(Duration.millis(Math.max(0, idle - WARNING.toMillis())));
            untilWarning.playFromStart();
        }
    }

    private void warn() {
        if (services.session().isSignedIn() && !isLocked()) {
            frame.messages().attention(texts.get("lock.soon"));
            warned = true;
            untilLock.playFromStart();
        }
    }
}
