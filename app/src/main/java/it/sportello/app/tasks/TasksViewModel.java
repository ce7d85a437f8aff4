package it.sportello.app.tasks;

import it.sportello.api.Problem;
import it.sportello.app.frame.Frame;
import it.sportello.app.frame.RefusalCard;
import it.sportello.app.frame.Texts;
import it.sportello.offlinecache.journal.OperatorTask;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** State of the list of tasks: what was refused or stopped, why, and what to do. */
public final class TasksViewModel {
    /**
     * One task in words.
     *
     * @param kind why the task exists
     */
    public record Row(UUID id, String what, String when, RefusalCard card, OperatorTask.Kind kind) {}

    private final Frame frame;
    private final TaskDesk desk;
    private final Texts texts;
    private final ObservableList<Row> rows = FXCollections.observableArrayList();
    private final ObjectProperty<Optional<Row>> chosen = new SimpleObjectProperty<>(Optional.empty());

    public TasksViewModel(Frame frame, TaskDesk desk, Texts texts) {
        this.frame = frame;
        this.desk = desk;
        this.texts = texts;
    }

    public ObservableList<Row> rows() {
        return rows;
    }

    public ObjectProperty<Optional<Row>> chosenProperty() {
        return chosen;
    }

    public void refresh() {
        frame.background()
                .run(desk::open)
                .onSuccess(open -> rows.setAll(open.stream().map(this::row).toList()));
    }

    /** Takes note of the chosen task, or sends its fact again. */
    public void settle() {
        chosen.get()
                .ifPresent(row -> frame.background().does(() -> settle(row)).onSuccess(done -> {
                    frame.messages().good(texts.get(done(row.kind())));
                    refresh();
                }));
    }

    private void settle(Row row) {
        if (row.kind() == OperatorTask.Kind.PARKED) {
            desk.sendAgain(row.id());
        } else {
            desk.takeNote(row.id());
        }
    }

    private static String done(OperatorTask.Kind kind) {
        return switch (kind) {
            case PARKED -> "tasks.resent";
            case FLAGGED -> "tasks.noted.stored";
            case REFUSED, CONFLICT -> "tasks.noted";
        };
    }

    private RefusalCard card(OperatorTask task) {
        if (task.problem().isEmpty()) {
            return frame.refusals().card("Task." + task.kind().name());
        }
        Problem problem = task.problem().get();
        return task.kind() == OperatorTask.Kind.FLAGGED
                ? flagged(problem.violations())
                : frame.refusals().card(problem.code(), problem.arguments(), problem.supportCode());
    }

    /** Every flag says what happened; the first says who helps and what to do. */
    private RefusalCard flagged(List<Problem.Violation> flags) {
        List<RefusalCard> cards = flags.stream().map(this::flag).toList();
        RefusalCard first = cards.getFirst();
        return new RefusalCard(
                flags.stream().map(Problem.Violation::code).collect(Collectors.joining(" ")),
                cards.stream().map(RefusalCard::cause).distinct().collect(Collectors.joining(" ")),
                first.rule(),
                first.who(),
                first.next(),
                "");
    }

    private RefusalCard flag(Problem.Violation flag) {
        String code = "Flag." + flag.code();
        return frame.refusals().card(frame.refusals().knows(code) ? code : "Task.FLAGGED");
    }

    private Row row(OperatorTask task) {
        return new Row(
                task.id(),
                name(task.operationType()),
                texts.get(
                        "moment",
                        frame.words().date(task.createdAt()),
                        frame.words().time(task.createdAt())),
                card(task),
                task.kind());
    }

    private String name(String operationType) {
        String key = "operation." + operationType;
        return texts.has(key) ? texts.get(key) : operationType;
    }
}
