package it.sportello.app.till;

import it.sportello.app.frame.Background;
import it.sportello.app.frame.Texts;
import it.sportello.app.frame.Words;
import it.sportello.domain.till.AttemptRefusal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The payments by card whose end is not known, and the two ways to know it: the terminal, or a person (S22). */
public final class CardPaymentsViewModel {
    /** One payment, in words. */
    public record Row(UUID id, String amount, String line, String reference, String doubt, String action) {
        /** Neither person nor amount. */
        @Override
        public String toString() {
            return "Row[" + id + "]";
        }
    }

    /** What the screen does next. */
    public interface Endings {
        void decided(boolean approved);

        void waitsForTill();

        void notBookable();

        void refused(List<AttemptRefusal> refusals);
    }

    private final CardDesk cards;
    private final Background background;
    private final Executor door;
    private final Texts texts;
    private final Words words;
    private final TerminalWords terminal;
    private final ObservableList<Row> rows = FXCollections.observableArrayList();
    private final ObjectProperty<Optional<Row>> chosen = new SimpleObjectProperty<>(Optional.empty());
    private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper asking = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper error = new ReadOnlyStringWrapper("");
    private final StringProperty stan = new SimpleStringProperty("");
    private final StringProperty reason = new SimpleStringProperty("");
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final Consumer<CardNews> hearing = this::hear;
    private boolean listening;

    /** @param door the window's thread, after what it does now */
    CardPaymentsViewModel(CardDesk cards, Background background, Executor door, Texts texts, Words words) {
        this.cards = cards;
        this.background = background;
        this.door = door;
        this.texts = texts;
        this.words = words;
        this.terminal = new TerminalWords(texts);
    }

    public ObservableList<Row> rows() {
        return rows;
    }

    /** The payment that is looked at. */
    public ObjectProperty<Optional<Row>> chosenProperty() {
        return chosen;
    }

    /** Whether it is known which payments there are. */
    public ReadOnlyBooleanProperty loadedProperty() {
        return loaded.getReadOnlyProperty();
    }

    /** Whether the terminal is being asked now. */
    public ReadOnlyBooleanProperty askingProperty() {
        return asking.getReadOnlyProperty();
    }

    /** The number on the slip, as typed. */
    public StringProperty stanProperty() {
        return stan;
    }

    /** What was seen, as typed. */
    public StringProperty reasonProperty() {
        return reason;
    }

    /** Why the decision cannot be booked so; empty text when it can. */
    public ReadOnlyStringProperty errorProperty() {
        return error.getReadOnlyProperty();
    }

    /** Whether there is a payment to ask for, or to decide on. */
    ObservableBooleanValue decidable() {
        return Bindings.createBooleanBinding(
                () -> chosen.get().isPresent() && !busy.get() && !asking.get(), chosen, busy, asking);
    }

    void open() {
        if (!listening) {
            listening = true;
            cards.onNews(hearing);
        }
        refresh();
    }

    void close() {
        cards.forget(hearing);
    }

    private record Open(StoredAttempt attempt, String why) {}

    private record Known(List<Open> open, boolean asking) {}

    private void refresh() {
        Set<UUID> seen = rows.stream().map(Row::id).collect(Collectors.toSet());
        background
                .run(() -> {
                    List<StoredAttempt> open = cards.view(seen);
                    return new Known(
                            open.stream()
                                    .map(one -> new Open(one, cards.whyOpen(one)))
                                    .toList(),
                            open.stream().anyMatch(one -> cards.isUnderWay(one.id())));
                })
                .onSuccess(this::show);
    }

    private void show(Known known) {
        Optional<UUID> before = chosen.get().map(Row::id);
        rows.setAll(known.open().stream().map(this::row).toList());
        asking.set(known.asking());
        loaded.set(true);
        chosen.set(rows.stream()
                .filter(row -> before.filter(row.id()::equals).isPresent())
                .findFirst()
                .or(() -> rows.stream().findFirst()));
    }

    private Row row(Open open) {
        StoredAttempt attempt = open.attempt();
        return new Row(
                attempt.id(),
                words.money(attempt.amount()),
                texts.get(
                        "cards.line",
                        words.date(attempt.createdAt()),
                        words.time(attempt.createdAt()),
                        attempt.payer().holder()),
                texts.get("cards.reference", attempt.reference()),
                terminal.doubt(open.why()),
                terminal.doubtAction(open.why()));
    }

    private void hear(CardNews news) {
        door.execute(this::refresh);
    }

    /** The terminal is asked once more what became of it. */
    void askAgain() {
        chosen.get().ifPresent(row -> background.does(() -> cards.askAgain(row.id())));
    }

    /** A person saw the slip: it was charged, or it was not. */
    void decide(boolean approved, Endings endings) {
        if (chosen.get().isEmpty() || busy.get()) {
            return;
        }
        UUID id = chosen.get().get().id();
        String number = stan.get();
        String why = reason.get();
        busy.set(true);
        error.set("");
        background
                .run(() -> approved ? cards.decideApproved(id, number, why) : cards.decideRefused(id, why))
                .whenOver(() -> busy.set(false))
                .onSuccess(decided -> {
                    switch (decided) {
                        case CardDesk.Decided.Done done -> {
                            stan.set("");
                            reason.set("");
                            refresh();
                            endings.decided(approved);
                        }
                        case CardDesk.Decided.WaitsForTill waits -> {
                            refresh();
                            endings.waitsForTill();
                        }
                        case CardDesk.Decided.NotBookable not -> {
                            refresh();
                            endings.notBookable();
                        }
                        case CardDesk.Decided.Refused refused -> endings.refused(refused.refusals());
                    }
                });
    }

    /** A sentence about a decision that cannot be booked so. */
    void explain(String sentence) {
        error.set(sentence);
    }
}
