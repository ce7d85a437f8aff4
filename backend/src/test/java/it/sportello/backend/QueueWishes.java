package it.sportello.backend;

import it.sportello.api.Queues;
import java.util.Optional;
import java.util.UUID;

/** What a desk asks of one ticket, each with an id of its own. */
final class QueueWishes {
    private QueueWishes() {}

    static Queues.Act act(String act) {
        return new Queues.Act(
                UUID.randomUUID(),
                act,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    static Queues.Act because(String reason) {
        return new Queues.Act(
                UUID.randomUUID(),
                "CALL",
                Optional.of(reason),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    static Queues.Act requeue(int position) {
        return new Queues.Act(
                UUID.randomUUID(),
                "REQUEUE",
                Optional.empty(),
                Optional.of(position),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    static Queues.Act transfer(Optional<String> category, Optional<String> desk) {
        return new Queues.Act(
                UUID.randomUUID(), "TRANSFER", Optional.empty(), Optional.empty(), category, desk, Optional.empty());
    }

    static Queues.Act merge(String other) {
        return new Queues.Act(
                UUID.randomUUID(),
                "MERGE",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(other));
    }
}
