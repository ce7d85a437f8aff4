package it.sportello.domain.queue;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The wait of one leg: from the print of the ticket (or the transfer) to the first call, measured on instants so that
 * daylight saving changes nothing.
 */
public sealed interface WaitingTime {
    /** Called after a wait. */
    record Measured(Duration length) implements WaitingTime {
        /** Whether it is inside the service level; the limit itself is (parameter, 600 s). */
        public boolean within(Duration limit) {
            return length.compareTo(limit) <= 0;
        }
    }

    /** Called before it began: a clock is wrong. Never counted as zero, kept apart instead. */
    record Quarantined(Instant since, Instant called) implements WaitingTime {}

    /** Called, but nobody knows when the ticket was printed: left out of the figures and counted. */
    record NotMeasured() implements WaitingTime {}

    /** Not called, so far or ever. */
    record NotCalled() implements WaitingTime {}

    /**
     * The wait of the first leg of a booked person starts at the later of ticket and appointment. Called before the
     * appointment but after the ticket, the wait is nothing.
     */
    static WaitingTime of(QueueEntry entry, int leg) {
        QueueLeg measured = entry.legs().get(leg);
        if (measured.sinceSource() == TimeSource.UNKNOWN && measured.called() != null) {
            return new NotMeasured();
        }
        return of(measured.since(), leg == 0 ? entry.appointmentAt() : null, measured.called());
    }

    static WaitingTime of(Instant since, @Nullable Instant appointment, @Nullable Instant called) {
        if (called == null) {
            return new NotCalled();
        }
        if (called.isBefore(since)) {
            return new Quarantined(since, called);
        }
        Instant start = appointment != null && appointment.isAfter(since) ? appointment : since;
        return new Measured(called.isBefore(start) ? Duration.ZERO : Duration.between(start, called));
    }
}
