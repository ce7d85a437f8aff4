package it.sportello.app.reader;

import it.sportello.app.frame.Background;
import it.sportello.app.frame.Citizen.Tone;
import it.sportello.app.frame.Notice;
import it.sportello.app.frame.Reading;
import it.sportello.app.frame.Texts;
import it.sportello.devices.scanner.KeyboardLayout;
import it.sportello.devices.scanner.ReaderTest;
import it.sportello.devices.scanner.ReaderTest.Line;
import it.sportello.devices.scanner.Scan;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** State of the reader's test: what became of each line of the set-up sheet, and what to change. */
public final class ReaderTestViewModel {
    private final SaveReaderSheet save;
    private final Background background;
    private final Texts texts;
    private final ObservableList<Row> rows = FXCollections.observableArrayList();
    private final ObjectProperty<Optional<Notice>> notice = new SimpleObjectProperty<>(Optional.empty());
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();

    /**
     * One line of the sheet.
     *
     * @param state in a word
     * @param remedy what to do; empty text when all is well
     */
    public record Row(String name, Tone tone, String state, String remedy) {}

    ReaderTestViewModel(SaveReaderSheet save, Background background, Texts texts) {
        this.save = save;
        this.background = background;
        this.texts = texts;
        for (Line line : Line.values()) {
            rows.add(new Row(name(line), Tone.NEUTRAL, texts.get("state.waiting"), texts.get("remedy.waiting")));
        }
    }

    /** The three lines, in the order of the sheet. */
    public ObservableList<Row> rows() {
        return rows;
    }

    /** What was said last. */
    public ObservableValue<Optional<Notice>> noticeProperty() {
        return notice;
    }

    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** A code was read. Whether it is a line of the sheet; every other code goes its usual way. */
    public boolean scanned(Reading.Code code) {
        if (!(code.scan() instanceof Scan.TestSheetScan sheet)) {
            return false;
        }
        ReaderTest.Verdict verdict = ReaderTest.judge(sheet);
        boolean right = verdict instanceof ReaderTest.Right;
        String remedy = remedy(verdict);
        verdict.line()
                .ifPresent(line -> rows.set(
                        List.of(Line.values()).indexOf(line),
                        new Row(
                                name(line),
                                right ? Tone.GOOD : Tone.ATTENTION,
                                texts.get(right ? "state.right" : "state.wrong"),
                                remedy)));
        notice.set(Optional.of(sum(verdict, right, remedy)));
        return true;
    }

    private Notice sum(ReaderTest.Verdict verdict, boolean right, String remedy) {
        if (!right) {
            String what = verdict.line().map(this::name).orElseGet(() -> texts.get("line.unknown"));
            return new Notice(Tone.ATTENTION, texts.get("sum.wrong", what), remedy);
        }
        boolean all = rows.stream().allMatch(row -> row.tone() == Tone.GOOD);
        return new Notice(
                all ? Tone.GOOD : Tone.INFORMATION,
                texts.get(all ? "sum.all" : "sum.right"),
                texts.get(all ? "sum.all.next" : "sum.right.next"));
    }

    private String remedy(ReaderTest.Verdict verdict) {
        return switch (verdict) {
            case ReaderTest.Right right -> "";
            case ReaderTest.OtherLayout other -> layouts(other.layouts());
            case ReaderTest.CapitalsSwapped swapped -> texts.get("remedy.capitals");
            case ReaderTest.SeparatorLost lost -> texts.get("remedy.separator.lost");
            case ReaderTest.SeparatorReplaced replaced -> texts.get("remedy.separator.replaced", replaced.by());
            case ReaderTest.Damaged damaged -> texts.get("remedy.damaged");
        };
    }

    private String layouts(KeyboardLayout.Mismatch mismatch) {
        String reader = texts.get("layout." + mismatch.reader().name());
        String computer = texts.get("layout." + mismatch.computer().name());
        return mismatch.computer() == KeyboardLayout.ITALIAN
                ? texts.get("remedy.layout", reader)
                : texts.get("remedy.layout.computer", reader, computer);
    }

    private String name(Line line) {
        return texts.get("line." + line.name());
    }

    /** Writes the sheet as a file and says where it is. */
    public void saveSheet() {
        if (busy.get()) {
            return;
        }
        busy.set(true);
        background
                .run(save::save)
                .whenOver(() -> busy.set(false))
                .onSuccess(written -> notice.set(Optional.of(saved(written))));
    }

    private Notice saved(Optional<Path> written) {
        return written.map(file -> new Notice(Tone.GOOD, texts.get("saved"), texts.get("saved.next", file)))
                .orElseGet(() -> new Notice(Tone.ATTENTION, texts.get("notSaved"), texts.get("notSaved.next")));
    }
}
