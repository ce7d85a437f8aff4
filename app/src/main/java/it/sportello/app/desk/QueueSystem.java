package it.sportello.app.desk;

import it.sportello.api.Queues;
import it.sportello.domain.queue.TimeSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A system that keeps a queue, as a desk uses it (R-QUE-4): the server's own, an existing one behind a driver, or the
 * operator's voice. Whatever the system, the same things end at the server: number, service, print, call, each with who
 * measured it. Every method waits.
 */
public interface QueueSystem {
    /** Who measures a call of this system. */
    TimeSource source();

    /** Who waits, in the order of the calls; empty when the system does not answer, or does not know. */
    Optional<List<Queues.Entry>> waiting();

    /** Calls the next number to this desk; the request id makes a repetition the same call. */
    QueueAnswer next(UUID requestId);

    /** Calls this number to this desk; the reason is that of a call out of order, or empty text. */
    QueueAnswer call(TypedNumber number, String reason);

    /** Takes a number one step on. */
    QueueAnswer step(Queues.Entry ticket, QueueStep step);
}
