package it.sportello.app.figures;

import it.sportello.api.Problem;
import it.sportello.api.ProblemCode;
import it.sportello.api.Queues;
import it.sportello.app.frame.Frame;
import it.sportello.app.frame.Texts;
import it.sportello.app.service.TypedDate;
import it.sportello.offlinecache.remote.Answer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** State of S58's plain part: the figures of the day asked for, or why there are none. */
public final class FiguresViewModel {
    /** One line of waits, in words. */
    public record WaitRow(
            String name,
            String printed,
            String called,
            String longest,
            String mean,
            String median,
            String over,
            String share) {
        List<String> cells() {
            return List.of(name, printed, called, longest, mean, median, over, share);
        }
    }

    /** One half-hour, in words. */
    public record HalfRow(String from, String printed, String called, String over, String longest) {
        List<String> cells() {
            return List.of(from, printed, called, over, longest);
        }
    }

    /** The figures of one day of the own site, asked of the server; may wait. */
    @FunctionalInterface
    public interface Feed {
        Answer<Queues.Figures> of(LocalDate day);
    }

    private static final DateTimeFormatter TYPED = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private final Frame frame;
    private final Feed feed;
    private final Path folder;
    private final Texts texts;
    private final StringProperty day = new SimpleStringProperty("");
    private final StringProperty notice = new SimpleStringProperty("");
    private final StringProperty empty = new SimpleStringProperty("");
    private final StringProperty summary = new SimpleStringProperty("");
    private final BooleanProperty loading = new SimpleBooleanProperty();
    private final ObjectProperty<Optional<Queues.Figures>> figures = new SimpleObjectProperty<>(Optional.empty());
    private final ObservableList<WaitRow> waits = FXCollections.observableArrayList();
    private final ObservableList<HalfRow> halves = FXCollections.observableArrayList();

    /** Figures of the own site; extracts go into the folder. */
    public FiguresViewModel(Frame frame, Feed feed, Path folder, Texts texts) {
        this.frame = frame;
        this.feed = feed;
        this.folder = folder;
        this.texts = texts;
        day.set(LocalDate.ofInstant(frame.clock().instant(), frame.clock().getZone())
                .format(TYPED));
    }

    /** The day as typed. */
    public StringProperty dayProperty() {
        return day;
    }

    /** What stands in the way, with what to do; empty text when nothing does. */
    public StringProperty noticeProperty() {
        return notice;
    }

    /** What stands where no line does. */
    public StringProperty emptyProperty() {
        return empty;
    }

    public StringProperty summaryProperty() {
        return summary;
    }

    public BooleanProperty loadingProperty() {
        return loading;
    }

    public ObjectProperty<Optional<Queues.Figures>> figuresProperty() {
        return figures;
    }

    public ObservableList<WaitRow> waits() {
        return waits;
    }

    public ObservableList<HalfRow> halves() {
        return halves;
    }

    /** Asks for the figures of the day typed. */
    public void load() {
        Optional<LocalDate> wanted = TypedDate.parse(day.get());
        if (wanted.isEmpty()) {
            notice.set(texts.get("day.wrong", day.get()));
            return;
        }
        notice.set("");
        empty.set(texts.get("loading"));
        loading.set(true);
        frame.background()
                .run(() -> feed.of(wanted.get()))
                .whenOver(() -> loading.set(false))
                .onSuccess(this::answered);
    }

    private void answered(Answer<Queues.Figures> answer) {
        switch (answer) {
            case Answer.Done<Queues.Figures>(Queues.Figures value) -> show(value);
            case Answer.Refused<Queues.Figures>(Problem problem) ->
                none(texts.get(
                        problem.code().equals(ProblemCode.FORBIDDEN.name()) ? "notice.forbidden" : "notice.refused"));
            case Answer.NotConfirmed<Queues.Figures> silent -> none(texts.get("notice.offline"));
        }
    }

    private void none(String why) {
        empty.set(texts.get("none"));
        figures.set(Optional.empty());
        waits.clear();
        halves.clear();
        summary.set("");
        notice.set(why);
    }

    private void show(Queues.Figures value) {
        figures.set(Optional.of(value));
        empty.set(texts.get("empty"));
        summary.set(texts.get(
                value.over() ? "summary.over" : "summary.today",
                frame.words().dateInWords(value.day()),
                value.total().begun(),
                value.total().called(),
                value.abandoned(),
                value.open(),
                value.merged(),
                FiguresWords.minutes(value.limitSeconds())));
        List<Queues.Waits> all = new ArrayList<>(List.of(value.total()));
        all.addAll(value.categories());
        all.add(value.later());
        waits.setAll(all.stream().map(this::row).toList());
        halves.setAll(value.halfHours().stream()
                .map(half -> new HalfRow(
                        frame.words().time(half.from()),
                        FiguresWords.count(half.printed()),
                        FiguresWords.count(half.called()),
                        FiguresWords.count(half.over()),
                        FiguresWords.length(half.longestSeconds())))
                .toList());
    }

    private WaitRow row(Queues.Waits waiting) {
        return new WaitRow(
                FiguresWords.name(texts, waiting.name()),
                FiguresWords.count(waiting.begun()),
                FiguresWords.count(waiting.called()),
                FiguresWords.length(waiting.longestSeconds()),
                FiguresWords.length(waiting.meanSeconds()),
                FiguresWords.length(waiting.medianSeconds()),
                FiguresWords.count(waiting.over()),
                FiguresWords.share(waiting.overPerThousand()));
    }

    /** Writes the extract of the figures shown; again writes the same file. */
    public void export() {
        figures.get()
                .ifPresent(value -> frame.background()
                        .run(() -> write(value))
                        .onSuccess(file -> frame.messages().good(texts.get("export.done", file.toString())))
                        .onFailure(failure -> notice.set(texts.get("export.failed", folder.toString()))));
    }

    private Path write(Queues.Figures value) throws IOException {
        Files.createDirectories(folder);
        Path file = folder.resolve("attese-" + value.siteId() + "-" + value.day() + ".csv");
        Path beside = file.resolveSibling(file.getFileName() + ".part");
        Files.writeString(beside, new FiguresCsv(texts).write(value), StandardCharsets.UTF_8);
        return Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
