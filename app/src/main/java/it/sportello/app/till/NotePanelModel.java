package it.sportello.app.till;

import it.sportello.app.frame.Texts;
import it.sportello.app.frame.Words;
import it.sportello.devices.detector.NoteVerdict;
import it.sportello.domain.money.Money;
import it.sportello.domain.till.Denomination;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * The notes judged for one basket, and the form for a verdict by hand. Nothing here pays anything: the amount received is
 * the cashier's (R-ADD-13, R-TIL-19).
 */
public final class NotePanelModel {
    private static final int LONGEST_SERIAL = 20;

    /**
     * What was judged so far.
     *
     * @param amount what the genuine notes come to, as far as their values were told
     * @param kept how many of them a validator holds
     */
    public record Summary(int genuine, Money amount, int kept, int suspect, int rejected, int unknown) {
        static final Summary NOTHING = new Summary(0, Money.ZERO, 0, 0, 0, 0);

        static Summary of(List<JudgedNote> notes) {
            Money amount = notes.stream()
                    .filter(note -> note.verdict() == NoteVerdict.GENUINE)
                    .flatMap(note -> note.note().stream())
                    .map(Denomination::value)
                    .reduce(Money.ZERO, Money::plus);
            int kept = (int) notes.stream().filter(JudgedNote::kept).count();
            return new Summary(
                    count(notes, NoteVerdict.GENUINE),
                    amount,
                    kept,
                    count(notes, NoteVerdict.SUSPECT),
                    count(notes, NoteVerdict.REJECTED),
                    count(notes, NoteVerdict.UNKNOWN));
        }

        private static int count(List<JudgedNote> notes, NoteVerdict verdict) {
            return (int)
                    notes.stream().filter(note -> note.verdict() == verdict).count();
        }

        boolean isNothing() {
            return equals(NOTHING);
        }
    }

    private final NoteDesk desk;
    private final Executor door;
    private final Texts texts;
    private final Words words;
    private final ObservableList<JudgedNote> notes = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Summary> summary = new ReadOnlyObjectWrapper<>(Summary.NOTHING);
    private final BooleanProperty entering = new SimpleBooleanProperty();
    private final ObjectProperty<NoteVerdict> verdict = new SimpleObjectProperty<>(NoteVerdict.GENUINE);
    private final ObjectProperty<Optional<Denomination>> note = new SimpleObjectProperty<>(Optional.empty());
    private final StringProperty noteSerial = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper error = new ReadOnlyStringWrapper("");
    private Optional<CashPhase.Open> phase = Optional.empty();

    /** @param door the window's thread, after what it does now */
    NotePanelModel(NoteDesk desk, Executor door, Texts texts, Words words) {
        this.desk = desk;
        this.door = door;
        this.texts = texts;
        this.words = words;
        notes.subscribe(() -> summary.set(Summary.of(notes)));
    }

    /** Whether anything at this desk judges notes. */
    boolean hasDevices() {
        return desk.hasDevices();
    }

    public ReadOnlyObjectProperty<Summary> summaryProperty() {
        return summary.getReadOnlyProperty();
    }

    /** Whether a verdict is being entered by hand. */
    public BooleanProperty enteringProperty() {
        return entering;
    }

    public ObjectProperty<NoteVerdict> verdictProperty() {
        return verdict;
    }

    public ObjectProperty<Optional<Denomination>> noteProperty() {
        return note;
    }

    public StringProperty noteSerialProperty() {
        return noteSerial;
    }

    /** Why what was entered cannot be kept; empty text when it can. */
    public ReadOnlyStringProperty errorProperty() {
        return error.getReadOnlyProperty();
    }

    /**
     * The basket takes cash now, or no longer.
     *
     * @param payable what it comes to in cash
     */
    void follow(boolean takesCash, Money payable) {
        if (takesCash && phase.isPresent()) {
            phase.get().setPayable(payable);
        } else if (takesCash) {
            CashPhase.Open begun = new CashPhase.Open(payable, this::heard);
            phase = Optional.of(begun);
            desk.begin(begun);
        } else {
            phase.ifPresent(desk::end);
            phase = Optional.empty();
        }
    }

    // What was judged while the basket took cash is its own, even when the window hears of it a moment later.
    private void heard(JudgedNote judged) {
        door.execute(() -> notes.add(judged));
    }

    /** The notes so far, to be kept with the receipt. */
    List<JudgedNote> judged() {
        return List.copyOf(notes);
    }

    /** Begins to enter a verdict by hand. */
    void beginEntry(NoteVerdict first) {
        verdict.set(first);
        note.set(Optional.empty());
        noteSerial.set("");
        error.set("");
        entering.set(true);
    }

    void giveUpEntry() {
        entering.set(false);
        error.set("");
    }

    /** Keeps what was entered; says whether it could. */
    boolean enter() {
        String serial = noteSerial.get().strip().toUpperCase(Locale.ROOT);
        if (!serial.matches("[A-Z0-9 ]{0," + LONGEST_SERIAL + "}")) {
            error.set(texts.get("notes.serial.wrong"));
            return false;
        }
        if (note.get().isEmpty() && verdict.get() == NoteVerdict.GENUINE) {
            error.set(texts.get("notes.note.missing"));
            return false;
        }
        error.set("");
        entering.set(false);
        desk.enter(verdict.get(), note.get(), serial);
        return true;
    }

    /** The name of a note on the list of the form. */
    String name(Optional<Denomination> which) {
        return which.map(one -> words.money(one.value())).orElseGet(() -> texts.get("notes.note.unknown"));
    }

    /** The genuine notes in words, such as {@code Buone 2 = 70,00 €}; empty text for none. */
    String genuine() {
        Summary now = summary.get();
        if (now.genuine() == 0) {
            return "";
        }
        return texts.get(
                now.kept() == 0 ? "notes.genuine" : "notes.genuine.kept",
                now.genuine(),
                words.money(now.amount()),
                now.kept());
    }

    /** The offer to take the sum of the genuine notes for what was received. */
    String offer() {
        return texts.get("notes.use", words.money(summary.get().amount()));
    }
}
