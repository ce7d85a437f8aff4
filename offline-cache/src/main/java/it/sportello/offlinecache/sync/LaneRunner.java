package it.sportello.offlinecache.sync;

import it.sportello.api.OperationAnswer;
import it.sportello.api.Problem;
import it.sportello.api.ProblemCode;
import it.sportello.domain.operation.Lane;
import it.sportello.domain.operation.LaneKind;
import it.sportello.offlinecache.journal.ChainHead;
import it.sportello.offlinecache.journal.CrashPoint;
import it.sportello.offlinecache.journal.LinkTriple;
import it.sportello.offlinecache.journal.OperatorTask;
import it.sportello.offlinecache.journal.Outbox;
import it.sportello.offlinecache.journal.OutboxBody;
import it.sportello.offlinecache.journal.OutboxItem;
import it.sportello.offlinecache.remote.BackendFault;
import it.sportello.offlinecache.remote.OperationReply;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends one operation of one lane and does what the answer says. */
final class LaneRunner {
    private static final Logger LOG = LoggerFactory.getLogger(LaneRunner.class);
    private static final int SAME_HOLE = 3;
    /** Code of the card of the domain's refusal. */
    private static final String OLD_COPY = "TillRefusal.OldCopy";

    private record Hole(long sequence, int times) {}

    private final SyncParts parts;
    private final TillHistory history;
    private final Outbox outbox;
    private final BackOff backOff;
    private final Waiters waiters;
    private final Consumer<Problem> notRecognised;
    private final Map<String, Hole> holes = new ConcurrentHashMap<>();

    LaneRunner(
            SyncParts parts, TillHistory history, BackOff backOff, Waiters waiters, Consumer<Problem> notRecognised) {
        this.parts = parts;
        this.history = history;
        this.outbox = parts.journal().outbox();
        this.backOff = backOff;
        this.waiters = waiters;
        this.notRecognised = notRecognised;
    }

    /** Tells whether the server took the operation, so that the next of the lane may follow. */
    boolean run(OutboxItem item) {
        OutboxBody body = outbox.body(item.id()).orElseThrow();
        parts.crash().passed(CrashPoint.Step.BEFORE_SEND);
        OperationReply reply = parts.sender().send(body);
        parts.crash().passed(CrashPoint.Step.ANSWERED);
        return switch (AnswerTable.read(item, reply)) {
            case Verdict.Close(OperationAnswer answer) -> close(body, answer);
            case Verdict.TryLater(BackendFault cause) -> tryLater(item, cause);
            case Verdict.StillRunning(Problem problem) -> askAgain(item, problem);
            case Verdict.NotRecognised(Problem problem) -> {
                notRecognised.accept(problem);
                yield tryLater(
                        item,
                        new BackendFault(BackendFault.Code.NOT_RECOGNISED, problem.status(), problem.code(), null));
            }
            case Verdict.ResendFrom(Problem problem, long sequence) -> resend(item, problem, sequence);
            case Verdict.Stop(OperatorTask.Kind kind, Optional<Problem> problem) -> stop(item, kind, problem);
        };
    }

    private boolean close(OutboxBody body, OperationAnswer answer) {
        OutboxItem item = body.item();
        outbox.confirmed(item.id(), answer);
        body.link().ifPresent(triple -> acknowledge(item, triple));
        backOff.worked(item.lane());
        waiters.complete(item.id(), new Delivery.Confirmed(answer));
        return true;
    }

    private void acknowledge(OutboxItem item, LinkTriple triple) {
        AcknowledgedHead.store(
                parts.cache(), new ChainHead(item.lane(), item.laneSequence().orElse(0L), triple.link()));
    }

    private boolean askAgain(OutboxItem item, Problem problem) {
        LOG.debug("{} is being applied: {}", item.id(), problem.code());
        backOff.failed(item.lane(), parts.nanos().getAsLong());
        return false;
    }

    private boolean tryLater(OutboxItem item, BackendFault cause) {
        outbox.unconfirmed(item.id());
        backOff.failed(item.lane(), parts.nanos().getAsLong());
        waiters.complete(item.id(), new Delivery.NotConfirmed(cause));
        return false;
    }

    /** The server lost what it had confirmed, such as after its restore: our rows from there on go out again. */
    private boolean resend(OutboxItem item, Problem problem, long sequence) {
        Hole hole = holes.merge(
                item.lane(),
                new Hole(sequence, 1),
                (before, now) -> before.sequence() == now.sequence() ? new Hole(sequence, before.times() + 1) : now);
        if (hole.times() > SAME_HOLE || outbox.resendFrom(item.lane(), sequence) == 0) {
            return stop(item, OperatorTask.Kind.PARKED, Optional.of(problem));
        }
        return true;
    }

    private boolean stop(OutboxItem item, OperatorTask.Kind kind, Optional<Problem> problem) {
        OperatorTask task =
                outbox.stopped(item.id(), kind, problem.map(one -> isOfOldCopy(item, one) ? oldCopy(one) : one));
        waiters.complete(item.id(), delivery(task));
        return false;
    }

    /** A place in the chain that is taken, or follows another one, may mean that this journal is not the newest. */
    private boolean isOfOldCopy(OutboxItem item, Problem problem) {
        @Nullable Lane lane = Lane.parse(item.lane());
        boolean place = problem.code().equals(ProblemCode.SEQUENCE_HOLE.name())
                || problem.code().equals(ProblemCode.CHAIN_BROKEN.name());
        if (!place || lane == null || lane.kind() != LaneKind.TILL) {
            return false;
        }
        if (history.refused(lane) == TillHistory.Finding.UNKNOWN && isTaken(item, problem)) {
            history.serverIsAhead(lane, expected(problem) - 1);
        }
        return history.isOldCopy();
    }

    /** An operation that the server knows gets its answer, so one that it does not know in a taken place is another's. */
    private static boolean isTaken(OutboxItem item, Problem problem) {
        return expected(problem) > item.laneSequence().orElse(0L);
    }

    private static long expected(Problem problem) {
        String told = problem.arguments().getOrDefault("expected", "");
        return told.matches("[0-9]{1,18}") ? Long.parseLong(told) : 0;
    }

    private static Problem oldCopy(Problem told) {
        return new Problem(
                told.type(),
                told.title(),
                told.status(),
                OLD_COPY,
                told.detail(),
                told.supportCode(),
                told.arguments(),
                told.violations());
    }

    static Delivery delivery(OperatorTask task) {
        UUID id = task.id();
        if (task.problem().isEmpty()) {
            return new Delivery.Parked(Optional.empty(), id);
        }
        Problem problem = task.problem().get();
        return switch (task.kind()) {
            case REFUSED -> new Delivery.Refused(problem, id);
            case CONFLICT -> new Delivery.Conflict(problem, id);
            case PARKED -> new Delivery.Parked(task.problem(), id);
            case FLAGGED -> throw new IllegalArgumentException("a flagged operation was confirmed");
        };
    }

    static boolean isSuperseded(Problem problem) {
        return problem.code().equals(ProblemCode.INSTALLATION_SUPERSEDED.name());
    }
}
