package it.sportello.backend.queue;

import it.sportello.api.Queues.Entry;
import it.sportello.domain.queue.QueueEntry;
import it.sportello.domain.queue.QueueLeg;
import it.sportello.domain.queue.QueueState;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A ticket as stored: what the rules know of it, and what the queue adds.
 *
 * @param deskId the desk that called last
 * @param deskNumber its number
 * @param reservedFor number of the only desk that may call it
 */
record QueueTicket(
        QueueEntry entry,
        String siteId,
        LocalDate day,
        Optional<String> deskId,
        Optional<Integer> deskNumber,
        Optional<Integer> reservedFor,
        Extra extra) {

    /**
     * What the rules do not ask for.
     *
     * @param callSequence of its newest call, 0 before the first
     * @param note from reception
     * @param mergedInto the ticket that goes on in its place
     */
    record Extra(long callSequence, long version, Optional<String> note, Optional<String> mergedInto) {}

    /** The same after a step of the rules. */
    QueueTicket with(QueueEntry next) {
        return new QueueTicket(next, siteId, day, deskId, deskNumber, reservedFor, extra);
    }

    QueueTicket at(String desk, int number) {
        return new QueueTicket(entry, siteId, day, Optional.of(desk), Optional.of(number), reservedFor, extra);
    }

    QueueTicket sequenced(long callSequence) {
        return new QueueTicket(
                entry,
                siteId,
                day,
                deskId,
                deskNumber,
                reservedFor,
                new Extra(callSequence, extra.version(), extra.note(), extra.mergedInto()));
    }

    QueueTicket mergedInto(String other) {
        return new QueueTicket(
                entry,
                siteId,
                day,
                deskId,
                deskNumber,
                reservedFor,
                new Extra(extra.callSequence(), extra.version(), extra.note(), Optional.of(other)));
    }

    /** As the desks of the site see it. */
    Entry seen() {
        return told(extra.note());
    }

    /** As everybody may see it, boards and the feed: without the note. */
    Entry shown() {
        return told(Optional.empty());
    }

    private Entry told(Optional<String> note) {
        QueueLeg leg = entry.leg();
        return new Entry(
                entry.id(),
                entry.number().printed(),
                entry.category(),
                wire(entry.state()),
                entry.issuedAt(),
                Optional.ofNullable(leg.called()),
                deskNumber,
                extra.callSequence(),
                entry.priority(),
                Optional.ofNullable(entry.appointmentAt()),
                note,
                leg.since(),
                entry.standing().recalls(),
                reservedFor,
                entry.legs().get(0).sinceSource().name());
    }

    static String wire(QueueState state) {
        return switch (state) {
            case ISSUED, TRANSFERRED, REQUEUED -> "WAITING";
            case CALLED -> "CALLED";
            case IN_SERVICE -> "SERVING";
            case CONCLUDED -> "DONE";
            case ABSENT -> "ABSENT";
            case MERGED -> "MERGED";
        };
    }

    static QueueState state(String wire, int legs) {
        return switch (wire) {
            case "WAITING" -> legs == 1 ? QueueState.ISSUED : QueueState.REQUEUED;
            case "CALLED" -> QueueState.CALLED;
            case "SERVING" -> QueueState.IN_SERVICE;
            case "DONE" -> QueueState.CONCLUDED;
            case "ABSENT" -> QueueState.ABSENT;
            case "MERGED" -> QueueState.MERGED;
            default -> throw new IllegalStateException("queue state " + wire);
        };
    }
}
