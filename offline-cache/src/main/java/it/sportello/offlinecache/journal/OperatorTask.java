package it.sportello.offlinecache.journal;

import it.sportello.api.Problem;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Something that waits for a decision: a request the server refused, a conflict, an operation that cannot be sent, a fact
 * that the server stored but finds odd.
 *
 * @param lane the lane of the operation; the task stops it until it is closed, if its kind does
 * @param problem what the server said, each flag as a violation; absent for our own alarms
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
        PARKED,
        /** A fact that the server stored and marked: somebody looks at it, nothing waits. */
        FLAGGED;

        /** Whether nothing more of the lane is sent before the task is closed. */
        public boolean stopsLane() {
            return this != FLAGGED;
        }
    }
}
