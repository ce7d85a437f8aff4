package it.sportello.domain.till;

import it.sportello.domain.document.FiscalDocument;
import it.sportello.domain.ledger.EntryKind;
import it.sportello.domain.ledger.LedgerEntry;
import it.sportello.domain.money.Money;
import it.sportello.domain.money.TenderKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The lines each act at the till writes in its book. */
public final class Postings {
    private Postings() {}

    /** Float expected, and the difference counted on its own line, also when it is zero (Q14). */
    public static List<LedgerEntry> opening(TillSession session, long next, Instant at) {
        return List.of(
                LedgerEntry.cash(next, EntryKind.FLOAT_OPENING, session.expectedFloat(), at),
                LedgerEntry.cash(next + 1, EntryKind.OPENING_DIFFERENCE, session.openingDifference(), at));
    }

    /** What each tender paid before rounding, then the rounding when there is one. Change moves nothing (Q13). */
    public static List<LedgerEntry> collection(FiscalDocument document, long next, Instant at) {
        String number = document.number().printed();
        Map<TenderKind, Money> amounts = new EnumMap<>(TenderKind.class);
        amounts.putAll(document.payments());
        if (document.rounding().isZero()) {
            return List.of(LedgerEntry.document(next, EntryKind.COLLECTION, amounts, number, at));
        }
        amounts.merge(TenderKind.CASH, document.rounding().negated(), Money::plus);
        return List.of(
                LedgerEntry.document(next, EntryKind.COLLECTION, amounts, number, at),
                LedgerEntry.document(
                        next + 1, EntryKind.ROUNDING, Map.of(TenderKind.CASH, document.rounding()), number, at));
    }

    /** All that the document brought in goes back, rounding included. */
    public static LedgerEntry annulment(FiscalDocument annulled, long next, Instant at) {
        Map<TenderKind, Money> amounts = new EnumMap<>(TenderKind.class);
        annulled.payments().forEach((tender, amount) -> amounts.put(tender, amount.negated()));
        return LedgerEntry.document(
                next, EntryKind.ANNULMENT, amounts, annulled.number().printed(), at);
    }

    /** The difference, the takings that leave, the float that stays: after these the book stands at zero. */
    public static List<LedgerEntry> closing(Balance balance, Money counted, Money floatLeft, long next, Instant at) {
        List<LedgerEntry> entries = new ArrayList<>();
        entries.add(LedgerEntry.cash(next, EntryKind.CLOSING_DIFFERENCE, balance.difference(counted), at));
        entries.add(LedgerEntry.cash(next + 1, EntryKind.DEPOSIT, floatLeft.minus(counted), at));
        entries.add(LedgerEntry.cash(next + 2, EntryKind.FLOAT_CARRIED, floatLeft.negated(), at));
        return entries;
    }
}
