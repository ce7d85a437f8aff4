package it.sportello.domain.till;

import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of an approval at the card terminal. What is not known is empty text.
 *
 * @param stan number of the operation at the terminal, six digits
 * @param authorization code of the bank
 * @param cardEnding up to four last digits of the card; no more of it is ever kept
 * @param cardKind {@code 1} Bancomat, {@code 2} credit, {@code 3} other
 * @param acquirer who settles with the authority
 * @param hostTime of the authorisation, to the minute; null when not told
 */
public record CardSlip(
        String stan,
        String authorization,
        String cardEnding,
        String cardKind,
        String acquirer,
        @Nullable Instant hostTime) {
    private static final Pattern STAN = Pattern.compile("[0-9]{6}");
    private static final String NO_STAN = "000000";
    private static final int MOST_DIGITS_KEPT = 4;

    public CardSlip {
        if (cardEnding.length() > MOST_DIGITS_KEPT) {
            throw new IllegalArgumentException("more of a card than its last digits");
        }
    }

    /** What a person reads off the slip. */
    public static CardSlip byHand(String stan) {
        return new CardSlip(stan, "", "", "", "", null);
    }

    /** True for a number that tells operations apart; a terminal that never reached the bank writes zeros. */
    public static boolean isStan(String number) {
        return STAN.matcher(number).matches() && !number.equals(NO_STAN);
    }

    public boolean hasStan() {
        return isStan(stan);
    }

    /** The card as a receipt may show it; empty text when nothing of it is known. */
    public String maskedCard() {
        return cardEnding.isEmpty() ? "" : "************" + cardEnding;
    }

    /** Nothing of the card in logs. */
    @Override
    public String toString() {
        return "CardSlip[stan " + stan + "]";
    }
}
