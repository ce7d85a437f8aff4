package it.sportello.offlinecache.journal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What can be told of an operation without opening it.
 *
 * @param position order of the commits at this desk
 * @param fact whether it already happened, so that the server may not refuse it
 * @param attempts how often it was sent without a usable answer
 * @param flags codes for the accountant that came with the answer
 */
public record OutboxItem(
        long position,
        UUID id,
        String type,
        String lane,
        Optional<Long> laneSequence,
        boolean fact,
        State state,
        int attempts,
        Instant createdAt,
        List<String> flags) {

    /** The states of specification §4; sending is known to the sync loop alone. */
    public enum State {
        WAITING,
        /** Sent, without a usable answer: will be sent again with the same id. */
        UNCONFIRMED,
        CONFIRMED,
        REFUSED,
        CONFLICT,
        /** Held back: the lane waits for help. */
        HELD;

        /** Whether the sync loop still has to send it. */
        public boolean isToSend() {
            return this == WAITING || this == UNCONFIRMED;
        }
    }
}
