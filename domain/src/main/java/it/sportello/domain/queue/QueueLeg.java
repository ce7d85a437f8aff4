package it.sportello.domain.queue;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One stay in the queue of one service: the first from the print of the ticket, the next from each transfer. All times
 * UTC.
 *
 * @param category service waited for
 * @param since print of the ticket, or transfer
 * @param sinceSource who measured it
 * @param called first call; calling again does not change it
 * @param callSource who measured the call; null before it
 * @param served start of the service
 * @param ended end of the service, absence or transfer away
 * @param deskId the desk that called first
 */
public record QueueLeg(
        String category,
        Instant since,
        TimeSource sinceSource,
        @Nullable Instant called,
        @Nullable TimeSource callSource,
        @Nullable Instant served,
        @Nullable Instant ended,
        @Nullable String deskId) {

    static QueueLeg from(String category, Instant since, TimeSource source) {
        return new QueueLeg(category, since, source, null, null, null, null, null);
    }

    /** Called, or called again: the earliest call counts, whichever was heard of first. */
    QueueLeg called(Instant at, TimeSource source, String desk) {
        return called == null || at.isBefore(called)
                ? new QueueLeg(category, since, sinceSource, at, source, served, null, desk)
                : new QueueLeg(category, since, sinceSource, called, callSource, served, null, deskId);
    }

    /** The print of the ticket became known, or known better. */
    QueueLeg since(Instant at, TimeSource source) {
        return new QueueLeg(category, at, source, called, callSource, served, ended, deskId);
    }

    QueueLeg served(Instant at) {
        return new QueueLeg(
                category, since, sinceSource, called, callSource, served == null ? at : served, ended, deskId);
    }

    QueueLeg ended(@Nullable Instant at) {
        return new QueueLeg(category, since, sinceSource, called, callSource, served, at, deskId);
    }
}
