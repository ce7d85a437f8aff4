package it.sportello.domain.till;

/** States of a till session (specification §4). */
public enum TillState {
    CLOSED,
    OPENING_COUNT,
    OPEN,
    SUSPENDED,
    CLOSING_COUNT,
    BALANCED,
    WITH_DIFFERENCE,
    ARCHIVED,
    CHECKED;

    /** True while the session holds operator and drawer. */
    public boolean isInCourse() {
        return this == OPENING_COUNT || this == OPEN || this == SUSPENDED || this == CLOSING_COUNT;
    }
}
