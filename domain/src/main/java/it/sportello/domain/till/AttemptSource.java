package it.sportello.domain.till;

/** Who said how an attempt ended. */
public enum AttemptSource {
    /** The terminal's own answer. */
    TERMINAL,
    /** The last result of the terminal, asked for after its answer was lost, proved to be this payment's. */
    LAST_RESULT,
    /** A person, with the terminal's slip in hand. */
    OPERATOR
}
