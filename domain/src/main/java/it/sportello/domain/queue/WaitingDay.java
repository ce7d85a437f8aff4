package it.sportello.domain.queue;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/**
 * The waits of one day and site against the service level. First legs only; later legs are shown apart.
 *
 * @param printed tickets printed
 * @param waits measured waits of called tickets, ascending
 * @param notCalled tickets never called, left out of the figures
 * @param quarantined tickets whose times contradict each other, left out too
 */
public record WaitingDay(int printed, List<Duration> waits, int notCalled, int quarantined) {
    public WaitingDay {
        waits = List.copyOf(waits);
    }

    public static WaitingDay of(Collection<QueueEntry> entries) {
        List<Duration> waits = new ArrayList<>();
        int notCalled = 0;
        int quarantined = 0;
        for (QueueEntry entry : entries) {
            WaitingTime wait = WaitingTime.of(entry, 0);
            if (wait instanceof WaitingTime.Measured measured) {
                waits.add(measured.length());
            } else if (wait instanceof WaitingTime.Quarantined) {
                quarantined++;
            } else {
                notCalled++;
            }
        }
        Collections.sort(waits);
        return new WaitingDay(entries.size(), waits, notCalled, quarantined);
    }

    /** A day complies when no called ticket waited longer than the limit. */
    public boolean complies(Duration limit) {
        return over(limit) == 0;
    }

    public int over(Duration limit) {
        return (int) waits.stream().filter(wait -> wait.compareTo(limit) > 0).count();
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

    /**
     * The smallest wait that at least so many of a hundred tickets did not exceed (nearest rank); zero when nobody was
     * called.
     */
    public Duration percentile(int percent) {
        if (percent < 1 || percent > 100) {
            throw new IllegalArgumentException("percentile " + percent);
        }
        return waits.isEmpty() ? Duration.ZERO : waits.get((waits.size() * percent + 99) / 100 - 1);
    }
}
