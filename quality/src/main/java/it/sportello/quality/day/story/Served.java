package it.sportello.quality.day.story;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Who was shown where, and who was served: what the log of accesses must hold at the end. */
public final class Served {
    /** Somebody's page stood on a screen of a desk, at a moment of the day's clock. */
    public record Shown(String deskId, String personId, Instant at) {}

    private final List<Shown> pages = new ArrayList<>();
    private final Set<String> people = new LinkedHashSet<>();

    void shown(String deskId, String personId, Instant at) {
        pages.add(new Shown(deskId, personId, at));
    }

    void served(String personId) {
        people.add(personId);
    }

    /** Every page shown, one entry for each time. */
    public List<Shown> pages() {
        return List.copyOf(pages);
    }

    /** How many different people were served. */
    public int people() {
        return people.size();
    }
}
