package it.sportello.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The queue of a site. No record of it names a person. */
public final class Queues {
    private Queues() {}

    /**
     * A new ticket asked for at the entrance.
     *
     * @param priority larger goes first, 0 to 9; the category's own when that is higher
     * @param appointmentAt time of a booked counter appointment
     * @param note from reception, for the desk's eyes only; never a name, a code or an illness
     */
    public record Issue(
            UUID requestId, String category, int priority, Optional<Instant> appointmentAt, Optional<String> note) {
        /** A walk-in without a note. */
        public Issue(UUID requestId, String category, int priority) {
            this(requestId, category, priority, Optional.empty(), Optional.empty());
        }
    }

    /** The next waiting person is called to a desk; the request id makes a repetition the same call. */
    public record Call(UUID requestId, String deskId, List<String> categories) {}

    /** What became of a called number: SERVING, DONE, ABSENT or RECALLED. */
    public record Change(UUID requestId, String state) {}

    /**
     * What a desk does with one ticket beyond calling the next.
     *
     * @param act CALL (this one, perhaps out of order), REQUEUE, TRANSFER or MERGE
     * @param reason of a call out of order
     * @param position of a requeue, from 1
     * @param category to which it is transferred
     * @param deskId to which it is transferred
     * @param otherId the other ticket of the same person
     */
    public record Act(
            UUID requestId,
            String act,
            Optional<String> reason,
            Optional<Integer> position,
            Optional<String> category,
            Optional<String> deskId,
            Optional<String> otherId) {}

    /** A desk pauses, with a reason, or resumes. */
    public record Pause(UUID requestId, boolean paused, Optional<String> reason) {}

    /**
     * A ticket.
     *
     * @param number as printed, such as A042
     * @param state WAITING, CALLED, SERVING, DONE, ABSENT or MERGED
     * @param issuedAt print of the ticket, which orders the calls whatever happens after it
     * @param calledAt first call of the leg in course
     * @param deskNumber the desk that called last
     * @param callSequence grows by one at every call of the site; a display shows the newest
     * @param priority larger goes first
     * @param appointmentAt time of a booked counter appointment
     * @param note from reception
     * @param waitingSince beginning of the leg in course: the print, or the last transfer or requeue
     * @param recalls how often the number was called again in this leg
     * @param reservedFor number of the only desk that may call it
     * @param issueSource who measured issuedAt: DISPENSER, BRIDGE, MANUAL or UNKNOWN
     */
    public record Entry(
            String id,
            String number,
            String category,
            String state,
            Instant issuedAt,
            Optional<Instant> calledAt,
            Optional<Integer> deskNumber,
            long callSequence,
            int priority,
            Optional<Instant> appointmentAt,
            Optional<String> note,
            Instant waitingSince,
            int recalls,
            Optional<Integer> reservedFor,
            String issueSource) {
        /** A walk-in without priority or note, in its first leg. */
        public Entry(
                String id,
                String number,
                String category,
                String state,
                Instant issuedAt,
                Optional<Instant> calledAt,
                Optional<Integer> deskNumber,
                long callSequence) {
            this(
                    id,
                    number,
                    category,
                    state,
                    issuedAt,
                    calledAt,
                    deskNumber,
                    callSequence,
                    0,
                    Optional.empty(),
                    Optional.empty(),
                    issuedAt,
                    0,
                    Optional.empty(),
                    "DISPENSER");
        }
    }

    /** A service of the site with the letter of its numbers and the priority it gives. */
    public record Category(String code, String name, String prefix, int priority) {}

    /**
     * A desk of the site, as its queue sees it.
     *
     * @param categories what it serves, the first one first
     * @param order MERGED or IN_TURN
     * @param languages what is spoken there, two letters each
     * @param pausedSince since when it calls nobody; absent while it works
     * @param pauseReason why, in the words of who works there
     */
    public record DeskStand(
            String deskId,
            int number,
            List<String> categories,
            String order,
            List<String> languages,
            Optional<Instant> pausedSince,
            Optional<String> pauseReason) {}

    /** Numbers that a day left open: they are told, never erased. */
    public record LeftOpen(LocalDate day, List<String> waiting, List<String> atDesk) {}

    /**
     * The state of a site's queue.
     *
     * @param waiting in the order in which the desk that asks calls them, then those it does not call
     * @param lastCalls the newest first, without notes
     * @param absent marked absent today, the newest first: they may come back
     * @param leftOpen what the newest day that is over left behind; empty when it left nothing
     */
    public record QueueState(
            String siteId,
            List<Entry> waiting,
            List<Entry> lastCalls,
            Instant serverTime,
            List<Entry> absent,
            List<Category> categories,
            List<DeskStand> desks,
            List<LeftOpen> leftOpen) {
        /** Without what surrounds it. */
        public QueueState(String siteId, List<Entry> waiting, List<Entry> lastCalls, Instant serverTime) {
            this(siteId, waiting, lastCalls, serverTime, List.of(), List.of(), List.of(), List.of());
        }
    }

    /**
     * Payload of {@code queue.recorded}: what a desk noted of a number while no server kept the queue, or heard from an
     * existing queue system.
     *
     * @param event ISSUED, CALLED, RECALLED, SERVING, DONE, ABSENT, REQUEUED or TRANSFERRED
     * @param at when it happened, by the desk's clock
     * @param source BRIDGE or MANUAL: who measured that moment
     * @param category service of the number, when the desk knows it; to which it is transferred
     * @param position of a requeue, from 1
     */
    public record Recorded(
            String number,
            String event,
            Instant at,
            String source,
            Optional<String> category,
            Optional<Integer> position) {}

    /**
     * Waits of one kind against the service level; seconds are whole, rounded down.
     *
     * @param name code of the service; TOTAL of all first legs, LATER of the legs after a transfer or requeue
     * @param begun tickets printed, or legs begun
     * @param measured how many waits the figures count
     * @param over waits above the limit
     * @param overPerThousand their share
     * @param notMeasured called, but the print time is unknown
     * @param quarantined called before the print: a clock is wrong
     */
    public record Waits(
            String name,
            int begun,
            int called,
            int measured,
            long longestSeconds,
            long meanSeconds,
            long medianSeconds,
            long p90Seconds,
            int over,
            int overPerThousand,
            int notMeasured,
            int quarantined) {}

    /** Half an hour by its beginning: printed and called in it, and how its calls stand to the limit. */
    public record HalfHour(Instant from, int printed, int called, int over, long longestSeconds) {}

    /**
     * One stay in one queue, with both times and their sources (R-QUE-1).
     *
     * @param leg 1 from the print; 2 and more after a transfer or requeue
     * @param waitSeconds as it counts, from the appointment of who has one; empty when nobody was called, when nobody knows
     *     the print, and when the times contradict each other
     * @param deskNumber the desk that called first
     */
    public record Leg(
            String number,
            int leg,
            String category,
            Instant since,
            String sinceSource,
            Optional<Instant> called,
            Optional<String> callSource,
            Optional<Long> waitSeconds,
            Optional<Integer> deskNumber,
            String state) {}

    /**
     * The plain figures of one day of a site.
     *
     * @param over whether the day has ended; of one that has, who waits still was abandoned
     * @param limitSeconds the service level in force on that day, inclusive
     * @param absent called without answer
     * @param neverCalled waiting, never called
     * @param abandoned absent, and on a day that is over also never called
     * @param open waiting, called or in service
     * @param total the first legs
     * @param later the legs after a transfer or requeue, apart
     */
    public record Figures(
            String siteId,
            LocalDate day,
            boolean over,
            long limitSeconds,
            int absent,
            int neverCalled,
            int abandoned,
            int merged,
            int open,
            Waits total,
            Waits later,
            List<Waits> categories,
            List<HalfHour> halfHours,
            List<Leg> legs) {}
}
