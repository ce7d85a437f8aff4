package it.sportello.app.frame;

import it.sportello.app.frame.Citizen.Tone;

/**
 * What a screen says in its own place, beside what it is about.
 *
 * @param title what happened
 * @param next what to do now, perhaps empty text
 */
public record Notice(Tone tone, String title, String next) {}
