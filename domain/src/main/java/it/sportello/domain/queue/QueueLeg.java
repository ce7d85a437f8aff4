package it.sportello.domain.queue;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One stay in the queue of one service: the first from the print of the ticket, the next from each transfer. All times
 * UTC.
 *
 * @param category service waited for
 * @param since print of the ticket, or transfer
 * @param called first call; calling again does not change it
 * @param served start of the service
 * @param ended end of the service, absence or transfer away
 * @param deskId the desk that called first
 */
public record QueueLeg(
        String category,
        Instant since,
        @Nullable Instant called,
        @Nullable Instant served,
        @Nullable Instant ended,
        @Nullable String deskId) {

    static QueueLeg from(String category, Instant since) {
        return new QueueLeg(category, since, null, null, null, null);
    }

    QueueLeg called(Instant at, String desk) {
        return called == null
                ? new QueueLeg(category, since, at, null, null, desk)
                : new QueueLeg(category, since, called, served, null, deskId);
    }

    QueueLeg served(Instant at) {
        return new QueueLeg(category, since, called, served == null ? at : served, ended, deskId);
    }

    QueueLeg ended(@Nullable Instant at) {
        return new QueueLeg(category, since, called, served, at, deskId);
    }
}
