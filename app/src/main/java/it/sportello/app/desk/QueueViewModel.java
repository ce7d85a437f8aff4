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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The queue at this desk: who waits, the number called, the verbs of F2. One for the whole desk. */
public final class QueueViewModel {
    /** A category with its waiting people. */
    public record Category(String code, String name, int waiting, Duration longestWait) {}

    /** What the queue needs to know of the desk. */
    public record QueueSurroundings(DeskSession session, DeskParameters parameters, DeskState state) {}

    private final Frame frame;
    private final DeskQueue queue;
    private final NumberDisplay display;
    private final DeskSession session;
    private final DeskParameters parameters;
    private final DeskState state;
    private final Executor door;
    private final Texts texts = Texts.of(QueueViewModel.class);
    private final QueueWords words;

    private final ObservableList<Category> categories = FXCollections.observableArrayList();
    private final ObservableList<Queues.Entry> waiting = FXCollections.observableArrayList();
    private final ObjectProperty<DeskQueue.Mode> mode = new SimpleObjectProperty<>(DeskQueue.Mode.SERVER);
    private final ObjectProperty<Optional<DeskQueue.Look>> look = new SimpleObjectProperty<>(Optional.empty());
    private final BooleanProperty reachable = new SimpleBooleanProperty(true);
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<Optional<Called>> called = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<NumberDisplay.Shown>> shown =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    /** Every ticket that came to this desk, as it stood last, by its number. */
    private final Map<String, Queues.Entry> atDesk = new TreeMap<>();

    private Optional<UUID> unconfirmedCall = Optional.empty();

    /** @param door brings the display's answer back to the window's thread */
    public QueueViewModel(
            Frame frame, DeskQueue queue, NumberDisplay display, QueueSurroundings around, Executor door) {
        this.frame = frame;
        this.queue = queue;
        this.display = display;
        this.session = around.session();
        this.parameters = around.parameters();
        this.state = around.state();
        this.door = door;
        this.words = new QueueWords(frame, texts);
        frame.navigator().onConcluded(this::concluded);
        frame.navigator().currentWorkProperty().subscribe(work -> followCalled(work));
    }

    /** The categories of this desk, with their longest waits. */
    public ObservableList<Category> categories() {
        return categories;
    }

    /** Who waits for this desk, in the order of the call. */
    public ObservableList<Queues.Entry> waiting() {
        return waiting;
    }

    /** Which system keeps the queue at the moment. */
    public ObjectProperty<DeskQueue.Mode> modeProperty() {
        return mode;
    }

    /** What was seen last; empty until the first look is over. */
    public ObjectProperty<Optional<DeskQueue.Look>> lookProperty() {
        return look;
    }

    /** Whether the server's queue answers. */
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

    /** The ticket of the current work, as it stood last. */
    public Optional<Queues.Entry> ticket() {
        return called.get().map(number -> atDesk.getOrDefault(number.number(), ticketOf(number)));
    }

    // Of a work that began before this program's start only number and call are known.
    private static Queues.Entry ticketOf(Called number) {
        return new Queues.Entry(
                number.id().orElse(""),
                number.number(),
                number.number().substring(0, 1),
                "CALLED",
                number.calledAt(),
                Optional.of(number.calledAt()),
                Optional.empty(),
                0);
    }

    /** What the display said of the last number; empty while it is asked. */
    public ReadOnlyObjectProperty<Optional<NumberDisplay.Shown>> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** Asks who waits. Lists keep their place when nothing changed. */
    public void refresh() {
        if (!session.isSignedIn()) {
            return;
        }
        frame.background().run(queue::look).onSuccess(this::show).onFailure(failure -> reachable.set(false));
    }

    /** F2: the next number comes to this desk; when nobody but the operator knows it, it is typed. */
    public void callNext() {
        if (busy.get()) {
            return;
        }
        UUID request = unconfirmedCall.orElseGet(UUID::randomUUID);
        run(
                () -> queue.next(request),
                answer -> {
                    boolean byServer = answer instanceof QueueAnswer.Done(Queues.Entry entry)
                            && !entry.id().isEmpty();
                    boolean silent = !byServer
                            && !(answer instanceof QueueAnswer.NobodyWaits)
                            && !(answer instanceof QueueAnswer.Refused);
                    unconfirmedCall = silent ? Optional.of(request) : Optional.empty();
                    called(answer);
                },
                () -> {
                    unconfirmedCall = Optional.of(request);
                    byHand();
                });
    }

    /** Calls this one of the list; out of order only with a reason, or empty text for the next one. */
    public void call(Queues.Entry ticket, String reason) {
        run(() -> queue.call(ticket, reason), this::called, this::byHand);
    }

    private void called(QueueAnswer answer) {
        switch (answer) {
            case QueueAnswer.Done(Queues.Entry entry) -> begin(entry);
            case QueueAnswer.NobodyWaits nobody -> frame.messages().information(texts.get("queue.nobody"));
            case QueueAnswer.Refused refused -> words.refuse(refused);
            case QueueAnswer.Silent silent -> {
                reachable.set(false);
                byHand();
            }
        }
    }

    /** Shift+F2: the same number again. */
    public void recall() {
        called.get().ifPresent(number -> {
            step(new QueueStep.Recall(), after -> {});
            announce(number);
        });
    }

    /** Ctrl+F2: nobody came, also after the number was called again; the work is over. */
    public void absent() {
        called.get()
                .ifPresent(number -> step(new QueueStep.Absent(), after -> {
                    leave(texts.get("queue.absent.done", number.number()));
                }));
    }

    /** The number of the current work is no longer at this desk: the work is over. */
    void leave(String message) {
        frame.navigator().currentWork().citizen().calledProperty().set(Optional.empty());
        frame.messages().good(message);
        frame.navigator().conclude();
    }

    /** Takes the number of the current work one step on; what comes of it is shown, or why not. */
    void step(QueueStep step, Consumer<Queues.Entry> done) {
        ticket().ifPresent(ticket ->
                run(() -> queue.step(ticket, step), answer -> stepped(answer, done), () -> reachable.set(false)));
    }

    private void stepped(QueueAnswer answer, Consumer<Queues.Entry> done) {
        switch (answer) {
            case QueueAnswer.Done(Queues.Entry entry) -> {
                atDesk.put(entry.number(), entry);
                done.accept(entry);
            }
            case QueueAnswer.NobodyWaits gone -> frame.messages().attention(texts.get("queue.gone"));
            case QueueAnswer.Refused refused -> words.refuse(refused);
            case QueueAnswer.Silent silent -> frame.messages().attention(texts.get("queue.server.only"));
        }
        refresh();
    }

    private void run(
            it.sportello.app.frame.Background.Waiting<QueueAnswer> ask,
            Consumer<QueueAnswer> answered,
            Runnable failed) {
        busy.set(true);
        frame.background()
                .run(ask)
                .whenOver(() -> busy.set(false))
                .onSuccess(answered)
                .onFailure(failure -> failed.run());
    }

    /** A number typed or spoken while the queue does not answer; the time of the call is this one. */
    public void byHand() {
        Confirmation question = new Confirmation(
                Tone.INFORMATION,
                texts.get("queue.byhand.title"),
                "",
                List.of(texts.get("queue.byhand.line"), texts.get("queue.byhand.time")),
                texts.get("queue.byhand.verb"),
                texts.get("queue.byhand.cancel"));
        frame.dialogs().ask(question, texts.get("queue.byhand.field"), this::callTyped);
    }

    private void callTyped(String typed) {
        Optional<TypedNumber> number = TypedNumber.parse(
                typed, frame.clock().instant().atZone(frame.clock().getZone()));
        if (number.isEmpty()) {
            frame.messages().attention(texts.get("queue.byhand.wrong", typed));
            return;
        }
        run(() -> queue.byHand(number.get()), this::called, () -> {});
    }

    private void begin(Queues.Entry entry) {
        if (!frame.navigator().beginWork()) {
            return;
        }
        atDesk.put(entry.number(), entry);
        Instant at = entry.calledAt().orElseGet(() -> frame.clock().instant());
        Called number = new Called(Optional.of(entry.id()).filter(id -> !id.isEmpty()), entry.number(), at);
        Work work = frame.navigator().currentWork();
        work.citizen().calledProperty().set(Optional.of(number));
        followCalled(work);
        work.citizen().citizenProperty().addListener((observed, before, after) -> {
            if (before.isEmpty() && after.isPresent()) {
                quietly(number, new QueueStep.Serve());
            }
        });
        frame.navigator().open(it.sportello.app.frame.ScreenKeys.QUEUE);
        announce(number);
        refresh();
    }

    private void announce(Called number) {
        shown.set(Optional.empty());
        display.show(number.number(), session.place().number())
                .thenAcceptAsync(answer -> answered(number, answer), door)
                .exceptionally(failure -> null);
    }

    private void answered(Called number, NumberDisplay.Shown answer) {
        shown.set(Optional.of(answer));
        if (answer == NumberDisplay.Shown.SILENT) {
            frame.messages().attention(texts.get("queue.display.silent", number.number()));
        }
    }

    private void followCalled(Work work) {
        called.set(work.citizen().calledProperty().get());
    }

    private void concluded(Work work) {
        work.citizen().calledProperty().get().ifPresent(number -> quietly(number, new QueueStep.Finish()));
    }

    // Begin and end of a service follow the work by themselves: what the queue says of them changes nothing at the
    // desk.
    private void quietly(Called number, QueueStep step) {
        Queues.Entry ticket = atDesk.getOrDefault(number.number(), ticketOf(number));
        frame.background()
                .run(() -> queue.step(ticket, step))
                .onSuccess(answer -> {
                    if (answer instanceof QueueAnswer.Done(Queues.Entry entry)) {
                        atDesk.put(entry.number(), entry);
                    }
                    refresh();
                })
                .onFailure(failure -> reachable.set(false));
    }

    /** What a look found. */
    void show(DeskQueue.Look now) {
        reachable.set(now.mode() == DeskQueue.Mode.SERVER);
        mode.set(now.mode());
        List<String> mine = session.place().queueCategories();
        List<Queues.Entry> entries = now.waiting().stream()
                .filter(entry -> entry.reservedFor()
                        .map(desk -> desk == session.place().number())
                        .orElseGet(() -> mine.contains(entry.category())))
                .toList();
        if (!entries.equals(List.copyOf(waiting))) {
            waiting.setAll(entries);
        }
        List<Category> next = counted(entries, mine, now);
        if (!next.equals(List.copyOf(categories))) {
            categories.setAll(next);
        }
        // The last, since who follows it reads the lists: a second look that is equal tells nobody anything.
        look.set(Optional.of(now));
        Duration longest = next.stream()
                .map(Category::longestWait)
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
        state.longestWaitProperty().set(entries.isEmpty() ? Optional.empty() : Optional.of(longest));
        state.waitToneProperty().set(tone(longest));
    }

    private static List<Category> counted(List<Queues.Entry> entries, List<String> mine, DeskQueue.Look now) {
        Map<String, String> names = now.site().stream()
                .flatMap(site -> site.categories().stream())
                .collect(Collectors.toMap(Queues.Category::code, Queues.Category::name));
        Map<String, Category> found = new TreeMap<>();
        mine.forEach(code -> found.put(code, new Category(code, names.getOrDefault(code, ""), 0, Duration.ZERO)));
        for (Queues.Entry entry : entries) {
            Duration wait = Duration.between(entry.waitingSince(), now.at());
            found.computeIfPresent(
                    entry.category(),
                    (code, before) -> new Category(
                            code,
                            before.name(),
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
