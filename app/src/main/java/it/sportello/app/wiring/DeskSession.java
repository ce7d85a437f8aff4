package it.sportello.app.wiring;

import it.sportello.api.Sessions;
import it.sportello.app.frame.Profile;
import it.sportello.offlinecache.journal.Author;
import it.sportello.offlinecache.remote.Credentials;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

/**
 * Who works at this desk and as what, from sign-in to sign-out. Changed on the window's thread; the plain readers may be
 * called from any thread.
 */
public final class DeskSession implements Credentials {
    private final ReadOnlyObjectWrapper<Optional<Operator>> operator = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObjectProperty<Optional<Profile>> profile = new SimpleObjectProperty<>(Optional.empty());
    private volatile Optional<Operator> signedIn = Optional.empty();
    private volatile Optional<Enrolment> enrolled = Optional.empty();

    /** Nobody is signed in, no desk is known. */
    public DeskSession() {}

    /**
     * The signed-in operator, stamped on every operation.
     *
     * @param sessionId proof of who was signed in; an expired one never holds money back
     * @param token the server's token; absent when the sign-in was checked on this desk only
     */
    public record Operator(Sessions.Operator account, String sessionId, Optional<String> token) {
        /** Whether the sign-in was checked on this desk only. */
        public boolean offline() {
            return token.isEmpty();
        }

        @Override
        public String toString() {
            return "Operator[" + account.id() + "]";
        }
    }

    /** For the window. */
    public ReadOnlyObjectProperty<Optional<Operator>> operatorProperty() {
        return operator.getReadOnlyProperty();
    }

    /** Somebody signed in, or got a new token. */
    public void signIn(Operator who) {
        signedIn = Optional.of(who);
        operator.set(Optional.of(who));
    }

    /** Nobody works here any more. */
    public void signOut() {
        signedIn = Optional.empty();
        operator.set(Optional.empty());
        profile.set(Optional.empty());
    }

    public void enrol(Enrolment enrolment) {
        enrolled = Optional.of(enrolment);
    }

    /** What the server gave this installation; empty before the enrolment. */
    public Optional<Enrolment> enrolment() {
        return enrolled;
    }

    public boolean isSignedIn() {
        return signedIn.isPresent();
    }

    /**
     * The signed-in operator.
     *
     * @throws IllegalStateException when nobody is signed in: no act is possible then
     */
    public Operator operator() {
        return signedIn.orElseThrow(() -> new IllegalStateException("nobody is signed in"));
    }

    /**
     * The place of this desk.
     *
     * @throws IllegalStateException before the desk was enrolled
     */
    public Sessions.Desk place() {
        return enrolled.map(Enrolment::desk).orElseThrow(() -> new IllegalStateException("not enrolled"));
    }

    /** Who acts, for every operation. */
    public Author author() {
        Enrolment here = enrolled.orElseThrow(() -> new IllegalStateException("not enrolled"));
        Operator who = operator();
        return new Author(
                here.desk().id(),
                here.installationId(),
                here.epoch(),
                who.account().id(),
                who.sessionId());
    }

    /** As what the desk works; empty before S02. */
    public ObjectProperty<Optional<Profile>> profileProperty() {
        return profile;
    }

    @Override
    public Optional<DeskIdentity> desk() {
        return enrolled.map(here -> new DeskIdentity(here.desk().id(), here.secret()));
    }

    @Override
    public Optional<String> operatorToken() {
        return signedIn.flatMap(Operator::token);
    }
}
