package it.sportello.app.signin;

import it.sportello.app.frame.Frame;
import it.sportello.app.frame.Reading;
import it.sportello.app.frame.Texts;
import it.sportello.app.wiring.DeskSession;
import it.sportello.app.wiring.Enrolling;
import it.sportello.app.wiring.Enrolment;
import it.sportello.app.wiring.InsertedBadge;
import it.sportello.devices.scanner.Scan;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** State of S01: who signs in, what the server or this desk said to it. */
public final class SignInViewModel {
    private final Frame frame;
    private final Enrolling enrolling;
    private final Access access;
    private final Texts texts;
    private final InsertedBadge inserted;
    private Consumer<Boolean> whenBadgeKnown = known -> {};
    private final Consumer<DeskSession.Operator> onSignedIn;

    private final StringProperty userName = new SimpleStringProperty("");
    private final StringProperty password = new SimpleStringProperty("");
    private final StringProperty site = new SimpleStringProperty("");
    private final StringProperty place = new SimpleStringProperty("");
    private final StringProperty error = new SimpleStringProperty("");
    private final StringProperty whatToDo = new SimpleStringProperty("");
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final BooleanBinding ready = Bindings.createBooleanBinding(
            () -> !busy.get() && !userName.get().isBlank() && !password.get().isEmpty(), busy, userName, password);

    /**
     * The state of one sign-in.
     *
     * @param inserted the badge in the reader, which who signs in gets used to
     * @param onSignedIn told on the window's thread who is in
     */
    public SignInViewModel(
            Frame frame,
            Enrolling enrolling,
            Access access,
            Texts texts,
            InsertedBadge inserted,
            Consumer<DeskSession.Operator> onSignedIn) {
        this.frame = frame;
        this.enrolling = enrolling;
        this.access = access;
        this.texts = texts;
        this.inserted = inserted;
        this.onSignedIn = onSignedIn;
    }

    public StringProperty userNameProperty() {
        return userName;
    }

    public StringProperty passwordProperty() {
        return password;
    }

    /** Name of the site. */
    public StringProperty siteProperty() {
        return site;
    }

    /** Authority and number of the desk. */
    public StringProperty placeProperty() {
        return place;
    }

    /** What went wrong; empty text when nothing. */
    public StringProperty errorProperty() {
        return error;
    }

    /** What to do about it. */
    public StringProperty whatToDoProperty() {
        return whatToDo;
    }

    public BooleanProperty busyProperty() {
        return busy;
    }

    /** Whether both fields are filled and nothing is under way. */
    public BooleanBinding readyBinding() {
        return ready;
    }

    /** The screen is shown: find out which desk this is. */
    public void begin() {
        frame.background().run(enrolling::ensure).onSuccess(this::show);
        inserted.cardId().ifPresent(this::badgeInserted);
    }

    /** A badge with a chip is in the reader: it says the name, if it was used here before. */
    public void badgeInserted(String cardId) {
        error.set("");
        frame.background().run(() -> access.userNameOfCard(cardId)).onSuccess(owner -> {
            if (owner.isPresent()) {
                userName.set(owner.get());
            } else {
                explain("SignIn.NEW_BADGE", Map.of());
            }
            whenBadgeKnown.accept(owner.isPresent());
        });
    }

    /** Told on the window's thread whether the badge in the reader says the name. */
    public void setWhenBadgeKnown(Consumer<Boolean> listener) {
        whenBadgeKnown = listener;
    }

    /** A code was read. Whether it was a badge: other codes mean nothing before the desk is open. */
    public boolean scanned(Reading.Code code) {
        if (code.scan() instanceof Scan.BadgeScan badge) {
            badge(badge.badge());
            return true;
        }
        return false;
    }

    /** A badge was read: its number is the name; the password stays to be typed. */
    public void badge(String number) {
        String badge = number.strip();
        userName.set(badge);
        error.set("");
        frame.background().run(() -> access.userNameOf(badge)).onSuccess(userName::set);
    }

    /** Tries what was typed. What was typed stays, but for a wrong password. */
    public void signIn() {
        if (!ready.get()) {
            return;
        }
        busy.set(true);
        error.set("");
        String name = userName.get().strip();
        String secret = password.get();
        frame.background()
                .run(() -> attempt(name, secret))
                .whenOver(() -> busy.set(false))
                .onSuccess(this::ended)
                .onFailure(failure -> explain("INTERNAL", Map.of()));
    }

    private Access.Result attempt(String name, String secret) {
        enrolling.ensure();
        Access.Result result = access.signIn(name, secret);
        if (result instanceof Access.Result.In(DeskSession.Operator operator)) {
            inserted.cardId().ifPresent(cardId -> access.rememberCard(cardId, operator));
        }
        return result;
    }

    private void ended(Access.Result result) {
        password.set("");
        switch (result) {
            case Access.Result.In(DeskSession.Operator operator) -> {
                userName.set("");
                onSignedIn.accept(operator);
            }
            case Access.Result.No no -> explain(no.code(), no.arguments());
        }
    }

    private void show(Enrolling.Result result) {
        switch (result) {
            case Enrolling.Result.Ready(Enrolment here) -> {
                site.set(here.desk().siteName());
                place.set(texts.get(
                        "signin.place", here.desk().authorityName(), here.desk().number()));
            }
            case Enrolling.Result.NoCode() -> explain("SignIn.NOT_ENROLLED", Map.of());
            case Enrolling.Result.Refused refused ->
                explain(refused.problem().code(), refused.problem().arguments());
            case Enrolling.Result.Unreachable silent ->
                explain(silent.cause().code().supportCode(), Map.of());
        }
    }

    private void explain(String code, Map<String, String> arguments) {
        error.set(frame.refusals().cause(code, arguments));
        whatToDo.set(frame.refusals().next(code, arguments));
    }
}
