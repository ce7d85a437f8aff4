package it.sportello.api;

import java.util.Optional;

/** The access log: who looked at whom, and why, written before anything is shown. */
public final class Accesses {
    private Accesses() {}

    /**
     * Payload of {@code access.viewed}.
     *
     * @param kind SEARCH or VIEW
     * @param personId person viewed; absent for a search
     * @param count how many persons a search showed
     * @param screen identifier of the screen, such as S07
     */
    public record Viewed(String kind, Optional<String> personId, int count, String screen, String reason) {}

    /** Counts of the access log that the server holds for a desk. */
    public record AccessSummary(String deskId, long searches, long views) {}
}
