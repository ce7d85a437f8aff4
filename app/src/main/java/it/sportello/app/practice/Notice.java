package it.sportello.app.practice;

import it.sportello.app.frame.Citizen.Tone;

/**
 * What a screen says in its own place.
 *
 * @param title what happened
 * @param next what to do, perhaps empty text
 */
public record Notice(Tone tone, String title, String next) {}
