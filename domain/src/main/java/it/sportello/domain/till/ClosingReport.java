package it.sportello.domain.till;

import it.sportello.domain.document.DocumentNumber;
import it.sportello.domain.ledger.ChainLink;
import it.sportello.domain.money.Money;
import java.time.Instant;
import java.util.List;

/**
 * What the closing sheet of a session says. Opening and closing difference are two lines (Q14); the figures come from
 * the journal only and name the head of the chain they were made from (Q18, Q22).
 *
 * @param counted the closing count booked
 * @param counts how often it was counted
 * @param tenders every tender but cash
 * @param ranges documents issued, by series
 * @param floatLeft stays for the next opening
 * @param deposit leaves the drawer: counted minus float left
 * @param carried work formally carried over
 * @param entries lines of the journal in this session
 * @param head newest link of the till's chain
 * @param offline closed without the server: still to be checked against it
 */
public record ClosingReport(
        TillSession session,
        Balance balance,
        Count counted,
        int counts,
        List<TenderCheck> tenders,
        List<Range> ranges,
        Money floatLeft,
        Money deposit,
        List<PendingWork> carried,
        long entries,
        ChainLink head,
        boolean offline,
        Instant closedAt) {

    /**
     * Contiguous documents of one series.
     *
     * @param annulled how many of them were annulled in the session
     */
    public record Range(DocumentNumber first, DocumentNumber last, int annulled, Money total) {
        public Range {
            if (!first.series().equals(last.series()) || first.progressive() > last.progressive()) {
                throw new IllegalArgumentException("range " + first + " to " + last);
            }
        }

        public int documents() {
            return last.progressive() - first.progressive() + 1;
        }
    }

    public ClosingReport {
        tenders = List.copyOf(tenders);
        ranges = List.copyOf(ranges);
        carried = List.copyOf(carried);
        if (!floatLeft.plus(deposit).equals(counted.total()) || floatLeft.isNegative() || deposit.isNegative()) {
            throw new IllegalArgumentException("float " + floatLeft + " and deposit " + deposit);
        }
    }

    public Money openingDifference() {
        return session.openingDifference();
    }

    public Money closingDifference() {
        return balance.difference(counted.total());
    }
}
