package it.sportello.app.signin;

import it.sportello.app.frame.Frame;
import it.sportello.app.frame.Reading;
import it.sportello.app.frame.Texts;
import it.sportello.app.wiring.DeskSession;
import it.sportello.devices.scanner.Scan;
import java.util.Map;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** State of S04: the same operator comes back with the password, or leaves the desk to another. */
public final class LockViewModel {
    private final Frame frame;
    private final Access access;
    private final DeskSession session;
    private final Texts texts;
    private final Runnable onUnlocked;

    private final StringProperty password = new SimpleStringProperty("");
    private final StringProperty error = new SimpleStringProperty("");
    private final BooleanProperty busy = new SimpleBooleanProperty();

    /** @param onUnlocked told on the window's thread */
    public LockViewModel(Frame frame, Access access, DeskSession session, Texts texts, Runnable onUnlocked) {
        this.frame = frame;
        this.access = access;
        this.session = session;
        this.texts = texts;
        this.onUnlocked = onUnlocked;
    }

    public StringProperty passwordProperty() {
        return password;
    }

    public StringProperty errorProperty() {
        return error;
    }

    public BooleanProperty busyProperty() {
        return busy;
    }

    /**
     * A badge was read: the operator's own one leaves only the password to be typed, another one says how to go on.
     * Whether it was a badge; nothing else is heard here.
     */
    public boolean scanned(Reading reading) {
        if (!(reading instanceof Reading.Code code) || !(code.scan() instanceof Scan.BadgeScan badge)) {
            return false;
        }
        boolean own = session.operator().account().badge().equalsIgnoreCase(badge.badge());
        error.set(own ? "" : texts.get("lock.badge.other"));
        return true;
    }

    /** Tries the password. */
    public void unlock() {
        if (busy.get() || password.get().isEmpty()) {
            return;
        }
        busy.set(true);
        String secret = password.get();
        DeskSession.Operator operator = session.operator();
        frame.background()
                .run(() -> access.unlock(operator, secret))
                .whenOver(() -> busy.set(false))
                .onSuccess(this::ended)
                .onFailure(failure -> error.set(frame.refusals().cause("INTERNAL", Map.of())));
    }

    private void ended(Access.Result result) {
        password.set("");
        switch (result) {
            case Access.Result.In(DeskSession.Operator operator) -> {
                error.set("");
                session.signIn(operator);
                onUnlocked.run();
            }
            case Access.Result.No no -> error.set(frame.refusals().cause(no.code(), no.arguments()));
        }
    }
}
