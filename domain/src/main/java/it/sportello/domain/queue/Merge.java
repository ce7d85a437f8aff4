package it.sportello.domain.queue;

import java.time.Instant;

/** Two tickets of one person become one: the number called, or else the one printed first, goes on. */
public sealed interface Merge {
    /**
     * Done.
     *
     * @param goesOn the ticket that stays, with the higher priority of the two
     * @param ends the other one, which is nobody's any more
     */
    record Done(QueueEntry goesOn, QueueEntry ends) implements Merge {}

    /** One of them is over already, or both are at a desk. */
    record Refused(QueueState one, QueueState other) implements Merge {}

    static Merge of(QueueEntry one, QueueEntry other, Instant at) {
        boolean oneStays = isAtDesk(one)
                || (!isAtDesk(other)
                        && (one.issuedAt().isBefore(other.issuedAt())
                                || (one.issuedAt().equals(other.issuedAt())
                                        && one.number().compareTo(other.number()) < 0)));
        QueueEntry stays = oneStays ? one : other;
        QueueEntry goes = oneStays ? other : one;
        boolean alive = isAtDesk(stays) || stays.state().isWaiting();
        if (!alive
                || one.id().equals(other.id())
                || !(goes.merge(at) instanceof QueueEntry.Step.Done(QueueEntry ends))) {
            return new Refused(one.state(), other.state());
        }
        return new Done(
                new QueueEntry(
                        stays.id(),
                        stays.number(),
                        Math.max(stays.priority(), goes.priority()),
                        stays.issuedAt(),
                        stays.appointmentAt(),
                        stays.state(),
                        stays.legs(),
                        stays.standing()),
                ends);
    }

    private static boolean isAtDesk(QueueEntry entry) {
        return entry.state() == QueueState.CALLED || entry.state() == QueueState.IN_SERVICE;
    }
}
