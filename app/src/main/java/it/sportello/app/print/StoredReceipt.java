package it.sportello.app.print;

import it.sportello.domain.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A receipt or invoice as the journal keeps it, amounts in cents.
 *
 * @param vatTexts codes of the wordings about VAT that the document quotes
 */
public record StoredReceipt(
        String number,
        boolean invoice,
        Instant issuedAt,
        String holder,
        String code,
        List<Line> lines,
        long stampCents,
        long roundingCents,
        long payableCents,
        List<Tender> tenders,
        Optional<Long> receivedCents,
        long changeCents,
        List<String> vatTexts,
        boolean opposed,
        boolean offline) {

    /** One line. */
    public record Line(String description, long amountCents) {}

    /** One way of paying: the name of its kind. */
    public record Tender(String kind, long amountCents) {}

    /**
     * For the printer of slips or sheets.
     *
     * @param copy 0 for the original
     * @param texts the words of tenders and VAT wordings
     */
    ReceiptData data(int copy, it.sportello.app.frame.Texts texts) {
        return new ReceiptData(
                number,
                invoice,
                issuedAt,
                holder,
                code,
                lines.stream()
                        .map(line -> new ReceiptData.Line(line.description(), Money.ofCents(line.amountCents())))
                        .toList(),
                Money.ofCents(stampCents),
                Money.ofCents(roundingCents),
                Money.ofCents(payableCents),
                tenders.stream()
                        .map(tender -> new ReceiptData.Tender(
                                texts.get("tender." + tender.kind()), Money.ofCents(tender.amountCents())))
                        .toList(),
                receivedCents.map(Money::ofCents),
                Money.ofCents(changeCents),
                vatTexts.stream()
                        .findFirst()
                        .map(code -> texts.get("vat." + code))
                        .filter(text -> !text.isBlank()),
                opposed,
                copy,
                offline);
    }

    /** Neither person nor services. */
    @Override
    public String toString() {
        return "StoredReceipt[" + number + "]";
    }
}
