package it.sportello.domain.identity;

import java.time.LocalDate;

/**
 * A code by which the health service knows a person: a tax code, a provisional numeric one, or the code of a foreigner
 * who is not enrolled. Never the identity of a person: codes are corrected and replaced (see {@link Person}).
 *
 * <p>{@code toString()} masks: a whole code never reaches a log by accident.
 */
public sealed interface PersonCode permits CodiceFiscale, ProvisionalCode, StpEniCode {
    /** The code in full, upper case, without blanks. */
    String value();

    /** The code with its personal part hidden, for logs and for screens that the public can see. */
    String masked();

    /**
     * Recognises what was typed or scanned by its form alone: format, check letter, a date that exists. Blanks, the
     * asterisks of Code 39 and lower case do not matter.
     */
    static CodeReading classify(String typed) {
        return PersonCodeRules.classify(typed);
    }

    /** As {@link #classify(String)}, with the place of birth looked up as well: known, and in force at the birth date. */
    static CodeReading classify(String typed, Places places, LocalDate today) {
        return PersonCodeRules.withPlace(PersonCodeRules.classify(typed), places, today);
    }
}
