package it.sportello.app.booking;

/** Under which regime places are searched; the two are never mixed. The names are those of the wire. */
public enum Regime {
    SSN,
    PRIVATE_PRACTICE
}
