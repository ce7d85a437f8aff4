package it.sportello.offlinecache.journal;

import java.util.List;

/**
 * What a note validator told, as it is stored in one piece.
 *
 * @param device family and serial number of the device
 * @param place how far the device's own account has been read; only its driver understands it
 * @param events records of what happened, in order, each sealed; empty when only the place moved
 */
public record NoteRecord(String device, String place, List<?> events) {
    public NoteRecord {
        events = List.copyOf(events);
    }
}
