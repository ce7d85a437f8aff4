package it.sportello.domain.queue;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/**
 * The end of a day of the queue: it closes nothing and erases nothing, it only tells what was left open (R-QUE-8, Q44).
 *
 * @param day the day that is over
 * @param waiting numbers that were never called to the end, in order
 * @param atDesk numbers called or in service that no desk concluded, in order
 */
public record RollOver(LocalDate day, List<QueueNumber> waiting, List<QueueNumber> atDesk) {
    public RollOver {
        waiting = List.copyOf(waiting);
        atDesk = List.copyOf(atDesk);
    }

    public static RollOver of(LocalDate day, Collection<QueueEntry> entries) {
        return new RollOver(
                day,
                entries.stream()
                        .filter(entry -> entry.state().isWaiting())
                        .map(QueueEntry::number)
                        .sorted()
                        .toList(),
                entries.stream()
                        .filter(entry -> entry.state() == QueueState.CALLED || entry.state() == QueueState.IN_SERVICE)
                        .map(QueueEntry::number)
                        .sorted()
                        .toList());
    }

    public boolean isClean() {
        return waiting.isEmpty() && atDesk.isEmpty();
    }
}
