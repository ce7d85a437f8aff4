package it.sportello.domain.till;

import it.sportello.domain.money.Money;
import it.sportello.domain.money.TenderKind;

/**
 * What the payer hands over in one way.
 *
 * @param amount as handed over: of cash, before change
 */
public record Tender(TenderKind kind, Money amount) {
    public static Tender cash(Money amount) {
        return new Tender(TenderKind.CASH, amount);
    }

    public static Tender card(Money amount) {
        return new Tender(TenderKind.CARD, amount);
    }
}
