package it.sportello.app.signin;

import it.sportello.api.Sessions;
import it.sportello.app.frame.Citizen.Tone;
import it.sportello.app.frame.Confirmation;
import it.sportello.app.frame.Frame;
import it.sportello.app.frame.Profile;
import it.sportello.app.frame.Texts;
import it.sportello.app.wiring.DeskSession;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** State of S02: everything proposed, accepted with one Enter. */
public final class DeskOpeningViewModel {
    private final Frame frame;
    private final DeskOpening opening;
    private final DeskSession session;
    private final Texts texts;
    private final Consumer<List<String>> onOpened;

    private final ObjectProperty<Profile> profile = new SimpleObjectProperty<>(Profile.SSN);
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final StringProperty unsent = new SimpleStringProperty("");
    private final StringProperty error = new SimpleStringProperty("");
    private final StringProperty whatToDo = new SimpleStringProperty("");

    /** @param onOpened told on the window's thread, with the notices of the day */
    public DeskOpeningViewModel(
            Frame frame, DeskOpening opening, DeskSession session, Texts texts, Consumer<List<String>> onOpened) {
        this.frame = frame;
        this.opening = opening;
        this.session = session;
        this.texts = texts;
        this.onOpened = onOpened;
        profiles().stream().findFirst().ifPresent(profile::set);
    }

    /** The profiles this desk may work with, the usual one first. */
    public List<Profile> profiles() {
        List<String> allowed = session.place().profiles();
        return Arrays.stream(Profile.values())
                .filter(one -> allowed.contains(one.name()))
                .sorted((one, other) -> Integer.compare(allowed.indexOf(one.name()), allowed.indexOf(other.name())))
                .toList();
    }

    public ObjectProperty<Profile> profileProperty() {
        return profile;
    }

    public BooleanProperty busyProperty() {
        return busy;
    }

    public BooleanBinding readyBinding() {
        return busy.not();
    }

    public StringProperty unsentProperty() {
        return unsent;
    }

    public StringProperty errorProperty() {
        return error;
    }

    public StringProperty whatToDoProperty() {
        return whatToDo;
    }

    public String greeting() {
        return texts.get("opening.hello", session.operator().account().displayName());
    }

    public boolean isOffline() {
        return session.operator().offline();
    }

    public String place() {
        Sessions.Desk desk = session.place();
        return texts.get("opening.place.value", desk.siteName(), desk.number());
    }

    public String queues() {
        List<String> served = session.place().queueCategories();
        return served.isEmpty() ? texts.get("opening.queues.none") : String.join(", ", served);
    }

    public String till() {
        return session.place()
                .tillId()
                .map(till -> texts.get("opening.till.value", till))
                .orElseGet(() -> texts.get("opening.till.none"));
    }

    /** The screen is shown: what is still unsent here, whoever made it. */
    public void begin() {
        frame.background()
                .run(opening::unsent)
                .onSuccess(count -> unsent.set(
                        count == 0 ? texts.get("opening.unsent.none") : texts.get("opening.unsent.some", count)));
    }

    /** Accepts what is proposed. */
    public void open() {
        open(Optional.empty());
    }

    private void open(Optional<String> reason) {
        if (busy.get()) {
            return;
        }
        busy.set(true);
        error.set("");
        Profile chosen = profile.get();
        frame.background()
                .run(() -> opening.open(chosen, reason))
                .whenOver(() -> busy.set(false))
                .onSuccess(this::ended)
                .onFailure(failure -> explain("INTERNAL", Map.of()));
    }

    private void ended(DeskOpening.Result result) {
        switch (result) {
            case DeskOpening.Result.Opened(List<String> notices) -> enter(notices);
            case DeskOpening.Result.OpenedOffline() -> enter(List.of());
            case DeskOpening.Result.InUse inUse -> askTakeOver(inUse);
            case DeskOpening.Result.Refused refused -> explain(refused.code(), refused.arguments());
        }
    }

    private void enter(List<String> notices) {
        session.profileProperty().set(Optional.of(profile.get()));
        onOpened.accept(notices);
    }

    private void askTakeOver(DeskOpening.Result.InUse inUse) {
        Confirmation question = new Confirmation(
                Tone.ATTENTION,
                texts.get("opening.taken"),
                "",
                List.of(frame.refusals().cause(inUse.code(), inUse.arguments()), texts.get("opening.taken.line")),
                texts.get("opening.taken.verb"),
                texts.get("opening.taken.cancel"));
        frame.dialogs().ask(question, texts.get("opening.taken.reason"), reason -> open(Optional.of(reason)));
    }

    private void explain(String code, Map<String, String> arguments) {
        error.set(frame.refusals().cause(code, arguments));
        whatToDo.set(frame.refusals().next(code, arguments));
    }
}
