package it.sportello.app.till;

import it.sportello.devices.detector.NoteReading;
import it.sportello.devices.detector.NoteVerdict;
import it.sportello.domain.till.Denomination;
import java.time.Instant;
import java.util.Optional;

/**
 * What was said of one note at the desk. It is kept with the receipt and pays nothing (R-ADD-13).
 *
 * @param note which note, when it was told
 * @param noteSerial number printed on the note, empty when not read
 * @param source who judged
 * @param kept whether a validator holds the note in its container
 * @param at UTC
 */
public record JudgedNote(
        NoteVerdict verdict, Optional<Denomination> note, String noteSerial, Source source, boolean kept, Instant at) {
    /** Who judged a note. */
    public enum Source {
        DETECTOR,
        VALIDATOR,
        OPERATOR
    }

    static JudgedNote of(NoteReading reading) {
        return new JudgedNote(
                reading.verdict(),
                reading.note(),
                reading.noteSerial(),
                reading.origin() == NoteReading.Origin.OPERATOR ? Source.OPERATOR : Source.DETECTOR,
                false,
                reading.at());
    }

    static JudgedNote byValidator(NoteVerdict verdict, Optional<Denomination> note, boolean kept, Instant at) {
        return new JudgedNote(verdict, note, "", Source.VALIDATOR, kept, at);
    }
}
