package it.sportello.app.frame;

import it.sportello.app.frame.Citizen.Tone;

/**
 * A lamp of the status bar: shape, word and colour together, never colour alone.
 *
 * @param id what it is about, stable, such as {@code printer}
 * @param label short Italian name, such as {@code Stampante}
 * @param tone how it stands
 * @param state the state in a word or two, such as {@code pronta}, {@code carta finita}
 * @param detail a full sentence with what to do, for the tool tip and screen readers; empty text when all is well
 */
public record Lamp(String id, String label, Tone tone, String state, String detail) {}
