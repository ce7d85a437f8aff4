package it.sportello.domain.till;

/** Why a typed row of a count is not one. */
public record CountViolation(Denomination denomination, Field field, Reason reason) {
    /** Which box. */
    public enum Field {
        PIECES,
        ROLLS
    }

    /** What is wrong with it. */
    public enum Reason {
        NOT_A_WHOLE_NUMBER,
        NEGATIVE,
        TOO_MANY,
        /** Notes come in no rolls. */
        NO_ROLLS_OF_NOTES
    }
}
