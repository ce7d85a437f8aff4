package it.sportello.domain.identity;

import org.jspecify.annotations.Nullable;

/**
 * The number of a pagoPA payment notice (numero avviso), 18 digits, of which the first is the auxiliary digit (SACI
 * 3.2: new notices have 3, older ones 0, 1 or 2).
 */
public record NoticeNumber(String value) {
    public NoticeNumber {
        if (!isNotice(value)) {
            throw new IllegalArgumentException("Not a notice number");
        }
    }

    /** Reads a typed or scanned number; null when it has not 18 digits or an auxiliary digit nobody issues. */
    public static @Nullable NoticeNumber parse(String typed) {
        String text = TypedText.clean(typed);
        return isNotice(text) ? new NoticeNumber(text) : null;
    }

    private static boolean isNotice(String text) {
        return text.length() == 18 && TypedText.isDigits(text) && text.charAt(0) <= '3';
    }

    public int auxiliaryDigit() {
        return value.charAt(0) - '0';
    }

    /** The payment identifier inside (IUV): 15 digits for auxiliary digit 0, otherwise 17. */
    public String iuv() {
        return auxiliaryDigit() == 0 ? value.substring(3) : value.substring(1);
    }

    /**
     * Whether the last two digits are the remainder by 93 of the others. A wrong one is a warning, not a refusal: the
     * creditor's system has the last word. Numbers with auxiliary digit 1 have no check digits.
     */
    public boolean isCheckRight() {
        return auxiliaryDigit() == 1 || Long.parseLong(value, 0, 16, 10) % 93 == Integer.parseInt(value, 16, 18, 10);
    }

    @Override
    public String toString() {
        return value;
    }
}
