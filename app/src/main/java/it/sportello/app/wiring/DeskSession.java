package it.sportello.app.wiring;

import it.sportello.api.Sessions;
import it.sportello.app.frame.Profile;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/** Who works at this desk and as what, from sign-in to sign-out. Written on the window's thread. */
public final class DeskSession {
    private final ObjectProperty<Optional<Operator>> operator = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<Sessions.Desk>> desk = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<Profile>> profile = new SimpleObjectProperty<>(Optional.empty());

    /**
     * The signed-in operator, stamped on every operation.
     *
     * @param sessionId proof of who was signed in; an expired one never holds money back
     * @param offline whether the sign-in was checked on this desk only
     */
    public record Operator(Sessions.Operator account, String sessionId, boolean offline) {}

    public ObjectProperty<Optional<Operator>> operatorProperty() {
        return operator;
    }

    /**
     * The signed-in operator.
     *
     * @throws IllegalStateException when nobody is signed in: no act is possible then
     */
    public Operator operator() {
        return operator.get().orElseThrow(() -> new IllegalStateException("nobody is signed in"));
    }

    public ObjectProperty<Optional<Sessions.Desk>> deskProperty() {
        return desk;
    }

    /**
     * The desk.
     *
     * @throws IllegalStateException before the desk was enrolled
     */
    public Sessions.Desk desk() {
        return desk.get().orElseThrow(() -> new IllegalStateException("the desk is not enrolled"));
    }

    public ObjectProperty<Optional<Profile>> profileProperty() {
        return profile;
    }
}
