package it.sportello.domain.identity;

/**
 * One thing that is wrong with a code, precise enough to point at the character.
 *
 * @param position 1-based position of the character; 0 when the violation concerns the whole code; for
 *     {@link Kind#LENGTH} the number of characters that were typed
 * @param found the character found there, 0 when none
 * @param expected the character that would be right, 0 when there is no single one
 */
public record CodeViolation(Kind kind, Level level, int position, char found, char expected) {
    public enum Level {
        BLOCK,
        WARN
    }

    public enum Kind {
        /** Nothing was typed. */
        EMPTY,
        /** Neither 16 nor 11 characters. */
        LENGTH,
        /** A letter was expected here. */
        LETTER_EXPECTED,
        /** A digit, or a letter of homocody standing for one, was expected here. */
        DIGIT_EXPECTED,
        /** A character that no code contains. */
        FOREIGN_CHARACTER,
        /** Not one of the twelve letters of the months. */
        MONTH_LETTER,
        /** Not a day between 1 and 31 or between 41 and 71. */
        DAY,
        /** A day that its month never has, or 29 February of a common year. */
        DATE,
        /** The letter of the place is none of A to M, Z. */
        PLACE_LETTER,
        /** The last character does not follow from the others. */
        CHECK_CHARACTER,
        /** All zeros: passes the arithmetic but is nobody's code. */
        ALL_ZEROS,
        /** The place is not in the table. */
        PLACE_UNKNOWN,
        /** The place did not exist, or no longer, at the date of birth. */
        PLACE_NOT_IN_FORCE,
        /** The first three digits are not a region. */
        REGION_UNKNOWN
    }

    static CodeViolation whole(Kind kind, Level level) {
        return new CodeViolation(kind, level, 0, (char) 0, (char) 0);
    }

    static CodeViolation at(Kind kind, int position, char found, char expected) {
        return new CodeViolation(kind, Level.BLOCK, position, found, expected);
    }

    static CodeViolation warning(Kind kind, int position, char found) {
        return new CodeViolation(kind, Level.WARN, position, found, (char) 0);
    }
}
