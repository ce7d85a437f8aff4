package it.sportello.domain.identity;

import org.jspecify.annotations.Nullable;

/**
 * The number of the paper form (ricetta rossa, DM 17 March 2008), 15 digits: region, two digits, serial and control
 * digit. It has no central lock; duplicates are found in the archive by this number.
 */
public record PaperNumber(String value) implements PrescriptionNumber {
    public PaperNumber {
        if (value.length() != 15 || !TypedText.isDigits(value)) {
            throw new IllegalArgumentException("Not a paper prescription number");
        }
    }

    /** Reads a typed or scanned number in one piece; null when it is none. */
    public static @Nullable PaperNumber parse(String typed) {
        String text = TypedText.clean(typed);
        return text.length() == 15 && TypedText.isDigits(text) ? new PaperNumber(text) : null;
    }

    @Override
    public String region() {
        return value.substring(0, 3);
    }

    @Override
    public String toString() {
        return value.substring(0, 5) + "*******" + value.substring(12);
    }
}
