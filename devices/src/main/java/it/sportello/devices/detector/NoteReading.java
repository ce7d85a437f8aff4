package it.sportello.devices.detector;

import it.sportello.domain.till.Denomination;
import java.time.Instant;
import java.util.Optional;

/**
 * A verdict on one note. It is kept with the receipt and pays nothing.
 *
 * @param note which note, when it was told
 * @param currency as the device names it, {@code EUR} when it names none
 * @param noteSerial number printed on the note, empty when not read
 * @param at UTC
 */
public record NoteReading(
        NoteVerdict verdict,
        Optional<Denomination> note,
        String currency,
        String noteSerial,
        Origin origin,
        Instant at) {

    /** The currency of a note when nothing else is said. */
    public static final String EURO = "EUR";

    /** Who judged. */
    public enum Origin {
        DEVICE,
        OPERATOR
    }

    public NoteReading {
        if (note.isPresent() && !note.get().isNote()) {
            throw new IllegalArgumentException("a coin is not a note");
        }
    }
}
