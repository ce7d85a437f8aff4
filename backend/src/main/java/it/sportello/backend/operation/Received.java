package it.sportello.backend.operation;

import it.sportello.api.Headers;
import it.sportello.api.Operation;
import it.sportello.api.ProblemCode;
import it.sportello.backend.http.Call;
import it.sportello.backend.http.Refusal;
import it.sportello.domain.ledger.ChainLink;
import it.sportello.domain.operation.Lane;
import it.sportello.domain.operation.OperationType;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An operation as it came over the wire, its form checked.
 *
 * @param body the exact bytes
 * @param claim the link of a chained lane, null on the others
 */
@SuppressWarnings("ArrayRecordComponent") // never compared as a record
record Received(Operation operation, OperationType type, Lane lane, byte[] body, Lanes.@Nullable Claim claim) {
    private static final int FORM_VERSION = 1;
    private static final int UUID_VERSION = 7;

    static Received read(Call call) {
        byte[] body = call.bytes();
        Operation operation = Call.parse(body, Operation.class);
        if (operation.id().version() != UUID_VERSION) {
            throw Refusal.of(ProblemCode.MALFORMED, "operation id is not a UUID of version 7");
        }
        OperationType type = OperationType.of(operation.type());
        if (type == null || operation.version() != FORM_VERSION) {
            throw Refusal.of(ProblemCode.UNKNOWN_OPERATION, "no such type and version");
        }
        Lane lane = Lane.parse(operation.lane());
        if (lane == null || lane.kind() != type.lane()) {
            throw Refusal.of(ProblemCode.MALFORMED, "lane does not belong to the type");
        }
        if (operation.laneSequence().isPresent() != type.isChained()
                || operation.laneSequence().filter(it -> it < 1).isPresent()) {
            throw Refusal.of(ProblemCode.MALFORMED, "a position in the lane belongs to chained lanes only");
        }
        return new Received(operation, type, lane, body, type.isChained() ? claim(call) : null);
    }

    /** The claim of a chained operation. */
    Lanes.Claim chained() {
        return Objects.requireNonNull(claim, "operation of a lane without a chain");
    }

    private static Lanes.Claim claim(Call call) {
        String total = call.header(Headers.RUNNING_TOTAL).orElse("");
        if (!total.matches("-?[0-9]{1,15}")) {
            throw Refusal.of(ProblemCode.MALFORMED, Headers.RUNNING_TOTAL);
        }
        return new Lanes.Claim(
                link(call, Headers.CHAIN_PREVIOUS), link(call, Headers.CHAIN_LINK), Long.parseLong(total));
    }

    private static ChainLink link(Call call, String header) {
        ChainLink link = ChainLink.parse(call.header(header).orElse(""));
        if (link == null) {
            throw Refusal.of(ProblemCode.MALFORMED, header);
        }
        return link;
    }
}
