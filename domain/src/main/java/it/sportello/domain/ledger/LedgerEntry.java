package it.sportello.domain.ledger;

import it.sportello.domain.money.Money;
import it.sportello.domain.money.TenderKind;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One line of the book of a drawer; never changed once written.
 *
 * @param sequence contiguous inside the till, from 1
 * @param amounts signed effect by tender: in is positive, out is negative
 * @param documentNumber printed number, for the kinds that belong to a document
 * @param at instant of the commit, UTC; nothing orders by it
 */
public record LedgerEntry(
        long sequence,
        EntryKind kind,
        Map<TenderKind, Money> amounts,
        @Nullable String documentNumber,
        Instant at) {

    public LedgerEntry {
        amounts = Map.copyOf(amounts);
    }

    /** A movement of cash that belongs to no document. */
    public static LedgerEntry cash(long sequence, EntryKind kind, Money effect, Instant at) {
        return new LedgerEntry(sequence, kind, Map.of(TenderKind.CASH, effect), null, at);
    }

    /** A movement that belongs to a document. */
    public static LedgerEntry document(
            long sequence, EntryKind kind, Map<TenderKind, Money> amounts, String documentNumber, Instant at) {
        return new LedgerEntry(sequence, kind, amounts, documentNumber, at);
    }

    /** Signed effect on the drawer. */
    public Money cash() {
        return amounts.getOrDefault(TenderKind.CASH, Money.ZERO);
    }

    /** Signed effect on the drawer in cents. */
    public long cashCents() {
        return cash().cents();
    }

    /** Signed effect over all tenders. */
    public Money total() {
        return amounts.values().stream().reduce(Money.ZERO, Money::plus);
    }
}
