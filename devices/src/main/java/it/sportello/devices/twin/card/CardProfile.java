package it.sportello.devices.twin.card;

import java.time.LocalDate;
import java.util.Locale;

/**
 * What is written on a virtual card.
 *
 * @param cardId EF_ID_Carta, sixteen digits
 * @param issued date of issue
 * @param expires date of expiry
 */
public record CardProfile(String cardId, LocalDate issued, LocalDate expires, CardHolder holder, CardExtras extras) {
    private static final String REGIONAL_CITIZEN = "6";

    /** A card with the usual fields alone. */
    public static CardProfile of(String cardId, LocalDate issued, LocalDate expires, CardHolder holder) {
        return new CardProfile(cardId, issued, expires, holder, CardExtras.NONE);
    }

    /**
     * The identifier of a regional citizen's card.
     *
     * @param region three digits, such as {@code 090}
     * @param progressive up to nine digits
     */
    public static String regionalCardId(String region, long progressive) {
        String digits = REGIONAL_CITIZEN + region + String.format(Locale.ROOT, "%09d", progressive) + "00";
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(i) - '0';
            int doubled = i % 2 == 0 ? digit * 2 : digit;
            sum += doubled / 10 + doubled % 10;
        }
        return digits + (10 - sum % 10) % 10;
    }

    /** The same card with another date of expiry. */
    public CardProfile expiring(LocalDate date) {
        return new CardProfile(cardId, issued, date, holder, extras);
    }

    @Override
    public String toString() {
        return "CardProfile[***]";
    }
}
