package it.sportello.app.till;

import it.sportello.app.frame.Background;
import it.sportello.app.frame.Texts;
import it.sportello.devices.DeviceStatus;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** The card in S21: whether the terminal may be asked, and how the payment that was asked for goes (S22). */
public final class CardPanelModel {
    /** How the payment of this basket stands. */
    public enum Phase {
        /** None was asked for, or it was refused. */
        IDLE,
        /** The citizen is at the terminal. */
        WAITING,
        /** Nobody knows how it ended. */
        DOUBT
    }

    /** What the basket does next. */
    interface Endings {
        void collected(CollectDues.Result.Collected collected);

        void refused();

        void notBegun(CollectDues.Result why);
    }

    private final CardDesk cards;
    private final Background background;
    private final Executor door;
    private final Texts texts;
    private final TerminalWords words;
    private final ReadOnlyObjectWrapper<Phase> phase = new ReadOnlyObjectWrapper<>(Phase.IDLE);
    private final ReadOnlyBooleanWrapper usable = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper standing = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper shown = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper doubt = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper action = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper refusal = new ReadOnlyStringWrapper("");
    private final Consumer<CardNews> hearing = this::hear;
    private Optional<UUID> attempt = Optional.empty();
    private Optional<Endings> endings = Optional.empty();
    private Optional<CardNews> early = Optional.empty();
    private boolean listening;

    /** @param door the window's thread, after what it does now */
    CardPanelModel(CardDesk cards, Background background, Executor door, Texts texts) {
        this.cards = cards;
        this.background = background;
        this.door = door;
        this.texts = texts;
        this.words = new TerminalWords(texts);
    }

    public ReadOnlyObjectProperty<Phase> phaseProperty() {
        return phase.getReadOnlyProperty();
    }

    /** Whether the terminal is known to work and free, and nothing is open on it (Q24). */
    public ReadOnlyBooleanProperty usableProperty() {
        return usable.getReadOnlyProperty();
    }

    /** Why it cannot be used, or what is to be minded; empty text when all is well. */
    public ReadOnlyStringProperty standingProperty() {
        return standing.getReadOnlyProperty();
    }

    /** What the terminal shows its user. */
    public ReadOnlyStringProperty shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** What is known of a payment in doubt. */
    public ReadOnlyStringProperty doubtProperty() {
        return doubt.getReadOnlyProperty();
    }

    /** What to do about it. */
    public ReadOnlyStringProperty actionProperty() {
        return action.getReadOnlyProperty();
    }

    /** Why the last payment of this basket was refused; empty text when none was. */
    public ReadOnlyStringProperty refusalProperty() {
        return refusal.getReadOnlyProperty();
    }

    /** The screen is there: follows payments and terminal. */
    void open() {
        if (!listening) {
            listening = true;
            cards.onNews(hearing);
        }
        refresh();
    }

    /** The screen went for good. */
    void close() {
        cards.forget(hearing);
    }

    /** Asks again how the terminal stands; the key follows. */
    void refresh() {
        background.run(() -> new Known(cards.status(), !cards.open().isEmpty())).onSuccess(this::show);
    }

    private record Known(Optional<DeviceStatus> status, boolean inDoubt) {}

    private void show(Known known) {
        boolean works = known.status()
                .filter(status -> status.state().isUsable() && !status.busy())
                .isPresent();
        boolean pending = known.inDoubt() && known.status().isPresent();
        usable.set(works && !known.inDoubt());
        standing.set(pending ? texts.get("card.inDoubt") : words.standing(known.status()));
    }

    /**
     * Asks the terminal for the money.
     *
     * @param notes what was judged while the basket took cash
     */
    void begin(CollectDues.Payment payment, boolean identityChecked, List<JudgedNote> notes, Endings next) {
        endings = Optional.of(next);
        refusal.set("");
        shown.set(texts.get("card.asking"));
        phase.set(Phase.WAITING);
        background.run(() -> cards.begin(payment, identityChecked, notes)).onSuccess(begun -> {
            switch (begun) {
                case CardDesk.Begun.Asking asking -> follow(asking.attempt().id());
                case CardDesk.Begun.Refused refused -> {
                    phase.set(Phase.IDLE);
                    next.notBegun(refused.why());
                }
                case CardDesk.Begun.NoTerminal none -> {
                    phase.set(Phase.IDLE);
                    refresh();
                    next.refused();
                }
            }
        });
    }

    // Its end may have been told before the screen knew its name.
    private void follow(UUID id) {
        attempt = Optional.of(id);
        early.filter(news -> news.attemptId().equals(id)).ifPresent(this::heard);
        early = Optional.empty();
    }

    /** Asks once more what became of the payment in doubt. */
    void askAgain() {
        attempt.ifPresent(id -> background.does(() -> cards.askAgain(id)));
    }

    private void hear(CardNews news) {
        door.execute(() -> heard(news));
    }

    private void heard(CardNews news) {
        refresh();
        if (attempt.isEmpty()) {
            early = phase.get() == Phase.WAITING ? Optional.of(news) : Optional.empty();
            return;
        }
        if (!attempt.get().equals(news.attemptId())) {
            return;
        }
        switch (news) {
            case CardNews.Progress progress -> shown.set(progress.text().strip());
            case CardNews.Asked asked -> {
                shown.set(texts.get("card.askingAgain"));
                phase.set(Phase.WAITING);
            }
            case CardNews.InDoubt unknown -> {
                doubt.set(words.doubt(unknown.reason()));
                action.set(words.doubtAction(unknown.reason()));
                phase.set(Phase.DOUBT);
            }
            case CardNews.Refused refused -> {
                refusal.set(words.refusal(refused.cause(), refused.words()));
                over();
                endings.ifPresent(Endings::refused);
            }
            case CardNews.Collected collected -> {
                over();
                endings.ifPresent(next -> next.collected(collected.collected()));
            }
        }
    }

    private void over() {
        attempt = Optional.empty();
        phase.set(Phase.IDLE);
    }
}
