package it.sportello.devices.card.internal;

import it.sportello.devices.card.CardBackend.CardSlot;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Remembers which slots had a card, so that each insertion is read once, and which slot to use: the configured reader
 * before others, and the contact slot of a reader with two before the contactless one.
 */
final class SlotMemory {
    private static final Pattern CONTACTLESS = Pattern.compile("\\b(CL|CLESS|PICC)\\b|CONTACTLESS");

    private final String readerName;
    private final Set<String> occupied = new HashSet<>();
    private final Set<String> seen = new HashSet<>();
    private final List<String> removed = new ArrayList<>();

    SlotMemory(String readerName) {
        this.readerName = readerName;
    }

    /** The slots this desk uses: those of the configured reader, or all when it is not there. */
    List<CardSlot> chosen(List<CardSlot> all) {
        List<CardSlot> configured = all.stream()
                .filter(slot -> slot.name().toUpperCase(Locale.ROOT).contains(readerName.toUpperCase(Locale.ROOT)))
                .toList();
        return configured.isEmpty() ? all : configured;
    }

    /** Asks each slot whether it holds a card. */
    synchronized void look(List<CardSlot> slots) {
        Set<String> now = new HashSet<>();
        for (CardSlot slot : slots) {
            if (slot.isCardPresent()) {
                now.add(slot.name());
            }
        }
        occupied.clear();
        occupied.addAll(now);
        for (String name : List.copyOf(seen)) {
            if (!now.contains(name)) {
                seen.remove(name);
                removed.add(name);
            }
        }
    }

    /** The slots whose card, once announced, has gone since the last call. */
    synchronized List<String> takeRemoved() {
        List<String> names = List.copyOf(removed);
        removed.clear();
        return names;
    }

    /** The slot with a card not read yet; a card held to the antenna while one sits in the contact slot is not read. */
    synchronized @Nullable CardSlot takeNew(List<CardSlot> slots) {
        boolean contactTaken = occupied.stream().anyMatch(name -> !isContactless(name));
        CardSlot next = null;
        for (CardSlot slot : slots) {
            boolean fresh = occupied.contains(slot.name()) && !seen.contains(slot.name());
            boolean shadowed = contactTaken && isContactless(slot.name());
            if (fresh && !shadowed && next == null) {
                seen.add(slot.name());
                next = slot;
            }
        }
        return next;
    }

    /** Forgets all cards, and says which had been announced. */
    synchronized List<String> forgetAll() {
        List<String> names = new ArrayList<>(removed);
        names.addAll(seen);
        removed.clear();
        seen.clear();
        occupied.clear();
        return names;
    }

    /** Whether the name of the slot says that it is an antenna. */
    static boolean isContactless(String name) {
        return CONTACTLESS.matcher(name.toUpperCase(Locale.ROOT)).find();
    }
}
