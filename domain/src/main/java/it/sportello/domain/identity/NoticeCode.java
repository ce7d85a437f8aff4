package it.sportello.domain.identity;

import it.sportello.domain.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What the QR code of a pagoPA notice says: {@code PAGOPA|002|notice|creditor|cents}.
 *
 * @param creditor the creditor's tax code, 11 digits
 */
public record NoticeCode(NoticeNumber notice, String creditor, Money amount) {
    /** Reads the text of the QR code; null when it is not one. */
    public static @Nullable NoticeCode parse(String scanned) {
        String[] parts = scanned.strip().split("\\|", -1);
        if (parts.length != 5 || !parts[0].equals("PAGOPA") || !parts[1].equals("002")) {
            return null;
        }
        NoticeNumber number = NoticeNumber.parse(parts[2]);
        boolean right = parts[3].length() == 11
                && TypedText.isDigits(parts[3])
                && parts[4].length() <= 11
                && TypedText.isDigits(parts[4]);
        if (number == null || !right) {
            return null;
        }
        return new NoticeCode(number, parts[3], Money.ofCents(Long.parseLong(parts[4])));
    }
}
