package it.sportello.domain.queue;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who is called next: priority first; then, of the same priority, persons whose appointment time has come, by that
 * time; then everybody by first issue time. A person who comes before the appointment waits by issue time until then.
 */
public final class CallOrder {
    private CallOrder() {}

    /** The waiting entries of these services, in the order they are called. */
    public static List<QueueEntry> of(Collection<QueueEntry> entries, Set<String> categories, Instant now) {
        return entries.stream()
                .filter(entry -> entry.state().isWaiting() && categories.contains(entry.category()))
                .sorted(comparator(now))
                .toList();
    }

    /** The next to call, or null when nobody waits. */
    public static @Nullable QueueEntry next(Collection<QueueEntry> entries, Set<String> categories, Instant now) {
        List<QueueEntry> order = of(entries, categories, now);
        return order.isEmpty() ? null : order.get(0);
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
