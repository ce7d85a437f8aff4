package it.sportello.domain.queue;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/**
 * The waits of one day and site against the service level: of the first legs, or, apart, of the later ones.
 *
 * @param printed tickets printed, or later legs begun
 * @param waits measured waits of called tickets, ascending
 * @param notCalled tickets never called, left out of the figures
 * @param quarantined tickets whose times contradict each other, left out too
 * @param notMeasured called tickets whose print time nobody knows, left out too
 */
public record WaitingDay(int printed, List<Duration> waits, int notCalled, int quarantined, int notMeasured) {
    private static final int HUNDRED = 100;
    private static final int THOUSAND = 1000;

    public WaitingDay {
        waits = List.copyOf(waits);
    }

    /** The first legs: from the print of the ticket to its first call. */
    public static WaitingDay of(Collection<QueueEntry> entries) {
        return counted(entries.stream().map(entry -> WaitingTime.of(entry, 0)).toList());
    }

    /** The later legs, shown apart: from each transfer or requeue to the call after it. */
    public static WaitingDay later(Collection<QueueEntry> entries) {
        List<WaitingTime> waits = new ArrayList<>();
        for (QueueEntry entry : entries) {
            for (int leg = 1; leg < entry.legs().size(); leg++) {
                waits.add(WaitingTime.of(entry, leg));
            }
        }
        return counted(waits);
    }

    private static WaitingDay counted(List<WaitingTime> all) {
        List<Duration> waits = new ArrayList<>();
        int notCalled = 0;
        int quarantined = 0;
        int notMeasured = 0;
        for (WaitingTime wait : all) {
            switch (wait) {
                case WaitingTime.Measured measured -> waits.add(measured.length());
                case WaitingTime.Quarantined odd -> quarantined++;
                case WaitingTime.NotMeasured unknown -> notMeasured++;
                case WaitingTime.NotCalled never -> notCalled++;
            }
        }
        Collections.sort(waits);
        return new WaitingDay(all.size(), waits, notCalled, quarantined, notMeasured);
    }

    /** How many were called. */
    public int called() {
        return printed - notCalled;
    }

    /** A day complies when no called ticket waited longer than the limit. */
    public boolean complies(Duration limit) {
        return over(limit) == 0;
    }

    public int over(Duration limit) {
        return (int) waits.stream().filter(wait -> wait.compareTo(limit) > 0).count();
    }

    /** Share of the measured waits above the limit, in thousandths, rounded half up; 0 when nothing was measured. */
    public int overPerThousand(Duration limit) {
        return waits.isEmpty() ? 0 : (over(limit) * THOUSAND * 2 + waits.size()) / (waits.size() * 2);
    }

    /** Zero when nobody was called. */
    public Duration longest() {
        return waits.isEmpty() ? Duration.ZERO : waits.get(waits.size() - 1);
    }

    /** Mean to the second, rounded down; zero when nobody was called. */
    public Duration mean() {
        Duration sum = waits.stream().reduce(Duration.ZERO, Duration::plus);
        return waits.isEmpty() ? Duration.ZERO : sum.dividedBy(waits.size()).truncatedTo(ChronoUnit.SECONDS);
    }

    /** The middle wait, or the mean of the two in the middle, to the second; zero when nobody was called. */
    public Duration median() {
        if (waits.isEmpty()) {
            return Duration.ZERO;
        }
        int half = waits.size() / 2;
        Duration upper = waits.get(half);
        Duration lower = waits.size() % 2 == 0 ? waits.get(half - 1) : upper;
        return lower.plus(upper).dividedBy(2).truncatedTo(ChronoUnit.SECONDS);
    }

    /**
     * The smallest wait that at least so many of a hundred tickets did not exceed (nearest rank); zero when nobody was
     * called.
     */
    public Duration percentile(int percent) {
        if (percent < 1 || percent > HUNDRED) {
            throw new IllegalArgumentException("percentile " + percent);
        }
        return waits.isEmpty() ? Duration.ZERO : waits.get((waits.size() * percent + HUNDRED - 1) / HUNDRED - 1);
    }
}
