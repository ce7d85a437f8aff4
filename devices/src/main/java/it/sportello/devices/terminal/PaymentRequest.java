package it.sportello.devices.terminal;

import it.sportello.domain.money.Money;

/**
 * What a citizen is to pay by card.
 *
 * @param amount 0,01 to 999.999,99 euro
 * @param cards which cards may be used
 * @param cardInserted whether the card is in the terminal already
 * @param receiptText printed by the terminal under its receipt: at most 128 printable ASCII characters, nothing personal;
 *     empty for none
 */
public record PaymentRequest(Money amount, CardChoice cards, boolean cardInserted, String receiptText) {

    static final int LONGEST_TEXT = 128;
    private static final long MOST_CENTS = 99_999_999;

    public PaymentRequest {
        if (!amount.isPositive() || amount.cents() > MOST_CENTS) {
            throw new IllegalArgumentException("an amount is 1 to " + MOST_CENTS + " cents");
        }
        if (receiptText.length() > LONGEST_TEXT || !receiptText.chars().allMatch(c -> c >= 0x20 && c < 0x7F)) {
            throw new IllegalArgumentException("the text is at most 128 printable ASCII characters");
        }
    }

    /** The usual payment: any card, no text. */
    public static PaymentRequest of(Money amount) {
        return of(amount, "");
    }

    /** The same with a text under the terminal's receipt, by which a lost answer may be known again. */
    public static PaymentRequest of(Money amount, String receiptText) {
        return new PaymentRequest(amount, CardChoice.AUTOMATIC, false, receiptText);
    }
}
