package it.sportello.domain.queue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person's place in the queue of one day and site.
 *
 * @param priority larger goes first; 0 is everybody
 * @param issuedAt print of the ticket: kept through every transfer and requeue (R-QUE-2)
 * @param appointmentAt time of a booked counter appointment, null for a walk-in
 * @param legs at least one, the last is in course
 */
public record QueueEntry(
        String id,
        QueueNumber number,
        int priority,
        Instant issuedAt,
        @Nullable Instant appointmentAt,
        QueueState state,
        List<QueueLeg> legs) {

    public QueueEntry {
        legs = List.copyOf(legs);
        if (legs.isEmpty()) {
            throw new IllegalArgumentException("queue entry without a leg");
        }
    }

    public static QueueEntry issued(
            String id, QueueNumber number, String category, int priority, Instant at, @Nullable Instant appointmentAt) {
        return new QueueEntry(
                id, number, priority, at, appointmentAt, QueueState.ISSUED, List.of(QueueLeg.from(category, at)));
    }

    /** What a step comes to. */
    public sealed interface Step {
        record Done(QueueEntry entry) implements Step {}

        record Refused(QueueState current, QueueState wanted) implements Step {}
    }

    public boolean isBooked() {
        return appointmentAt != null;
    }

    /** The leg in course. */
    public QueueLeg leg() {
        return legs.get(legs.size() - 1);
    }

    public String category() {
        return leg().category();
    }

    /** Calls, or calls again. */
    public Step call(Instant at, String deskId) {
        return step(QueueState.CALLED, leg().called(at, deskId));
    }

    public Step serve(Instant at) {
        return step(QueueState.IN_SERVICE, leg().served(at));
    }

    public Step conclude(Instant at) {
        return step(QueueState.CONCLUDED, leg().ended(at));
    }

    public Step absent(Instant at) {
        return step(QueueState.ABSENT, leg().ended(at));
    }

    /** Back into the same queue; the first issue time still orders the calls. */
    public Step requeue(Instant at) {
        return next(QueueState.REQUEUED, category(), at);
    }

    /** To another service; a new leg is measured from here. */
    public Step transfer(String category, Instant at) {
        return next(QueueState.TRANSFERRED, category, at);
    }

    private Step step(QueueState wanted, QueueLeg changed) {
        if (!state.next().contains(wanted)) {
            return new Step.Refused(state, wanted);
        }
        List<QueueLeg> after = new ArrayList<>(legs.subList(0, legs.size() - 1));
        after.add(changed);
        return new Step.Done(new QueueEntry(id, number, priority, issuedAt, appointmentAt, wanted, after));
    }

    private Step next(QueueState wanted, String category, Instant at) {
        if (!state.next().contains(wanted)) {
            return new Step.Refused(state, wanted);
        }
        List<QueueLeg> after = new ArrayList<>(legs.subList(0, legs.size() - 1));
        after.add(leg().ended() == null ? leg().ended(at) : leg());
        after.add(QueueLeg.from(category, at));
        return new Step.Done(new QueueEntry(id, number, priority, issuedAt, appointmentAt, wanted, after));
    }
}
