package it.sportello.offlinecache.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;

import it.sportello.api.ProblemCode;
import it.sportello.offlinecache.ScriptedServer;
import it.sportello.offlinecache.TestDesk;
import it.sportello.offlinecache.journal.OperatorTask.Kind;
import it.sportello.offlinecache.journal.OutboxItem;
import it.sportello.offlinecache.remote.OperationReply;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every code of the contract, for a fact and for a request. */
class AnswerTableTest {
    @ParameterizedTest
    @EnumSource(ProblemCode.class)
    void everyCodeHasItsMeaning(ProblemCode code) {
        assertEquals(ofAFact(code), verdict(code, true), "fact");
        assertEquals(ofARequest(code), verdict(code, false), "request");
    }

    private static String ofAFact(ProblemCode code) {
        return switch (code) {
            case OPERATION_IN_PROGRESS -> "StillRunning";
            case SEQUENCE_HOLE -> "ResendFrom 3";
            case DESK_UNKNOWN, INSTALLATION_SUPERSEDED, NOT_SIGNED_IN, WRONG_CREDENTIALS -> "NotRecognised";
            case VERSION_MOVED -> "Stop " + Kind.CONFLICT;
            default -> "Stop " + Kind.PARKED;
        };
    }

    private static String ofARequest(ProblemCode code) {
        return switch (code) {
            case NOT_SIGNED_IN, WRONG_CREDENTIALS -> "Stop " + Kind.REFUSED;
            case BODY_DIFFERS, CHAIN_BROKEN, UNKNOWN_OPERATION, MALFORMED, TOO_LARGE -> "Stop " + Kind.PARKED;
            case OPERATION_IN_PROGRESS, SEQUENCE_HOLE, DESK_UNKNOWN, INSTALLATION_SUPERSEDED, VERSION_MOVED ->
                ofAFact(code);
            default -> "Stop " + Kind.REFUSED;
        };
    }

    private static String verdict(ProblemCode code, boolean fact) {
        OutboxItem item = new OutboxItem(
                9,
                UUID.randomUUID(),
                "x",
                "till:T01",
                Optional.of(5L),
                fact,
                OutboxItem.State.WAITING,
                0,
                TestDesk.MORNING,
                List.of());
        OperationReply reply =
                new OperationReply.Denied(ScriptedServer.problem(code.name(), code.status()), Optional.of(3L));
        return switch (AnswerTable.read(item, reply)) {
            case Verdict.ResendFrom resend -> "ResendFrom " + resend.sequence();
            case Verdict.Stop stop -> "Stop " + stop.kind();
            case Verdict other -> other.getClass().getSimpleName();
        };
    }
}
