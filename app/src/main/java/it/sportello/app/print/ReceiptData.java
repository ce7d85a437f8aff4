package it.sportello.app.print;

import it.sportello.domain.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a receipt or an invoice says.
 *
 * @param number printed number, with regime and epoch in it
 * @param invoice whether it is an invoice of private practice
 * @param holder name of the person
 * @param code code of the person
 * @param stamp stamp duty, zero when none
 * @param rounding cash rounding, zero when none
 * @param tenders what each way of paying brought
 * @param received cash handed over, present when change was given
 * @param vatNote article that exempts from VAT, present where the document must quote it
 * @param opposed the citizen does not want the expense sent to the tax return
 * @param copy 0 for the original, else the number of the copy
 * @param offline whether the desk was cut off
 */
public record ReceiptData(
        String number,
        boolean invoice,
        Instant issuedAt,
        String holder,
        String code,
        List<Line> lines,
        Money stamp,
        Money rounding,
        Money payable,
        List<Tender> tenders,
        Optional<Money> received,
        Money change,
        Optional<String> vatNote,
        boolean opposed,
        int copy,
        boolean offline) {
    public ReceiptData {
        lines = List.copyOf(lines);
        tenders = List.copyOf(tenders);
    }

    /** One line. */
    public record Line(String description, Money amount) {}

    /** One way of paying, in words. */
    public record Tender(String label, Money amount) {}

    /** Neither person nor services. */
    @Override
    public String toString() {
        return "ReceiptData[" + number + "]";
    }
}
