package it.sportello.offlinecache.journal;

import it.sportello.domain.ledger.EntryKind;
import it.sportello.domain.money.Money;
import it.sportello.domain.money.TenderKind;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A line of the book before it has a sequence.
 *
 * @param amounts signed effect by tender: in is positive, out is negative
 * @param documentNumber printed number, for the kinds that belong to a document
 */
public record LedgerDraft(
        EntryKind kind,
        Map<TenderKind, Money> amounts,
        @Nullable String documentNumber) {
    public LedgerDraft {
        amounts = Map.copyOf(amounts);
    }

    /** A movement of cash that belongs to no document. */
    public static LedgerDraft cash(EntryKind kind, Money effect) {
        return new LedgerDraft(kind, Map.of(TenderKind.CASH, effect), null);
    }

    /** A movement that belongs to a document. */
    public static LedgerDraft document(EntryKind kind, Map<TenderKind, Money> amounts, String documentNumber) {
        return new LedgerDraft(kind, amounts, documentNumber);
    }
}
