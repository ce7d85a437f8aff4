package it.sportello.app.desk;

import it.sportello.api.Json;
import it.sportello.api.Operation;
import it.sportello.api.Problem;
import it.sportello.api.ProblemCode;
import it.sportello.api.Queues;
import it.sportello.domain.queue.CallOrder;
import it.sportello.domain.queue.QueueEntry;
import it.sportello.domain.queue.QueueNumber;
import it.sportello.domain.queue.QueueState;
import it.sportello.domain.queue.TimeSource;
import it.sportello.offlinecache.journal.Journal;
import it.sportello.offlinecache.journal.OutboxItem;
import it.sportello.offlinecache.remote.Answer;
import it.sportello.offlinecache.remote.Backend;
import it.sportello.offlinecache.remote.BackendFault;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** The queue of a server on paper, by the rules of the domain: what it knows by its own questions and by operations. */
final class PaperServer {
    final Map<String, QueueEntry> tickets = new TreeMap<>();
    boolean away;
    /** What it does is done, and nobody hears of it. */
    boolean unheard;

    private final Clock clock;
    private final Map<UUID, Object> answers = new java.util.HashMap<>();
    private final Set<UUID> applied = new HashSet<>();

    PaperServer(Clock clock) {
        this.clock = clock;
    }

    /** Prints a number by its own dispenser. */
    void print(String number) {
        put(QueueEntry.issued(
                number,
                java.util.Objects.requireNonNull(QueueNumber.parse(number)),
                number.substring(0, 1),
                0,
                clock.instant(),
                null));
    }

    private void put(QueueEntry entry) {
        tickets.put(entry.id(), entry);
    }

    Backend backend() {
        return (Backend) Proxy.newProxyInstance(
                Backend.class.getClassLoader(), new Class<?>[] {Backend.class}, (proxy, method, arguments) -> {
                    if (away) {
                        return new Answer.NotConfirmed<>(
                                new BackendFault(BackendFault.Code.UNREACHABLE, 0, "test", null));
                    }
                    return switch (method.getName()) {
                        case "queue" -> new Answer.Done<>(state());
                        case "callNext" -> {
                            Object told =
                                    answers.computeIfAbsent(((Queues.Call) arguments[1]).requestId(), id -> next());
                            yield unheard
                                    ? new Answer.NotConfirmed<>(
                                            new BackendFault(BackendFault.Code.UNREACHABLE, 0, "test", null))
                                    : told;
                        }
                        case "changeTicket" -> change((String) arguments[0], ((Queues.Change) arguments[1]).state());
                        case "actOnTicket" -> act((String) arguments[0], (Queues.Act) arguments[1]);
                        default -> throw new AssertionError(method.getName());
                    };
                });
    }

    private Queues.QueueState state() {
        return new Queues.QueueState(
                "S1",
                CallOrder.of(tickets.values(), Set.of("A", "B"), clock.instant()).stream()
                        .map(PaperServer::told)
                        .toList(),
                List.of(),
                clock.instant(),
                tickets.values().stream()
                        .filter(it -> it.state() == QueueState.ABSENT)
                        .map(PaperServer::told)
                        .toList(),
                List.of(),
                List.of(),
                List.of());
    }

    private Object next() {
        QueueEntry next = CallOrder.next(tickets.values(), Set.of("A", "B"), clock.instant());
        if (next == null) {
            return refused(ProblemCode.NOT_FOUND, List.of());
        }
        return done(next.call(clock.instant(), "D05"), next);
    }

    private Object change(String id, String state) {
        QueueEntry entry = java.util.Objects.requireNonNull(tickets.get(id));
        Instant now = clock.instant();
        return done(
                switch (state) {
                    case "RECALLED" -> entry.call(now, "D05");
                    case "SERVING" -> entry.serve(now);
                    case "DONE" -> entry.finish(now);
                    default -> entry.absent(now, 1);
                },
                entry);
    }

    private Object act(String id, Queues.Act act) {
        QueueEntry entry = java.util.Objects.requireNonNull(tickets.get(id));
        Instant now = clock.instant();
        return done(
                switch (act.act()) {
                    case "CALL" -> entry.call(now, "D05");
                    case "REQUEUE" -> entry.requeue(now, act.position().orElse(1), TimeSource.SERVER);
                    default -> entry.transfer(act.category().orElseThrow(), null, now, TimeSource.SERVER);
                },
                entry);
    }

    private Object done(QueueEntry.Step step, QueueEntry before) {
        if (!(step instanceof QueueEntry.Step.Done(QueueEntry after))) {
            return refused(
                    ProblemCode.RULE_BROKEN,
                    List.of(
                            step instanceof QueueEntry.Step.CallAgain
                                    ? "CALL_AGAIN_FIRST"
                                    : "STATE_" + before.state()));
        }
        put(after);
        return new Answer.Done<>(told(after));
    }

    private static Answer<Object> refused(ProblemCode code, List<String> violations) {
        return new Answer.Refused<>(new Problem(
                "about:blank",
                "",
                code.status(),
                code.name(),
                "",
                "",
                Map.of(),
                violations.stream()
                        .map(it -> new Problem.Violation("", it, Map.of()))
                        .toList()));
    }

    /** Takes every operation of a journal, each once however often it comes. */
    void receive(Journal journal) {
        for (OutboxItem item : journal.outbox().pending()) {
            Operation operation = Json.strict()
                    .readValue(journal.outbox().body(item.id()).orElseThrow().bytes(), Operation.class);
            if (operation.type().equals("queue.recorded") && applied.add(operation.id())) {
                apply(Json.strict().treeToValue(operation.payload(), Queues.Recorded.class));
            }
        }
    }

    private void apply(Queues.Recorded event) {
        TimeSource source = TimeSource.valueOf(event.source());
        QueueEntry entry = tickets.computeIfAbsent(
                event.number(),
                number -> QueueEntry.issued(
                        number,
                        java.util.Objects.requireNonNull(QueueNumber.parse(number)),
                        number.substring(0, 1),
                        0,
                        event.at(),
                        null,
                        event.event().equals("ISSUED") ? source : TimeSource.UNKNOWN));
        QueueEntry.Step step = switch (event.event()) {
            case "ISSUED" -> new QueueEntry.Step.Done(entry.printed(event.at(), source));
            case "CALLED", "RECALLED" -> entry.call(event.at(), "D05", source);
            case "SERVING" -> entry.serve(event.at());
            case "DONE" -> entry.finish(event.at());
            case "ABSENT" -> entry.absent(event.at());
            case "REQUEUED" -> entry.requeue(event.at(), event.position().orElse(1), source);
            default -> entry.transfer(event.category().orElseThrow(), null, event.at(), source);
        };
        if (step instanceof QueueEntry.Step.Done(QueueEntry after)) {
            put(after);
        }
    }

    private static Queues.Entry told(QueueEntry entry) {
        return new Queues.Entry(
                entry.id(),
                entry.number().printed(),
                entry.category(),
                entry.state().isWaiting() ? "WAITING" : entry.state() == QueueState.ABSENT ? "ABSENT" : "CALLED",
                entry.issuedAt(),
                Optional.ofNullable(entry.leg().called()),
                Optional.of(5),
                0);
    }
}
