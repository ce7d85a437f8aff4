package it.sportello.domain.till;

import it.sportello.domain.ledger.EntryKind;
import it.sportello.domain.ledger.Ledger;
import it.sportello.domain.money.Money;

/**
 * The cash of a session as the book expects it: float counted at opening, plus collections after rounding, minus what
 * was paid out, minus pick-ups, plus change brought in.
 *
 * @param countedFloat the float counted at opening
 * @param collected cash receipts after rounding
 * @param paidOut refunds and annulments, as a positive amount
 * @param pickedUp intermediate pick-ups, as a positive amount
 * @param toppedUp change brought in and shortages made good
 */
public record Balance(Money countedFloat, Money collected, Money paidOut, Money pickedUp, Money toppedUp) {
    /** The balance of the session in course of a ledger, or of the one just counted. */
    public static Balance of(Ledger ledger) {
        return new Balance(
                ledger.cash(EntryKind.FLOAT_OPENING).plus(ledger.cash(EntryKind.OPENING_DIFFERENCE)),
                ledger.cash(EntryKind.COLLECTION).plus(ledger.cash(EntryKind.ROUNDING)),
                ledger.cash(EntryKind.ANNULMENT)
                        .plus(ledger.cash(EntryKind.REFUND))
                        .negated(),
                ledger.cash(EntryKind.DROP).negated(),
                ledger.cash(EntryKind.TOP_UP).plus(ledger.cash(EntryKind.REINTEGRATION)));
    }

    public Money expectedCash() {
        return countedFloat.plus(collected).minus(paidOut).minus(pickedUp).plus(toppedUp);
    }

    /** Positive is an excess, negative a shortage. */
    public Money difference(Money counted) {
        return counted.minus(expectedCash());
    }
}
