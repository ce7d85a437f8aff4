package it.sportello.app.acceptance;

import it.sportello.app.frame.Citizen.Tone;

/** One thing looked at before an acceptance: what, and how it stands; the tone never says more than the words. */
public record Check(Tone tone, String label, String text) {}
