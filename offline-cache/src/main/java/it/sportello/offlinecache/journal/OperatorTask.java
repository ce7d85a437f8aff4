package it.sportello.offlinecache.journal;

import it.sportello.api.Problem;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Something that waits for a decision: a request the server refused, a conflict, an operation that cannot be sent.
 *
 * @param lane the lane it stops until it is closed
 * @param problem what the server said; absent for our own alarms
 * @param decision what was decided, once closed
 */
public record OperatorTask(
        UUID id,
        UUID operationId,
        String operationType,
        String lane,
        Kind kind,
        Optional<Problem> problem,
        String operatorId,
        Instant createdAt,
        Optional<String> decision) {

    /** Why the task exists. */
    public enum Kind {
        /** The server refused a request: it did not happen. */
        REFUSED,
        /** Somebody else changed the thing meanwhile (R-SYN-3). */
        CONFLICT,
        /** A fact the server does not take: needs help, the lane waits. */
        PARKED
    }
}
