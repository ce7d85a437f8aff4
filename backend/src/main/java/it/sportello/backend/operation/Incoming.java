package it.sportello.backend.operation;

import it.sportello.api.Json;
import it.sportello.api.Operation;
import it.sportello.api.ProblemCode;
import it.sportello.backend.feed.FeedDraft;
import it.sportello.backend.http.Refusal;
import it.sportello.backend.session.Caller;
import it.sportello.backend.session.Permission;
import java.time.Instant;
import tools.jackson.core.JacksonException;

/**
 * An operation on its way into the store, authenticated and in its place in the lane.
 *
 * @param author who acted, by the session named in the operation
 * @param receivedAt official time of arrival
 * @param runningTotalCents total after this operation by the header of its link; 0 outside tills
 * @param previousTotalCents total of the lane before it
 * @param feed what other desks will be told
 */
public record Incoming(
        Operation operation,
        Caller author,
        Instant receivedAt,
        long runningTotalCents,
        long previousTotalCents,
        FeedDraft feed) {

    /** The payload as the record of its type, strictly. */
    public <T> T payload(Class<T> type) {
        T payload;
        try {
            payload = Json.strict().treeToValue(operation.payload(), type);
        } catch (JacksonException malformed) {
            throw Refusal.of(
                    ProblemCode.MALFORMED,
                    "payload is not a " + type.getSimpleName() + ": "
                            + malformed.getClass().getSimpleName());
        }
        if (payload == null) {
            throw Refusal.of(ProblemCode.MALFORMED, "no payload");
        }
        return payload;
    }

    /** For requests: refuses an author who may not ask. */
    public void require(Permission permission) {
        if (!author.has(permission)) {
            throw Refusal.of(ProblemCode.FORBIDDEN, "needs " + permission);
        }
    }

    public String epoch() {
        return author.identity().epoch();
    }
}
