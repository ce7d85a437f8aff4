package it.sportello.app.desk;

import it.sportello.api.Queues;
import it.sportello.app.wiring.DeskSession;
import it.sportello.domain.operation.Lane;
import it.sportello.domain.operation.OperationType;
import it.sportello.domain.parameter.ParameterKey;
import it.sportello.domain.parameter.ParameterKeys;
import it.sportello.domain.parameter.Parameters;
import it.sportello.domain.queue.CallOrder;
import it.sportello.domain.queue.QueueDay;
import it.sportello.domain.queue.QueueEntry;
import it.sportello.domain.queue.QueueNumber;
import it.sportello.domain.queue.QueueState;
import it.sportello.domain.queue.ServedQueues;
import it.sportello.domain.queue.TimeSource;
import it.sportello.offlinecache.journal.Author;
import it.sportello.offlinecache.journal.Journal;
import it.sportello.offlinecache.journal.JournalTransaction;
import it.sportello.offlinecache.journal.OperationDraft;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.Lock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * A queue that this desk keeps by itself, without the server: the numbers that a dispenser's line told ({@code BRIDGE}),
 * or those that the operator types ({@code MANUAL}). Every event is one commit of the journal with the operation that
 * tells the server of it, so it survives a restart and is counted once.
 */
public final class LocalQueue implements QueueSystem {
    static final String DRAFT = "queue.held";

    private final Needs needs;
    private final TimeSource source;

    /**
     * What such a queue needs of its desk.
     *
     * @param parameters those in force
     * @param lock held from the reading of the numbers to their writing; one for all queues of a journal
     */
    public record Needs(
            Journal journal,
            DeskSession session,
            Supplier<Parameters> parameters,
            Clock clock,
            BooleanSupplier online,
            Lock lock) {}

    /** A queue whose calls are measured by the source, BRIDGE or MANUAL. */
    public LocalQueue(Needs needs, TimeSource source) {
        this.needs = needs;
        this.source = source;
    }

    /** What one does with the numbers held, and with the transaction that writes what came of them. */
    @FunctionalInterface
    private interface Turn {
        HeldQueue turn(JournalTransaction transaction, HeldQueue held);
    }

    /** Reads the numbers, and writes what became of them with the operations that tell of it, in one commit. */
    private void commit(Turn turn) {
        needs.lock().lock();
        try {
            HeldQueue held = held();
            needs.journal().commit(transaction -> {
                transaction.putDraft(DRAFT, turn.turn(transaction, held));
                return held;
            });
        } finally {
            needs.lock().unlock();
        }
    }

    @Override
    public TimeSource source() {
        return source;
    }

    /** A dispenser printed a number. Told twice it is one number still. */
    public void printed(QueueNumber number, Instant at) {
        commit((transaction, held) -> {
            if (held.find(number).isPresent()) {
                return held;
            }
            tell(transaction, number, "ISSUED", at, TimeSource.BRIDGE);
            return held.with(
                    QueueEntry.issued(number.printed(), number, category(number), 0, at, null, TimeSource.BRIDGE));
        });
    }

    /**
     * The server answers again and has every event of this desk: what it does not list as waiting was called meanwhile by
     * somebody, and is not called from here a second time.
     */
    public void learn(List<Queues.Entry> waiting) {
        Set<String> numbers =
                Set.copyOf(waiting.stream().map(Queues.Entry::number).toList());
        if (held().tickets().stream().anyMatch(it -> isGone(it, numbers))) {
            commit((transaction, held) -> new HeldQueue(
                    held.day(),
                    held.tickets().stream().filter(it -> !isGone(it, numbers)).toList()));
        }
    }

    private static boolean isGone(HeldQueue.Held held, Set<String> waiting) {
        return QueueState.valueOf(held.state()).isWaiting() && !waiting.contains(held.number());
    }

    /**
     * Whether this desk called a number by itself after the call that the server tells of: the server's is then the answer
     * to a request that was lost, and nobody is called twice.
     */
    boolean calledSince(Queues.Entry told) {
        QueueNumber number = QueueNumber.parse(told.number());
        return number != null
                && held().find(number)
                        .filter(it -> !QueueState.valueOf(it.state()).isWaiting())
                        .flatMap(HeldQueue.Held::calledAt)
                        .filter(at -> told.calledAt().filter(at::isBefore).isEmpty())
                        .isPresent();
    }

    @Override
    public Optional<List<Queues.Entry>> waiting() {
        return Optional.of(order(held()).stream().map(this::told).toList());
    }

    @Override
    public QueueAnswer next(UUID requestId) {
        List<QueueEntry> order = order(held());
        return order.isEmpty() ? new QueueAnswer.NobodyWaits() : call(order.get(0), Optional.empty());
    }

    @Override
    public QueueAnswer call(TypedNumber number, String reason) {
        Instant now = needs.clock().instant();
        QueueEntry entry = held().find(number.number())
                .map(it -> it.entry(desk()))
                .orElseGet(() -> QueueEntry.issued(
                        number.number().printed(),
                        number.number(),
                        category(number.number()),
                        0,
                        number.printedAt().orElse(now),
                        null,
                        number.printedAt().isPresent() ? TimeSource.MANUAL : TimeSource.UNKNOWN));
        return call(entry, number.printedAt());
    }

    private QueueAnswer call(QueueEntry entry, Optional<Instant> printedAt) {
        Instant now = needs.clock().instant();
        boolean waited = entry.state().isWaiting();
        if (!(entry.call(now, desk(), source) instanceof QueueEntry.Step.Done(QueueEntry called))) {
            return refused(entry.state());
        }
        commit((transaction, held) -> {
            printedAt.ifPresent(at -> tell(transaction, entry.number(), "ISSUED", at, TimeSource.MANUAL));
            tell(transaction, entry.number(), "CALLED", now, source);
            HeldQueue after = held.with(called);
            return waited ? after.counted(entry.category(), desk()) : after;
        });
        return new QueueAnswer.Done(told(called));
    }

    @Override
    public QueueAnswer step(Queues.Entry ticket, QueueStep step) {
        Instant now = needs.clock().instant();
        QueueNumber number = QueueNumber.parse(ticket.number());
        if (number == null || isOfServerOnly(step)) {
            return new QueueAnswer.Silent();
        }
        QueueEntry entry = held().find(number).map(it -> it.entry(desk())).orElseGet(() -> entry(ticket));
        QueueEntry.Step taken = switch (step) {
            case QueueStep.Recall() -> entry.call(now, desk(), source);
            case QueueStep.Serve() -> entry.serve(now);
            case QueueStep.Finish() -> entry.finish(now);
            case QueueStep.Absent() -> entry.absent(now, parameter(ParameterKeys.QUEUE_ABSENT_RECALLS));
            case QueueStep.Requeue(int position) -> entry.requeue(now, position, source);
            case QueueStep.Transfer(Optional<String> category, Optional<String> deskId) ->
                entry.transfer(category.orElse(entry.category()), deskId.orElse(null), now, source);
            case QueueStep.Merge merge -> entry.merge(now);
        };
        return switch (taken) {
            case QueueEntry.Step.Done(QueueEntry after) -> done(after, step, now);
            case QueueEntry.Step.Refused refused -> refused(refused.current());
            case QueueEntry.Step.CallAgain again -> new QueueAnswer.Refused("RULE_BROKEN", List.of("CALL_AGAIN_FIRST"));
        };
    }

    /** Only the server knows the other desks and the other tickets. */
    private static boolean isOfServerOnly(QueueStep step) {
        return step instanceof QueueStep.Merge
                || (step instanceof QueueStep.Transfer(Optional<String> category, Optional<String> deskId)
                        && (deskId.isPresent() || category.isEmpty()));
    }

    private QueueAnswer done(QueueEntry after, QueueStep step, Instant now) {
        commit((transaction, held) -> {
            Optional<String> category =
                    step instanceof QueueStep.Transfer transfer ? transfer.category() : Optional.empty();
            Optional<Integer> position = step instanceof QueueStep.Requeue(int n) ? Optional.of(n) : Optional.empty();
            tell(
                    transaction,
                    new Queues.Recorded(after.number().printed(), event(step), now, source.name(), category, position));
            return held.with(after);
        });
        return new QueueAnswer.Done(told(after));
    }

    private static String event(QueueStep step) {
        return switch (step) {
            case QueueStep.Recall() -> "RECALLED";
            case QueueStep.Serve() -> "SERVING";
            case QueueStep.Finish() -> "DONE";
            case QueueStep.Absent() -> "ABSENT";
            case QueueStep.Requeue requeue -> "REQUEUED";
            case QueueStep.Transfer transfer -> "TRANSFERRED";
            case QueueStep.Merge merge -> throw new IllegalArgumentException("only the server joins tickets");
        };
    }

    /** A ticket of the server that this desk takes on by itself, as it stands there. */
    private QueueEntry entry(Queues.Entry ticket) {
        HeldQueue.Held known = new HeldQueue.Held(
                ticket.number(),
                ticket.category(),
                ticket.issuedAt(),
                ticket.issueSource(),
                ticket.waitingSince(),
                ticket.calledAt(),
                switch (ticket.state()) {
                    case "SERVING" -> QueueState.IN_SERVICE.name();
                    case "WAITING" -> QueueState.ISSUED.name();
                    case "ABSENT" -> QueueState.ABSENT.name();
                    default -> QueueState.CALLED.name();
                },
                0,
                ticket.recalls());
        return known.entry(desk());
    }

    private static QueueAnswer refused(QueueState state) {
        return new QueueAnswer.Refused("RULE_BROKEN", List.of("STATE_" + wire(state)));
    }

    private static String wire(QueueState state) {
        return switch (state) {
            case ISSUED, TRANSFERRED, REQUEUED -> "WAITING";
            case CALLED -> "CALLED";
            case IN_SERVICE -> "SERVING";
            case CONCLUDED -> "DONE";
            case ABSENT -> "ABSENT";
            case MERGED -> "MERGED";
        };
    }

    private List<QueueEntry> order(HeldQueue held) {
        return CallOrder.of(
                held.entries(desk()),
                ServedQueues.merged(desk(), needs.session().place().queueCategories()),
                needs.clock().instant());
    }

    private HeldQueue held() {
        LocalDate today = QueueDay.of(needs.clock().instant(), parameter(ParameterKeys.QUEUE_ROLLOVER_HOUR));
        return needs.journal()
                .draft(DRAFT, HeldQueue.class)
                .filter(it -> it.day().equals(today))
                .orElseGet(() -> HeldQueue.empty(today));
    }

    private void tell(
            JournalTransaction transaction, QueueNumber number, String event, Instant at, TimeSource measured) {
        tell(
                transaction,
                new Queues.Recorded(number.printed(), event, at, measured.name(), Optional.empty(), Optional.empty()));
    }

    private void tell(JournalTransaction transaction, Queues.Recorded event) {
        Author author = needs.session().author();
        transaction.enqueue(new OperationDraft(
                OperationType.QUEUE_RECORDED,
                1,
                Lane.queue(desk()),
                event,
                author,
                !needs.online().getAsBoolean()));
    }

    private int parameter(ParameterKey<Integer> key) {
        Clock clock = needs.clock();
        return needs.parameters().get().get(key, LocalDate.ofInstant(clock.instant(), clock.getZone()));
    }

    private String desk() {
        return needs.session().place().id();
    }

    /** The letter is the service where nobody says otherwise; the server, which knows the ranges, has the last word. */
    private static String category(QueueNumber number) {
        return String.valueOf(number.prefix());
    }

    private Queues.Entry told(QueueEntry entry) {
        boolean atDesk = entry.leg().called() != null;
        return new Queues.Entry(
                "",
                entry.number().printed(),
                entry.category(),
                wire(entry.state()),
                entry.issuedAt(),
                Optional.ofNullable(entry.leg().called()),
                atDesk ? Optional.of(needs.session().place().number()) : Optional.empty(),
                0,
                entry.priority(),
                Optional.empty(),
                Optional.empty(),
                entry.leg().since(),
                entry.standing().recalls(),
                Optional.empty(),
                entry.legs().get(0).sinceSource().name());
    }
}
