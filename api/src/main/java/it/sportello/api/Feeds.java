package it.sportello.api;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** Changes of the server in commit order. */
public final class Feeds {
    private Feeds() {}

    /**
     * One page.
     *
     * @param cursor opaque; the page and its cursor are stored in one transaction
     */
    public record Page(List<Item> items, String cursor, boolean more) {}

    /**
     * The newest state of one thing.
     *
     * @param kind person, due, booking, exemption or queue
     * @param deleted a tombstone; the body is then an empty object
     */
    public record Item(String kind, String id, long version, boolean deleted, JsonNode body) {}
}
