package it.sportello.app.learning;

import it.sportello.app.frame.Citizen.Tone;
import it.sportello.app.frame.Frame;
import it.sportello.app.frame.Texts;
import it.sportello.devices.detector.CountRow;
import it.sportello.devices.detector.DetectorTexts;
import it.sportello.devices.detector.LineLearning;
import it.sportello.devices.detector.LineMeaning;
import it.sportello.devices.detector.LineRule;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.concurrent.Executor;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Raw lines beside what the rules make of them, read anew at every key typed into the rules. */
public final class LearningViewModel {
    /** A line as it came, and what the rules make of it in words. */
    public record Row(String line, String meaning, Tone tone) {}

    private final DetectorLines lines;
    private final Frame frame;
    private final Texts texts;
    private final ResourceBundle words = DetectorTexts.bundle(Locale.ITALIAN);
    private final ObservableList<Row> rows = FXCollections.observableArrayList();
    private final StringProperty rules = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper mistake = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper standing = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper here = new ReadOnlyBooleanWrapper();
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final StringProperty saved = new SimpleStringProperty("");
    private final Runnable hearing;
    private List<LineRule> good = List.of();
    private Optional<RuleText.Mistake> wrong = Optional.empty();
    private boolean reading;
    private boolean readAgain;

    /** @param door the window's thread, after what it does now */
    LearningViewModel(DetectorLines lines, Frame frame, Executor door, Texts texts) {
        this.lines = lines;
        this.frame = frame;
        this.texts = texts;
        this.hearing = () -> door.execute(this::show);
        rules.subscribe(this::read);
    }

    public ObservableList<Row> rows() {
        return rows;
    }

    /** The rules as they are written, one a line. */
    public StringProperty rulesProperty() {
        return rules;
    }

    /** What is wrong in the rules, with its place; empty text when nothing is. */
    public ReadOnlyStringProperty mistakeProperty() {
        return mistake.getReadOnlyProperty();
    }

    /** How many lines came and how many nobody understands; empty text before the first. */
    public ReadOnlyStringProperty standingProperty() {
        return standing.getReadOnlyProperty();
    }

    /** Whether the desk has a detector that writes lines. */
    public ReadOnlyBooleanProperty hereProperty() {
        return here.getReadOnlyProperty();
    }

    /** Whether nothing is being stored. */
    public ObservableBooleanValue idle() {
        return busy.not();
    }

    /** Whether what was written would be lost. */
    public ObservableBooleanValue changed() {
        return Bindings.createBooleanBinding(
                () -> !rules.get().strip().equals(saved.get().strip()), rules, saved);
    }

    /** Where the wrong rule begins in the text; 0 when nothing is wrong. */
    int mistakeAt() {
        int at = 0;
        for (int line = 1; line < wrong.map(RuleText.Mistake::line).orElse(1); line++) {
            at = rules.get().indexOf('\n', at) + 1;
        }
        return at;
    }

    /** The screen is seen: what was written and not stored stays. */
    void open() {
        here.set(lines.isHere());
        if (!changed().get()) {
            saved.set(lines.rules());
            rules.set(saved.get());
        }
        lines.onLine(hearing);
        show();
    }

    void close() {
        lines.forget(hearing);
    }

    private void read() {
        RuleText.Read read = RuleText.read(rules.get());
        // What was said about a rule goes with it.
        frame.messages().withdraw(mistake.get());
        wrong = read.mistake();
        mistake.set(wrong.map(this::sentence).orElse(""));
        if (wrong.isEmpty()) {
            good = read.rules();
            show();
        }
    }

    private String sentence(RuleText.Mistake wrong) {
        String why = texts.get("wrong." + wrong.why().name());
        return wrong.place() > 0
                ? texts.get("wrong.place", wrong.line(), wrong.place(), why)
                : texts.get("wrong.line", wrong.line(), why);
    }

    // One reading at a time, off the window's thread: slow rules over many lines take as long as they take.
    private void show() {
        if (reading) {
            readAgain = true;
            return;
        }
        reading = true;
        List<LineRule> now = good;
        frame.background()
                .run(() -> lines.lines(now))
                .whenOver(() -> reading = false)
                .onSuccess(this::show);
    }

    private void show(List<LineLearning.LearnedLine> learned) {
        List<Row> next = learned.reversed().stream().map(this::row).toList();
        if (!next.equals(rows)) {
            rows.setAll(next);
        }
        long not = learned.stream()
                .filter(line -> line.meaning() instanceof LineMeaning.NotUnderstood)
                .count();
        standing.set(learned.isEmpty() ? "" : texts.get(not == 0 ? "all" : "some", learned.size(), not));
        if (readAgain) {
            readAgain = false;
            show();
        }
    }

    private Row row(LineLearning.LearnedLine line) {
        return new Row(line.line(), meaning(line), tone(line.meaning()));
    }

    private String meaning(LineLearning.LearnedLine line) {
        return switch (line.meaning()) {
            case LineMeaning.Note note ->
                texts.get(
                        note.noteSerial().isEmpty() ? "note" : "note.serial",
                        note.note()
                                .map(one -> frame.words().money(one.value()))
                                .orElseGet(() -> texts.get("note.unknown")),
                        words.getString("verdict." + note.verdict().name()),
                        note.noteSerial());
            case LineMeaning.Total(CountRow sum) -> total(sum);
            case LineMeaning.ReportStart start -> texts.get("report.start");
            case LineMeaning.ReportEnd end -> texts.get("report.end");
            case LineMeaning.Ignored ignored -> texts.get("ignored");
            case LineMeaning.Complaint complaint -> texts.get("complaint", complaint.text());
            case LineMeaning.NotUnderstood not ->
                words.getString("line." + not.why().name());
        };
    }

    private String total(CountRow sum) {
        String amount = sum.amount().map(frame.words()::money).orElseGet(() -> texts.get("note.unknown"));
        String count = sum.count().isPresent() ? Integer.toString(sum.count().getAsInt()) : texts.get("note.unknown");
        Optional<String> kind = sum.note().map(one -> frame.words().money(one.value()));
        return kind.map(one -> texts.get("total.kind", one, count, amount))
                .orElseGet(() -> texts.get("total", count, amount));
    }

    private static Tone tone(LineMeaning meaning) {
        return switch (meaning) {
            case LineMeaning.NotUnderstood not -> Tone.ATTENTION;
            case LineMeaning.Complaint complaint -> Tone.ATTENTION;
            case LineMeaning.Ignored ignored -> Tone.NEUTRAL;
            case LineMeaning.Note note ->
                switch (note.verdict()) {
                    case GENUINE -> Tone.GOOD;
                    case SUSPECT -> Tone.DANGER;
                    case REJECTED, UNKNOWN -> Tone.ATTENTION;
                };
            case LineMeaning.Total total -> Tone.GOOD;
            case LineMeaning.ReportStart start -> Tone.INFORMATION;
            case LineMeaning.ReportEnd end -> Tone.INFORMATION;
        };
    }

    /**
     * Stores the rules in the settings of the detector.
     *
     * @param whenWrong called instead while a rule is wrong
     */
    void save(Runnable whenWrong) {
        if (busy.get()) {
            return;
        }
        if (wrong.isPresent()) {
            frame.messages().danger(mistake.get());
            whenWrong.run();
            return;
        }
        List<LineRule> now = good;
        String written = rules.get();
        busy.set(true);
        frame.background()
                .run(() -> lines.save(now))
                .whenOver(() -> busy.set(false))
                .onSuccess(done -> told(done, written));
    }

    private void told(DetectorLines.Saved done, String written) {
        switch (done) {
            case DONE -> {
                saved.set(written);
                frame.messages().good(texts.get("saved"));
            }
            case UNTIL_THE_END -> {
                saved.set(written);
                frame.messages().attention(texts.get("saved.untilTheEnd"));
            }
            case REFUSED -> frame.messages().danger(texts.get("saved.refused"));
            case NO_DETECTOR -> here.set(false);
        }
    }
}
