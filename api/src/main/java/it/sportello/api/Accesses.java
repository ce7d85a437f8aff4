package it.sportello.api;

import java.util.List;
import java.util.Optional;

/** The access log: who looked at whom, and why, written before anything is shown. */
public final class Accesses {
    private Accesses() {}

    /**
     * Payload of {@code access.viewed}.
     *
     * @param kind SEARCH or VIEW
     * @param personIds whom the screen shows, each once: the person viewed, or everybody that a search or a list found
     * @param screen identifier of the screen, such as S07
     */
    public record Viewed(String kind, List<String> personIds, String screen, String reason) {
        public Viewed {
            personIds = personIds.stream().distinct().toList();
        }

        /** The page of one person. */
        public static Viewed page(String personId, String screen, String reason) {
            return new Viewed("VIEW", List.of(personId), screen, reason);
        }

        /** What a search or a list found. */
        public static Viewed search(List<String> personIds, String screen, String reason) {
            return new Viewed("SEARCH", personIds, screen, reason);
        }
    }

    /**
     * The older form of {@link Viewed}, which desks wrote before their searches named anybody: what they stored is sent
     * as it is.
     *
     * @param kind SEARCH or VIEW
     * @param personId person viewed; absent for a search
     * @param count how many persons a search showed
     */
    public record ViewedCounted(String kind, Optional<String> personId, int count, String screen, String reason) {}

    /** Counts of the access log that the server holds for a desk. */
    public record AccessSummary(String deskId, long searches, long views) {}
}
