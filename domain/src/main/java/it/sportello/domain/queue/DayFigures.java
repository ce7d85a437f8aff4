package it.sportello.domain.queue;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * The plain figures of one day and site (health-administration reference §8.1; R-QUE-6).
 *
 * @param first waits from the print of the ticket to its first call
 * @param later waits of the legs after a transfer or requeue, shown apart
 * @param categories the first legs by the service asked for at the entrance
 * @param absent tickets called without answer
 * @param merged tickets that went on under another number
 * @param open tickets that wait, are called or in service: on a day that is over they are the ones left behind
 * @param neverCalled tickets that wait and were never called: of a day that is over, abandoned
 * @param halfHours from the first half-hour in which something happened to the last, without a gap
 */
public record DayFigures(
        WaitingDay first,
        WaitingDay later,
        Map<String, WaitingDay> categories,
        int absent,
        int merged,
        int open,
        int neverCalled,
        List<HalfHour> halfHours) {

    private static final long HALF_HOUR_SECONDS = 1800;

    public DayFigures {
        categories = Map.copyOf(categories);
        halfHours = List.copyOf(halfHours);
    }

    /**
     * Half an hour, told by its beginning as an instant: in the night that repeats an hour there are two of each.
     *
     * @param printed tickets printed in it
     * @param called tickets called for the first time in it
     * @param over how many of those had waited longer than the limit
     * @param longest the longest of their waits
     */
    public record HalfHour(Instant from, int printed, int called, int over, Duration longest) {}

    /** The figures of these tickets; the limit is the service level, inclusive. */
    public static DayFigures of(Collection<QueueEntry> entries, Duration limit) {
        Map<String, WaitingDay> categories = entries.stream()
                .collect(Collectors.groupingBy(
                        entry -> entry.legs().get(0).category(),
                        Collectors.collectingAndThen(Collectors.toList(), WaitingDay::of)));
        return new DayFigures(
                WaitingDay.of(entries),
                WaitingDay.later(entries),
                categories,
                count(entries, QueueState.ABSENT),
                count(entries, QueueState.MERGED),
                (int) entries.stream().filter(entry -> !entry.state().isOver()).count(),
                (int) entries.stream().filter(DayFigures::isNeverCalled).count(),
                halfHours(entries, limit));
    }

    /** Called without answer, or, on a day that is over, never called. */
    public int abandoned() {
        return absent + neverCalled;
    }

    private static int count(Collection<QueueEntry> entries, QueueState state) {
        return (int) entries.stream().filter(entry -> entry.state() == state).count();
    }

    private static boolean isNeverCalled(QueueEntry entry) {
        return entry.state().isWaiting() && entry.legs().get(0).called() == null;
    }

    private static List<HalfHour> halfHours(Collection<QueueEntry> entries, Duration limit) {
        Map<Long, Tally> tallies = new TreeMap<>();
        for (QueueEntry entry : entries) {
            tally(tallies, entry.issuedAt()).printed++;
            @Nullable Instant called = entry.legs().get(0).called();
            if (called != null) {
                tally(tallies, called).add(WaitingTime.of(entry, 0), limit);
            }
        }
        if (tallies.isEmpty()) {
            return List.of();
        }
        long first = tallies.keySet().iterator().next();
        long last = tallies.keySet().stream().max(Long::compare).orElse(first);
        return LongStream.rangeClosed(first, last)
                .mapToObj(slot -> tallies.getOrDefault(slot, new Tally()).in(slot))
                .toList();
    }

    // The hours of Rome are whole hours from UTC, so a half-hour of UTC is one of Rome too.
    private static Tally tally(Map<Long, Tally> tallies, Instant at) {
        return tallies.computeIfAbsent(Math.floorDiv(at.getEpochSecond(), HALF_HOUR_SECONDS), slot -> new Tally());
    }

    private static final class Tally {
        private int printed;
        private int called;
        private int over;
        private Duration longest = Duration.ZERO;

        void add(WaitingTime wait, Duration limit) {
            called++;
            if (wait instanceof WaitingTime.Measured measured) {
                over += measured.within(limit) ? 0 : 1;
                longest = measured.length().compareTo(longest) > 0 ? measured.length() : longest;
            }
        }

        HalfHour in(long slot) {
            return new HalfHour(Instant.ofEpochSecond(slot * HALF_HOUR_SECONDS), printed, called, over, longest);
        }
    }
}
