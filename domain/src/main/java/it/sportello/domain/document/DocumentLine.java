package it.sportello.domain.document;

import it.sportello.domain.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * One line of a fiscal document.
 *
 * @param dueId the due it settles, null when it settles none
 * @param amount tax included, always positive: the kind of document says which way the money goes
 */
public record DocumentLine(@Nullable String dueId, String description, Money amount, VatTreatment vat) {
    public DocumentLine {
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("line amount " + amount);
        }
    }

    /** The description may tell a service of a person: it is left out. */
    @Override
    public String toString() {
        return "DocumentLine[" + amount + "]";
    }
}
