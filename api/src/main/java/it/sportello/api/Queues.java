package it.sportello.api;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The queue of a site. */
public final class Queues {
    private Queues() {}

    /** A new ticket asked for at the entrance. */
    public record Issue(UUID requestId, String category, int priority) {}

    /** The next waiting person is called to a desk; the request id makes a repetition the same call. */
    public record Call(UUID requestId, String deskId, List<String> categories) {}

    /** What became of a called number: SERVING, DONE, ABSENT or RECALLED. */
    public record Change(UUID requestId, String state) {}

    /**
     * A ticket.
     *
     * @param number as printed, such as A042
     * @param state WAITING, CALLED, SERVING, DONE or ABSENT
     * @param callSequence grows by one at every call of the site; a display shows the newest
     */
    public record Entry(
            String id,
            String number,
            String category,
            String state,
            Instant issuedAt,
            Optional<Instant> calledAt,
            Optional<Integer> deskNumber,
            long callSequence) {}

    /** The state of a site's queue. */
    public record QueueState(String siteId, List<Entry> waiting, List<Entry> lastCalls, Instant serverTime) {}
}
