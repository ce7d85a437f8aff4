package it.sportello.domain.queue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who is called next: priority first; then, of the same priority, persons whose appointment time has come, by that
 * time; then everybody by first issue time. A person who comes before the appointment waits by issue time until then.
 * Who was put back at a position lets so many others of the same service go before, and keeps the first issue time
 * (R-QUE-2).
 */
public final class CallOrder {
    private CallOrder() {}

    /** The waiting entries of these services, in the order they are called. */
    public static List<QueueEntry> of(Collection<QueueEntry> entries, Set<String> categories, Instant now) {
        return ordered(entries.stream().filter(entry -> categories.contains(entry.category())), comparator(now));
    }

    /** The waiting entries that a desk calls, in its order. */
    public static List<QueueEntry> of(Collection<QueueEntry> entries, ServedQueues served, Instant now) {
        Comparator<QueueEntry> byRank = Comparator.comparingInt(QueueEntry::priority)
                .reversed()
                .thenComparingInt(served::rank)
                .thenComparing(comparator(now));
        return ordered(entries.stream().filter(served::serves), byRank);
    }

    /** The next to call, or null when nobody waits. */
    public static @Nullable QueueEntry next(Collection<QueueEntry> entries, Set<String> categories, Instant now) {
        List<QueueEntry> order = of(entries, categories, now);
        return order.isEmpty() ? null : order.get(0);
    }

    private static List<QueueEntry> ordered(Stream<QueueEntry> entries, Comparator<QueueEntry> comparator) {
        List<QueueEntry> all = entries.filter(entry -> entry.state().isWaiting())
                .sorted(comparator)
                .toList();
        List<QueueEntry> order = new ArrayList<>(
                all.stream().filter(entry -> entry.standing().passes() == 0).toList());
        all.stream()
                .filter(entry -> entry.standing().passes() > 0)
                .sorted(Comparator.comparingInt(entry -> entry.standing().passes()))
                .forEach(entry -> order.add(place(order, entry, comparator), entry));
        return List.copyOf(order);
    }

    /** After as many others of its service as it lets go before, or after the last when they are fewer. */
    private static int place(List<QueueEntry> order, QueueEntry entry, Comparator<QueueEntry> comparator) {
        int toPass = entry.standing().passes();
        int place = 0;
        for (int i = 0; i < order.size(); i++) {
            boolean letBy = toPass > 0 && order.get(i).category().equals(entry.category());
            if (letBy) {
                toPass--;
            }
            if (letBy || comparator.compare(order.get(i), entry) < 0) {
                place = i + 1;
            }
        }
        return place;
    }

    private static Comparator<QueueEntry> comparator(Instant now) {
        return Comparator.comparingInt(QueueEntry::priority)
                .reversed()
                .thenComparingInt(entry -> isDue(entry, now) ? 0 : 1)
                .thenComparing(entry -> orderTime(entry, now))
                .thenComparing(QueueEntry::issuedAt)
                .thenComparing(QueueEntry::number);
    }

    private static boolean isDue(QueueEntry entry, Instant now) {
        Instant appointment = entry.appointmentAt();
        return appointment != null && !appointment.isAfter(now);
    }

    private static Instant orderTime(QueueEntry entry, Instant now) {
        Instant appointment = entry.appointmentAt();
        return appointment != null && isDue(entry, now) ? appointment : entry.issuedAt();
    }
}
