package it.sportello.app.desk;

import it.sportello.api.Queues;
import it.sportello.app.frame.Citizen.Tone;
import it.sportello.app.frame.CitizenContext.Called;
import it.sportello.app.frame.Confirmation;
import it.sportello.app.frame.DeskState;
import it.sportello.app.frame.Frame;
import it.sportello.app.frame.Texts;
import it.sportello.app.frame.Work;
import it.sportello.app.wiring.DeskParameters;
import it.sportello.app.wiring.DeskSession;
import it.sportello.app.wiring.NumberDisplay;
import it.sportello.domain.parameter.ParameterKeys;
import it.sportello.domain.queue.QueueNumber;
import it.sportello.offlinecache.remote.Answer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Executor;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The queue at this desk: who waits, the number called, the verbs of F2. One for the whole desk. */
public final class QueueViewModel {
    /** A category with its waiting people. */
    public record Category(String name, int waiting, Duration longestWait) {}

    private final Frame frame;
    private final QueueCalls calls;
    private final NumberDisplay display;
    private final DeskSession session;
    private final DeskParameters parameters;
    private final DeskState state;
    private final Executor door;
    private final Texts texts = Texts.of(QueueViewModel.class);

    private final ObservableList<Category> categories = FXCollections.observableArrayList();
    private final ObservableList<Queues.Entry> waiting = FXCollections.observableArrayList();
    private final BooleanProperty reachable = new SimpleBooleanProperty(true);
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<Optional<Called>> called = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<NumberDisplay.Shown>> shown =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<UUID> unconfirmedCall = Optional.empty();

    /** @param door brings the display's answer back to the window's thread */
    public QueueViewModel(
            Frame frame, QueueCalls calls, NumberDisplay display, QueueSurroundings around, Executor door) {
        this.frame = frame;
        this.calls = calls;
        this.display = display;
        this.session = around.session();
        this.parameters = around.parameters();
        this.state = around.state();
        this.door = door;
        frame.navigator().onConcluded(this::concluded);
        frame.navigator().currentWorkProperty().subscribe(work -> followCalled(work));
    }

    /** What the queue needs to know of the desk. */
    public record QueueSurroundings(DeskSession session, DeskParameters parameters, DeskState state) {}

    /** The categories of this desk, with their longest waits. */
    public ObservableList<Category> categories() {
        return categories;
    }

    /** Who waits for this desk, in the order of the call. */
    public ObservableList<Queues.Entry> waiting() {
        return waiting;
    }

    /** Whether the queue answers; if not, numbers are typed. */
    public BooleanProperty reachableProperty() {
        return reachable;
    }

    public BooleanProperty busyProperty() {
        return busy;
    }

    /** The number of the current work. */
    public ReadOnlyObjectProperty<Optional<Called>> calledProperty() {
        return called.getReadOnlyProperty();
    }

    /** What the display said of the last number; empty while it is asked. */
    public ReadOnlyObjectProperty<Optional<NumberDisplay.Shown>> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** Asks the server who waits. Lists keep their place when nothing changed. */
    public void refresh() {
        if (!session.isSignedIn()) {
            return;
        }
        frame.background().run(calls::state).onSuccess(this::show).onFailure(failure -> reachable.set(false));
    }

    /** F2: the next number comes to this desk; without the queue the number is typed. */
    public void callNext() {
        if (busy.get()) {
            return;
        }
        UUID request = unconfirmedCall.orElseGet(UUID::randomUUID);
        busy.set(true);
        frame.background()
                .run(() -> calls.next(request))
                .whenOver(() -> busy.set(false))
                .onSuccess(result -> ended(request, result))
                .onFailure(failure -> {
                    unconfirmedCall = Optional.of(request);
                    byHand();
                });
    }

    /** Shift+F2: the same number again. */
    public void recall() {
        called.get().ifPresent(ticket -> {
            change(ticket, "RECALLED");
            announce(ticket);
        });
    }

    /** Ctrl+F2: nobody came; the work is over. */
    public void absent() {
        called.get().ifPresent(ticket -> {
            change(ticket, "ABSENT");
            frame.navigator().currentWork().citizen().calledProperty().set(Optional.empty());
            frame.messages().good(texts.get("queue.absent.done", ticket.number()));
            frame.navigator().conclude();
        });
    }

    /** A number typed or spoken while the queue does not answer; the time of the call is this one. */
    public void byHand() {
        Confirmation question = new Confirmation(
                Tone.INFORMATION,
                texts.get("queue.byhand.title"),
                "",
                List.of(texts.get("queue.byhand.line")),
                texts.get("queue.byhand.verb"),
                texts.get("queue.byhand.cancel"));
        frame.dialogs().ask(question, texts.get("queue.byhand.field"), this::callTyped);
    }

    private void callTyped(String typed) {
        QueueNumber number = QueueNumber.parse(typed);
        if (number == null) {
            frame.messages().attention(texts.get("queue.byhand.wrong", typed));
            return;
        }
        begin(new Called(Optional.empty(), number.printed(), frame.clock().instant()));
    }

    private void ended(UUID request, QueueCalls.Called result) {
        unconfirmedCall = Optional.empty();
        switch (result) {
            case QueueCalls.Called.Next(Queues.Entry entry) -> {
                reachable.set(true);
                begin(new Called(
                        Optional.of(entry.id()),
                        entry.number(),
                        entry.calledAt().orElseGet(() -> frame.clock().instant())));
                refresh();
            }
            case QueueCalls.Called.NobodyWaits() -> frame.messages().information(texts.get("queue.nobody"));
            case QueueCalls.Called.Refused refused ->
                frame.dialogs().show(frame.refusals().card(refused.code(), refused.arguments(), ""));
            case QueueCalls.Called.NotConfirmed silent -> {
                reachable.set(false);
                unconfirmedCall = Optional.of(request);
                byHand();
            }
        }
    }

    private void begin(Called ticket) {
        if (!frame.navigator().beginWork()) {
            return;
        }
        Work work = frame.navigator().currentWork();
        work.citizen().calledProperty().set(Optional.of(ticket));
        followCalled(work);
        work.citizen().citizenProperty().addListener((observed, before, after) -> {
            if (before.isEmpty() && after.isPresent()) {
                change(ticket, "SERVING");
            }
        });
        frame.navigator().open(it.sportello.app.frame.ScreenKeys.QUEUE);
        announce(ticket);
    }

    private void announce(Called ticket) {
        shown.set(Optional.empty());
        display.show(ticket.number(), session.place().number())
                .thenAcceptAsync(answer -> answered(ticket, answer), door)
                .exceptionally(failure -> null);
    }

    private void answered(Called ticket, NumberDisplay.Shown answer) {
        shown.set(Optional.of(answer));
        if (answer == NumberDisplay.Shown.SILENT) {
            frame.messages().attention(texts.get("queue.display.silent", ticket.number()));
        }
    }

    private void followCalled(Work work) {
        called.set(work.citizen().calledProperty().get());
    }

    private void concluded(Work work) {
        work.citizen().calledProperty().get().ifPresent(ticket -> change(ticket, "DONE"));
    }

    // A number called by hand is unknown to the server; a change without answer is not repeated: the next call tells.
    private void change(Called ticket, String to) {
        ticket.id()
                .ifPresent(id -> frame.background()
                        .run(() -> calls.change(id, to))
                        .onSuccess(answer -> refresh())
                        .onFailure(failure -> reachable.set(false)));
    }

    private void show(Answer<Queues.QueueState> answer) {
        if (!(answer instanceof Answer.Done<Queues.QueueState>(Queues.QueueState now))) {
            reachable.set(false);
            state.longestWaitProperty().set(Optional.empty());
            return;
        }
        reachable.set(true);
        List<String> mine = session.place().queueCategories();
        List<Queues.Entry> entries = now.waiting().stream()
                .filter(entry -> mine.contains(entry.category()))
                .toList();
        if (!entries.equals(List.copyOf(waiting))) {
            waiting.setAll(entries);
        }
        List<Category> next = counted(entries, mine, now);
        if (!next.equals(List.copyOf(categories))) {
            categories.setAll(next);
        }
        Duration longest = next.stream()
                .map(Category::longestWait)
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
        state.longestWaitProperty().set(entries.isEmpty() ? Optional.empty() : Optional.of(longest));
        state.waitToneProperty().set(tone(longest));
    }

    private static List<Category> counted(List<Queues.Entry> entries, List<String> mine, Queues.QueueState now) {
        Map<String, Category> found = new TreeMap<>();
        mine.forEach(name -> found.put(name, new Category(name, 0, Duration.ZERO)));
        for (Queues.Entry entry : entries) {
            Duration wait = Duration.between(entry.issuedAt(), now.serverTime());
            found.computeIfPresent(
                    entry.category(),
                    (name, before) -> new Category(
                            name,
                            before.waiting() + 1,
                            wait.compareTo(before.longestWait()) > 0 ? wait : before.longestWait()));
        }
        return List.copyOf(found.values());
    }

    /** What a wait means by the thresholds in force. */
    public Tone tone(Duration wait) {
        if (wait.compareTo(parameters.get(ParameterKeys.QUEUE_RED)) >= 0) {
            return Tone.DANGER;
        }
        return wait.compareTo(parameters.get(ParameterKeys.QUEUE_AMBER)) >= 0 ? Tone.ATTENTION : Tone.GOOD;
    }
}
