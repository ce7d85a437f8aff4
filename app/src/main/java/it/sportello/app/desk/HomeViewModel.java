package it.sportello.app.desk;

import it.sportello.app.frame.Frame;
import it.sportello.app.frame.KeyAction;
import it.sportello.app.frame.Texts;
import it.sportello.offlinecache.journal.Journal;
import it.sportello.offlinecache.journal.OperatorTask;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** State of S03 beside the queue: what waits for a decision, the notices of the day, where work begins. */
public final class HomeViewModel {
    /** A line of the list of what is to be done. */
    public record Row(String text, String age) {}

    /**
     * A place where work begins.
     *
     * @param key its key cap, or empty text
     */
    public record Start(String label, String key, Runnable run) {}

    private final Frame frame;
    private final Journal journal;
    private final Texts texts;
    private final List<String> notices;
    private final List<Start> starts;
    private final ObservableList<Row> tasks = FXCollections.observableArrayList();

    public HomeViewModel(Frame frame, Journal journal, Texts texts, List<String> notices, List<Start> starts) {
        this.frame = frame;
        this.journal = journal;
        this.texts = texts;
        this.notices = List.copyOf(notices);
        this.starts = List.copyOf(starts);
    }

    /** What waits for a decision, oldest first. */
    public ObservableList<Row> tasks() {
        return tasks;
    }

    public List<String> notices() {
        return notices;
    }

    public List<Start> starts() {
        return starts;
    }

    public ObservableList<KeyAction> actions() {
        return FXCollections.emptyObservableList();
    }

    /** Reads the tasks anew. */
    public void refresh() {
        frame.background()
                .run(() -> journal.tasks().open())
                .onSuccess(open -> tasks.setAll(open.stream()
                        .sorted(Comparator.comparing(OperatorTask::createdAt))
                        .map(this::row)
                        .toList()));
    }

    private Row row(OperatorTask task) {
        String cause = task.problem()
                .map(problem -> frame.refusals().cause(problem.code(), problem.arguments()))
                .orElseGet(() -> texts.get("home.task." + task.kind().name()));
        Duration age = Duration.between(task.createdAt(), frame.clock().instant());
        return new Row(cause, texts.get("home.task.age", Math.max(0, age.toMinutes())));
    }
}
