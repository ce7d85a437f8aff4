package it.sportello.offlinecache.journal;

import it.sportello.api.Json;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/**
 * A till session read back.
 *
 * @param updatedAt time of the commit that stored this state
 * @param detail JSON of the record that was stored
 */
public record StoredTillSession(
        UUID id, String tillId, LocalDate accountingDay, boolean open, Instant updatedAt, JsonNode detail) {
    /** The record that was stored. */
    public <T> T detail(Class<T> form) {
        return Json.strict().treeToValue(detail, form);
    }

    @Override
    public String toString() {
        return "StoredTillSession[" + tillId + " " + accountingDay + (open ? " open" : " closed") + "]";
    }
}
