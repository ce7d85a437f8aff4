package it.sportello.domain.identity;

import org.jspecify.annotations.Nullable;

/**
 * The number of a health card, 20 digits as printed on its back (TEAM field 8): 80 health, 380 Italy, 00, region,
 * progressive, Luhn digit. A new card has a new number and the same tax code.
 */
public record CardNumber(String value) {
    private static final String ITALIAN = "80380";

    public CardNumber {
        if (value.length() != 20 || !TypedText.isDigits(value)) {
            throw new IllegalArgumentException("A card number has 20 digits");
        }
        if (TypedText.luhn(value.substring(0, 19)) != value.charAt(19)) {
            throw new IllegalArgumentException("Wrong check digit of a card number");
        }
    }

    /** Reads a typed or scanned number; null when it has not 20 digits or its check digit is wrong. */
    public static @Nullable CardNumber parse(String typed) {
        String text = TypedText.clean(typed);
        boolean right = text.length() == 20
                && TypedText.isDigits(text)
                && TypedText.luhn(text.substring(0, 19)) == text.charAt(19);
        return right ? new CardNumber(text) : null;
    }

    /** The printed number that belongs to the chip's EF_ID_Carta (16 digits); null when that is not one. */
    public static @Nullable CardNumber ofChip(String idCarta) {
        if (idCarta.length() != 16 || !TypedText.isDigits(idCarta)) {
            return null;
        }
        String digits = "8038000" + idCarta.substring(1, 13);
        return new CardNumber(digits + TypedText.luhn(digits));
    }

    public boolean isItalian() {
        return value.startsWith(ITALIAN);
    }

    /** The region that issued an Italian card, three digits. */
    public String region() {
        return value.substring(7, 10);
    }

    public String masked() {
        return value.substring(0, 5) + "***********" + value.substring(16);
    }

    @Override
    public String toString() {
        return masked();
    }
}
