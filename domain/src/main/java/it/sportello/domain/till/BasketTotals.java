package it.sportello.domain.till;

import it.sportello.domain.money.Money;

/**
 * What a basket comes to before anything is tendered.
 *
 * @param dues sum of the dues
 * @param stamp sum of the stamps of its documents
 * @param cashRounding added when all is paid in cash
 */
public record BasketTotals(Money dues, Money stamp, Money cashRounding) {
    /** What is payable by card or mixed tenders. */
    public Money total() {
        return dues.plus(stamp);
    }

    /** What is payable when all is cash. */
    public Money payableInCash() {
        return total().plus(cashRounding);
    }
}
