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
 * @param standing what the leg in course adds to the order of the calls
 */
public record QueueEntry(
        String id,
        QueueNumber number,
        int priority,
        Instant issuedAt,
        @Nullable Instant appointmentAt,
        QueueState state,
        List<QueueLeg> legs,
        Standing standing) {

    public QueueEntry {
        legs = List.copyOf(legs);
        if (legs.isEmpty()) {
            throw new IllegalArgumentException("queue entry without a leg");
        }
    }

    /** One that nothing sets apart. */
    public QueueEntry(
            String id,
            QueueNumber number,
            int priority,
            Instant issuedAt,
            @Nullable Instant appointmentAt,
            QueueState state,
            List<QueueLeg> legs) {
        this(id, number, priority, issuedAt, appointmentAt, state, legs, Standing.PLAIN);
    }

    public static QueueEntry issued(
            String id, QueueNumber number, String category, int priority, Instant at, @Nullable Instant appointmentAt) {
        return issued(id, number, category, priority, at, appointmentAt, TimeSource.DISPENSER);
    }

    /** A ticket, by who measured its print. */
    public static QueueEntry issued(
            String id,
            QueueNumber number,
            String category,
            int priority,
            Instant at,
            @Nullable Instant appointmentAt,
            TimeSource source) {
        return new QueueEntry(
                id,
                number,
                priority,
                at,
                appointmentAt,
                QueueState.ISSUED,
                List.of(QueueLeg.from(category, at, source)));
    }

    /**
     * What sets an entry apart in the order of the calls.
     *
     * @param passes how many others of its service it lets go before
     * @param deskId the only desk that may call it, null for every desk of the service
     * @param recalls how often its number was called again in this leg
     */
    public record Standing(int passes, @Nullable String deskId, int recalls) {
        public static final Standing PLAIN = new Standing(0, null, 0);

        public Standing {
            if (passes < 0 || recalls < 0) {
                throw new IllegalArgumentException("standing " + passes + " " + recalls);
            }
        }
    }

    /** What a step comes to. */
    public sealed interface Step {
        record Done(QueueEntry entry) implements Step {}

        record Refused(QueueState current, QueueState wanted) implements Step {}

        /** Nobody is absent before the number was called again so many times. */
        record CallAgain(int called, int needed) implements Step {}
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

    /** Calls, or calls again, by the server's queue. */
    public Step call(Instant at, String deskId) {
        return call(at, deskId, TimeSource.SERVER);
    }

    /** Calls, or calls again. */
    public Step call(Instant at, String deskId, TimeSource source) {
        int recalls = standing.recalls() + (state == QueueState.CALLED ? 1 : 0);
        return step(QueueState.CALLED, leg().called(at, source, deskId), new Standing(0, standing.deskId(), recalls));
    }

    public Step serve(Instant at) {
        return step(QueueState.IN_SERVICE, leg().served(at), standing);
    }

    public Step conclude(Instant at) {
        return step(QueueState.CONCLUDED, leg().ended(at), standing);
    }

    /** Concludes, also a service that was done without the desk saying when it began. */
    public Step finish(Instant at) {
        return state == QueueState.CALLED && serve(at) instanceof Step.Done(QueueEntry served)
                ? served.conclude(at)
                : conclude(at);
    }

    public Step absent(Instant at) {
        return step(QueueState.ABSENT, leg().ended(at), standing);
    }

    /** Absent, after the number was called again often enough (parameter). A ticket that was not called may always be. */
    public Step absent(Instant at, int recallsNeeded) {
        return state == QueueState.CALLED && standing.recalls() < recallsNeeded
                ? new Step.CallAgain(standing.recalls(), recallsNeeded)
                : absent(at);
    }

    /** Back into the same queue; the first issue time still orders the calls. */
    public Step requeue(Instant at) {
        return requeue(at, 1, TimeSource.SERVER);
    }

    /** Back into the same queue, as the n-th to be called there. */
    public Step requeue(Instant at, int position, TimeSource source) {
        if (position < 1) {
            throw new IllegalArgumentException("position " + position);
        }
        return next(QueueState.REQUEUED, category(), at, source, new Standing(position - 1, null, 0));
    }

    /** To another service; a new leg is measured from here. */
    public Step transfer(String category, Instant at) {
        return transfer(category, null, at, TimeSource.SERVER);
    }

    /**
     * To another service, or to one desk alone; a new leg is measured from here, the first issue time still orders the
     * calls.
     */
    public Step transfer(String category, @Nullable String deskId, Instant at, TimeSource source) {
        return next(QueueState.TRANSFERRED, category, at, source, new Standing(0, deskId, 0));
    }

    /** The person goes on with another number. */
    public Step merge(Instant at) {
        return step(QueueState.MERGED, leg().ended(at), standing);
    }

    /** One more of its service was called before it. */
    public QueueEntry passed() {
        return standing.passes() == 0
                ? this
                : with(state, legs, new Standing(standing.passes() - 1, standing.deskId(), standing.recalls()));
    }

    /** What is known of the print of the ticket, when it is better than what was: an unknown time only. */
    public QueueEntry printed(Instant at, TimeSource source) {
        QueueLeg first = legs.get(0);
        if (first.sinceSource() != TimeSource.UNKNOWN || source == TimeSource.UNKNOWN) {
            return this;
        }
        List<QueueLeg> after = new ArrayList<>(legs);
        after.set(0, first.since(at, source));
        return new QueueEntry(id, number, priority, at, appointmentAt, state, after, standing);
    }

    /** A call that is heard of later than it happened: the earliest one ends the wait of the leg. */
    public QueueEntry calledAlready(Instant at, String deskId, TimeSource source) {
        QueueLeg leg = leg();
        QueueLeg corrected = leg.called(at, source, deskId).ended(leg.ended());
        return with(state, replaced(corrected), standing);
    }

    private Step step(QueueState wanted, QueueLeg changed, Standing stands) {
        return state.next().contains(wanted)
                ? new Step.Done(with(wanted, replaced(changed), stands))
                : new Step.Refused(state, wanted);
    }

    private Step next(QueueState wanted, String category, Instant at, TimeSource source, Standing stands) {
        if (!state.next().contains(wanted)) {
            return new Step.Refused(state, wanted);
        }
        List<QueueLeg> after = replaced(leg().ended() == null ? leg().ended(at) : leg());
        after.add(QueueLeg.from(category, at, source));
        return new Step.Done(with(wanted, after, stands));
    }

    private List<QueueLeg> replaced(QueueLeg changed) {
        List<QueueLeg> after = new ArrayList<>(legs.subList(0, legs.size() - 1));
        after.add(changed);
        return after;
    }

    private QueueEntry with(QueueState next, List<QueueLeg> after, Standing stands) {
        return new QueueEntry(id, number, priority, issuedAt, appointmentAt, next, after, stands);
    }
}
