package it.sportello.domain.exemption;

/**
 * How long an exemption lasts unless something else is stated.
 *
 * @param years an age or a number of years, 0 where the kind needs none
 */
public record DurationRule(Kind kind, int years) {
    public enum Kind {
        UNLIMITED,
        /** To the yearly end of the exemptions of income; renewed for those in the ministry's list. */
        YEAR_END,
        /** To the yearly end, or earlier with a new job; never renewed without a new declaration. */
        YEAR_END_DECLARED,
        /** To the day before the birthday. */
        UNTIL_AGE,
        YEARS,
        /** To the review date of the report, which has to be stated; none when the report has none. */
        REVIEW,
        /** The end has to be stated. */
        STATED,
        /** Lives on the prescription alone, is never registered. */
        PRESCRIPTION
    }

    /** Reads {@code UNLIMITED}, {@code UNTIL_AGE:18} and the like. */
    static DurationRule parse(String text) {
        int colon = text.indexOf(':');
        return colon < 0
                ? new DurationRule(Kind.valueOf(text), 0)
                : new DurationRule(
                        Kind.valueOf(text.substring(0, colon)), Integer.parseInt(text, colon + 1, text.length(), 10));
    }

    public boolean isYearly() {
        return kind == Kind.YEAR_END || kind == Kind.YEAR_END_DECLARED;
    }
}
