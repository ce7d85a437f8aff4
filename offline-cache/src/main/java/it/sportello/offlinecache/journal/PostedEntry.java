package it.sportello.offlinecache.journal;

import it.sportello.api.Tills;
import it.sportello.domain.ledger.LedgerEntry;
import it.sportello.domain.money.Money;
import java.util.Optional;

/**
 * A line of the book with the cash in the drawer after it.
 *
 * @param runningTotal cash that the book says is in the drawer after this line
 */
public record PostedEntry(LedgerEntry entry, Money runningTotal) {
    /** The form that travels in the payloads of the till. */
    public Tills.Entry onTheWire() {
        return new Tills.Entry(
                entry.sequence(),
                entry.kind().name(),
                entry.cashCents(),
                runningTotal.cents(),
                Optional.ofNullable(entry.documentNumber()),
                entry.at());
    }
}
