package it.sportello.domain.agenda;

import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A part of an agenda that fixes how certain availability can be booked (attività).
 *
 * @param services codes bookable one by one
 * @param groupingClasses ids of the classes attached to it
 * @param slotLength length of its slots
 * @param capacity persons in one slot
 * @param reserved the class its slots are kept for, null when for all
 * @param release how long before the start a reserved slot opens to less urgent classes
 */
public record Activity(
        String id,
        String name,
        Set<String> services,
        Set<String> groupingClasses,
        Duration slotLength,
        int capacity,
        Set<Channel> channels,
        @Nullable BookingClass reserved,
        Duration release) {

    public Activity {
        services = Set.copyOf(services);
        groupingClasses = Set.copyOf(groupingClasses);
        channels = Set.copyOf(channels);
        if (slotLength.isNegative() || slotLength.isZero() || capacity < 1 || release.isNegative()) {
            throw new IllegalArgumentException("activity " + id);
        }
    }
}
