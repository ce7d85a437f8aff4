package it.sportello.offlinecache.sync;

import it.sportello.api.Problem;
import it.sportello.api.ProblemCode;
import it.sportello.offlinecache.journal.OperatorTask;
import it.sportello.offlinecache.journal.OutboxItem;
import it.sportello.offlinecache.remote.OperationReply;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the answer table. A fact already happened: no answer can undo it, so a refusal of a fact holds it back for help.
 * A request may be refused, and the refusal becomes a task.
 */
final class AnswerTable {
    private static final int CLIENT_ERROR = 400;
    private static final int UNAUTHORISED = 401;
    private static final int PRECONDITION = 412;

    private AnswerTable() {}

    static Verdict read(OutboxItem item, OperationReply reply) {
        return switch (reply) {
            case OperationReply.Stored stored -> new Verdict.Close(stored.answer());
            case OperationReply.Unknown unknown -> new Verdict.TryLater(unknown.cause());
            case OperationReply.Denied denied -> denied(item, denied);
        };
    }

    private static Verdict denied(OutboxItem item, OperationReply.Denied denied) {
        Problem problem = denied.problem();
        @Nullable ProblemCode code = code(problem);
        if (code == null) {
            return unknownCode(item, problem);
        }
        return switch (code) {
            case OPERATION_IN_PROGRESS -> new Verdict.StillRunning(problem);
            case SEQUENCE_HOLE -> hole(item, denied);
            case DESK_UNKNOWN, INSTALLATION_SUPERSEDED -> new Verdict.NotRecognised(problem);
            case NOT_SIGNED_IN, WRONG_CREDENTIALS ->
                item.fact()
                        ? new Verdict.NotRecognised(problem)
                        : new Verdict.Stop(OperatorTask.Kind.REFUSED, Optional.of(problem));
            case VERSION_MOVED -> new Verdict.Stop(OperatorTask.Kind.CONFLICT, Optional.of(problem));
            case BODY_DIFFERS, CHAIN_BROKEN, UNKNOWN_OPERATION, MALFORMED, TOO_LARGE ->
                new Verdict.Stop(OperatorTask.Kind.PARKED, Optional.of(problem));
            default -> stop(item, problem);
        };
    }

    /** A code of a newer server: its status tells enough. */
    private static Verdict unknownCode(OutboxItem item, Problem problem) {
        if (problem.status() == UNAUTHORISED) {
            return new Verdict.NotRecognised(problem);
        }
        if (problem.status() == PRECONDITION) {
            return new Verdict.Stop(OperatorTask.Kind.CONFLICT, Optional.of(problem));
        }
        return stop(item, problem);
    }

    private static Verdict stop(OutboxItem item, Problem problem) {
        OperatorTask.Kind kind =
                item.fact() || problem.status() < CLIENT_ERROR ? OperatorTask.Kind.PARKED : OperatorTask.Kind.REFUSED;
        return new Verdict.Stop(kind, Optional.of(problem));
    }

    /** Only a position we have, before the one we sent, can be sent again; anything else is another history. */
    private static Verdict hole(OutboxItem item, OperationReply.Denied denied) {
        long own = item.laneSequence().orElse(0L);
        long expected = denied.expectedSequence().orElse(0L);
        return expected >= 1 && expected < own
                ? new Verdict.ResendFrom(denied.problem(), expected)
                : new Verdict.Stop(OperatorTask.Kind.PARKED, Optional.of(denied.problem()));
    }

    private static @Nullable ProblemCode code(Problem problem) {
        return Arrays.stream(ProblemCode.values())
                .filter(one -> one.name().equals(problem.code()))
                .findFirst()
                .orElse(null);
    }
}
