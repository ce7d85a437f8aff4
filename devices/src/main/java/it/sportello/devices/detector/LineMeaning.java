package it.sportello.devices.detector;

import it.sportello.domain.till.Denomination;
import java.util.Optional;

/** What a line means by the rules. */
public sealed interface LineMeaning {

    /** A verdict on a note. */
    record Note(NoteVerdict verdict, Optional<Denomination> note, String currency, String noteSerial)
            implements LineMeaning {}

    /** A sum. */
    record Total(CountRow row) implements LineMeaning {}

    /** A report begins. */
    record ReportStart() implements LineMeaning {}

    /** A report ends. */
    record ReportEnd() implements LineMeaning {}

    /** A line without interest. */
    record Ignored() implements LineMeaning {}

    /** The device complains in its own words. */
    record Complaint(String text) implements LineMeaning {}

    /** Nothing the rules understand. */
    record NotUnderstood(Why why) implements LineMeaning {}

    /** Why a line is not understood. The words stand under {@code line.<name>} in this package's bundle. */
    enum Why {
        NO_RULE,
        /** A rule fits, but its value is not that of a euro note, or its sum is not a number. */
        BAD_NUMBER,
        /** The rule took too long over it. */
        TOO_SLOW,
        /** Longer than a line may be. */
        TOO_LONG,
        /** The line broke off. */
        BROKEN
    }
}
