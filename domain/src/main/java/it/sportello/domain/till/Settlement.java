package it.sportello.domain.till;

import it.sportello.domain.money.Money;
import java.util.List;

/**
 * A basket that can be collected as it stands.
 *
 * @param documents one for each person and legal series
 * @param total documents with their stamps, before rounding
 * @param rounding from the total to the payable amount, zero unless all is cash
 * @param payable total and rounding
 * @param tendered what was handed over
 * @param change tendered minus payable, given back in cash
 * @param cashKept what enters the drawer
 */
public record Settlement(
        List<DocumentDraft> documents,
        Money total,
        Money rounding,
        Money payable,
        Money tendered,
        Money change,
        Money cashKept) {
    public Settlement {
        documents = List.copyOf(documents);
        if (!total.plus(rounding).equals(payable) || !payable.plus(change).equals(tendered) || change.isNegative()) {
            throw new IllegalStateException("settlement of " + total + " with " + tendered);
        }
        Money ofDocuments = documents.stream().map(DocumentDraft::payable).reduce(Money.ZERO, Money::plus);
        Money cash = documents.stream().map(DocumentDraft::cash).reduce(Money.ZERO, Money::plus);
        if (!ofDocuments.equals(payable) || !cash.equals(cashKept)) {
            throw new IllegalStateException("documents of " + ofDocuments + " for " + payable);
        }
    }
}
