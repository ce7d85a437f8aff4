package it.sportello.domain.identity;

import it.sportello.domain.identity.NoticeReading.Fault;
import it.sportello.domain.money.Money;
import java.util.EnumSet;
import org.jspecify.annotations.Nullable;

/**
 * What the QR code of a pagoPA notice says: {@code PAGOPA|002|notice|creditor|cents}.
 *
 * @param creditor the creditor's tax code, 11 digits
 */
public record NoticeCode(NoticeNumber notice, String creditor, Money amount) {
    private static final int FIELDS = 5;

    /** Reads the text of the QR code; null when it is not one. */
    public static @Nullable NoticeCode parse(String scanned) {
        return read(scanned) instanceof NoticeReading.Accepted(NoticeCode code) ? code : null;
    }

    /** Reads the text of the QR code and says all that is wrong with it. */
    public static NoticeReading read(String scanned) {
        String[] parts = scanned.strip().split("\\|", -1);
        if (parts.length != FIELDS || !parts[0].equals("PAGOPA")) {
            return new NoticeReading.Rejected(EnumSet.of(Fault.FIELDS));
        }
        EnumSet<Fault> faults = EnumSet.noneOf(Fault.class);
        if (!parts[1].equals("002")) {
            faults.add(Fault.VERSION);
        }
        NoticeNumber number = NoticeNumber.parse(parts[2]);
        if (parts[3].length() != 11 || !TypedText.isDigits(parts[3])) {
            faults.add(Fault.CREDITOR);
        }
        if (parts[4].length() > 11 || !TypedText.isDigits(parts[4])) {
            faults.add(Fault.AMOUNT);
        }
        if (number == null) {
            faults.add(Fault.NUMBER);
        } else if (faults.isEmpty()) {
            return new NoticeReading.Accepted(
                    new NoticeCode(number, parts[3], Money.ofCents(Long.parseLong(parts[4]))));
        }
        return new NoticeReading.Rejected(faults);
    }
}
