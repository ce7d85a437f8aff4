package it.sportello.domain.identity;

import org.jspecify.annotations.Nullable;

/**
 * The number of an electronic prescription (numero ricetta elettronica), 15 characters: region, batch group, batch
 * size, nine digits (DM 2 November 2011). There is no check digit.
 */
public record Nre(String value) implements PrescriptionNumber {
    public Nre {
        if (!isNre(value)) {
            throw new IllegalArgumentException("Not an electronic prescription number");
        }
    }

    /** Reads a typed or scanned number in one piece; null when it is none. */
    public static @Nullable Nre parse(String typed) {
        String text = TypedText.clean(typed);
        return isNre(text) ? new Nre(text) : null;
    }

    private static boolean isNre(String text) {
        return text.length() == 15
                && isFirstPart(text.substring(0, 5))
                && TypedText.isDigits(text.substring(5))
                && text.charAt(5) <= '7';
    }

    static boolean isFirstPart(String text) {
        return text.length() == 5
                && TypedText.isDigits(text.substring(0, 3))
                && isAlphanumeric(text.charAt(3))
                && isAlphanumeric(text.charAt(4));
    }

    private static boolean isAlphanumeric(char c) {
        return TypedText.isDigit(c) || (c >= 'A' && c <= 'Z');
    }

    @Override
    public String region() {
        return value.substring(0, 3);
    }

    /** The text of the first bar code of the reminder. */
    public String firstPart() {
        return value.substring(0, 5);
    }

    /** The text of the second bar code of the reminder. */
    public String secondPart() {
        return value.substring(5);
    }

    @Override
    public String toString() {
        return firstPart() + "*******" + value.substring(12);
    }
}
