package it.sportello.app.prints;

import it.sportello.app.frame.Citizen.Tone;

/**
 * A printer in words.
 *
 * @param id the name the desk's settings give it
 * @param sentence what is wrong and what to do; empty when all is well
 * @param waiting jobs that go there and are not on paper
 */
public record PrinterRow(
        String id,
        String name,
        Tone tone,
        String state,
        String paper,
        String sentence,
        String waiting,
        boolean jammed) {}
