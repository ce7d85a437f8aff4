package it.sportello.domain.queue;

import java.util.List;

/**
 * What a desk calls.
 *
 * @param deskId whose tickets, transferred to that desk alone, it calls as well
 * @param categories the services it serves, the first one first
 * @param order how the services stand to each other
 * @param languages what is spoken there, two letters each, Italian first
 */
public record ServedQueues(String deskId, List<String> categories, Order order, List<String> languages) {
    /** How the services of one desk stand to each other. */
    public enum Order {
        /** One queue of all of them. */
        MERGED,
        /** The next service only when nobody waits for the one before; priority still goes before all. */
        IN_TURN
    }

    public ServedQueues {
        categories = List.copyOf(categories);
        languages = List.copyOf(languages);
    }

    /** One queue of all of them, in Italian. */
    public static ServedQueues merged(String deskId, List<String> categories) {
        return new ServedQueues(deskId, categories, Order.MERGED, List.of("it"));
    }

    boolean serves(QueueEntry entry) {
        String reserved = entry.standing().deskId();
        return reserved == null ? categories.contains(entry.category()) : reserved.equals(deskId);
    }

    /** Place of the entry's service in the order of this desk. */
    int rank(QueueEntry entry) {
        return order == Order.MERGED ? 0 : categories.indexOf(entry.category());
    }
}
