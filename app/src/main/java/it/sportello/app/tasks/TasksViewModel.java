package it.sportello.app.tasks;

import it.sportello.app.frame.Frame;
import it.sportello.app.frame.RefusalCard;
import it.sportello.app.frame.Texts;
import it.sportello.offlinecache.journal.OperatorTask;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** State of the list of tasks: what was refused or stopped, why, and what to do. */
public final class TasksViewModel {
    /**
     * One task in words.
     *
     * @param resend whether it is a fact that can be sent again
     */
    public record Row(UUID id, String what, String when, RefusalCard card, boolean resend) {}

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
                    frame.messages().good(texts.get(row.resend() ? "tasks.resent" : "tasks.noted"));
                    refresh();
                }));
    }

    private void settle(Row row) {
        if (row.resend()) {
            desk.sendAgain(row.id());
        } else {
            desk.takeNote(row.id());
        }
    }

    private Row row(OperatorTask task) {
        RefusalCard card = task.problem()
                .map(problem -> frame.refusals().card(problem.code(), problem.arguments(), problem.supportCode()))
                .orElseGet(() -> frame.refusals().card("Task." + task.kind().name(), Map.of(), ""));
        return new Row(
                task.id(),
                name(task.operationType()),
                texts.get(
                        "moment",
                        frame.words().date(task.createdAt()),
                        frame.words().time(task.createdAt())),
                card,
                task.kind() == OperatorTask.Kind.PARKED);
    }

    private String name(String operationType) {
        String key = "operation." + operationType;
        return texts.has(key) ? texts.get(key) : operationType;
    }
}
