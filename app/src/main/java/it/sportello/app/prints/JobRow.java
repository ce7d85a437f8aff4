package it.sportello.app.prints;

import it.sportello.app.frame.Citizen.Tone;
import java.util.UUID;

/**
 * A print that is not delivered, in words.
 *
 * @param sentence what happened and what to do
 */
public record JobRow(
        UUID id, String document, String printer, String since, Tone tone, Stand stand, String state, String sentence) {

    /** How a print stands, as far as its buttons are concerned. */
    public enum Stand {
        QUEUED,
        SENDING,
        /** The printer waits for somebody. */
        HELD,
        FAILED,
        UNCERTAIN
    }
}
