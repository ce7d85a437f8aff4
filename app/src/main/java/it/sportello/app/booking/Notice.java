package it.sportello.app.booking;

import it.sportello.app.frame.Citizen.Tone;

/** Something said in place: what happened, and what to do now. */
public record Notice(Tone tone, String title, String next) {}
