package it.sportello.app.tasks;

import it.sportello.api.Problem;
import it.sportello.app.frame.Frame;
import it.sportello.app.frame.RefusalCard;
import it.sportello.app.frame.Texts;
import it.sportello.app.frame.Words;
import it.sportello.app.service.StoredNoteEvent;
import it.sportello.offlinecache.journal.NoteAccounts;
import it.sportello.offlinecache.journal.OperatorTask;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** State of the list of tasks: what was refused or stopped, why, and what to do. */
public final class TasksViewModel {
    /**
     * One task in words.
     *
     * @param subject what is settled
     */
    public record Row(Subject subject, String what, String when, RefusalCard card) {}

    /** What a row is about. */
    public sealed interface Subject {
        /**
         * An operation.
         *
         * @param kind why the task exists
         */
        record Task(UUID id, OperatorTask.Kind kind) implements Subject {}

        /** A note held to be suspect, by its place among the events of notes. */
        record Note(long position) implements Subject {}
    }

    private record Open(List<OperatorTask> tasks, List<NoteAccounts.Told<StoredNoteEvent>> notes) {}

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
                .run(() -> new Open(desk.open(), desk.suspectNotes()))
                .onSuccess(open -> rows.setAll(Stream.concat(
                                open.notes().stream().map(this::row),
                                open.tasks().stream().map(this::row))
                        .toList()));
    }

    /** Takes note of the chosen task, or sends its fact again. */
    public void settle() {
        chosen.get()
                .ifPresent(row -> frame.background().does(() -> settle(row)).onSuccess(done -> {
                    frame.messages().good(texts.get(done(row.subject())));
                    refresh();
                }));
    }

    private void settle(Row row) {
        switch (row.subject()) {
            case Subject.Note note -> desk.takeNote(note.position());
            case Subject.Task(UUID id, OperatorTask.Kind kind) -> {
                if (kind == OperatorTask.Kind.PARKED) {
                    desk.sendAgain(id);
                } else {
                    desk.takeNote(id);
                }
            }
        }
    }

    private static String done(Subject subject) {
        return switch (subject) {
            case Subject.Note note -> "tasks.noted.stored";
            case Subject.Task task ->
                switch (task.kind()) {
                    case PARKED -> "tasks.resent";
                    case FLAGGED -> "tasks.noted.stored";
                    case REFUSED, CONFLICT -> "tasks.noted";
                };
        };
    }

    /** Words that accuse nobody. */
    private Row row(NoteAccounts.Told<StoredNoteEvent> told) {
        StoredNoteEvent event = told.detail();
        Words words = frame.words();
        String note = event.note()
                .map(one -> texts.get("tasks.note.value", words.money(one.value())))
                .orElseGet(() -> texts.get("tasks.note"));
        String amount = event.payableCents()
                .map(cents -> texts.get("tasks.note.amount", words.cents(cents)))
                .orElseGet(() -> texts.get("tasks.note.outside"));
        return new Row(
                new Subject.Note(told.position()),
                note,
                texts.get("moment", words.date(event.at()), words.time(event.at())),
                frame.refusals().card("Note." + event.kind().name(), Map.of("amount", amount), ""));
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
                new Subject.Task(task.id(), task.kind()),
                name(task.operationType()),
                texts.get(
                        "moment",
                        frame.words().date(task.createdAt()),
                        frame.words().time(task.createdAt())),
                card(task));
    }

    private String name(String operationType) {
        String key = "operation." + operationType;
        return texts.has(key) ? texts.get(key) : operationType;
    }
}
