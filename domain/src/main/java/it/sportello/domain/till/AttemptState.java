package it.sportello.domain.till;

/** States of an attempt to be paid by card (specification §4). */
public enum AttemptState {
    /** Stored; the terminal has not been asked, so no money can have moved. */
    CREATED,
    /** The request left, or was about to: whether money moves only the terminal knows. */
    SENT,
    /** The answer was lost: the dues are frozen until somebody knows (Q25). */
    UNKNOWN,
    /** Money moved. */
    APPROVED,
    /** No money moved: the dues are free again. */
    REFUSED;

    /** True until it is known whether money moved: its dues may be charged in no other way. */
    public boolean isOpen() {
        return this == CREATED || this == SENT || this == UNKNOWN;
    }

    /** Whether an attempt may go on from here to there; an end is never changed. */
    public boolean mayBecome(AttemptState next) {
        return switch (this) {
            case CREATED -> next == SENT || next == REFUSED;
            case SENT -> next == UNKNOWN || next == APPROVED || next == REFUSED;
            case UNKNOWN -> next == UNKNOWN || next == APPROVED || next == REFUSED;
            case APPROVED, REFUSED -> false;
        };
    }
}
