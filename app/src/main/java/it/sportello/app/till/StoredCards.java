package it.sportello.app.till;

import it.sportello.api.Tills;
import it.sportello.app.print.TillSheets;
import it.sportello.domain.money.Money;
import it.sportello.domain.money.TenderKind;
import it.sportello.domain.till.TenderCheck;
import java.util.Optional;
import java.util.UUID;

/**
 * The cards of a session at its closing, beside the terminal's own figures; kept beside the closing check. Sessions of
 * older versions, and those without a card, have none.
 *
 * @param bookedCents what the ledger booked as paid by card, annulments taken off
 * @param payments how many attempts were approved
 * @param terminal absent when it was not there to be asked
 */
public record StoredCards(long bookedCents, long payments, Optional<Terminal> terminal) {
    /** What the record is among the documents of a session. */
    static final String FORM = "cards";

    /**
     * What the terminal says it took since its own last closing, whoever asked for it.
     *
     * @param hostCents sum kept by the bank, when the terminal asked it
     */
    public record Terminal(String id, long localCents, Optional<Long> hostCents) {
        static Terminal of(CardDesk.Totals totals) {
            return new Terminal(
                    totals.terminalId(),
                    totals.figures().local().cents(),
                    totals.figures().host().map(Money::cents));
        }
    }

    /** Where it is kept for a session. */
    static String key(String sessionId) {
        return StoredClosing.key(sessionId) + "/cards";
    }

    StoredCards with(Optional<Terminal> told) {
        return new StoredCards(bookedCents, payments, told);
    }

    boolean isEmpty() {
        return bookedCents == 0 && payments == 0;
    }

    public Money booked() {
        return Money.ofCents(bookedCents);
    }

    /** The terminal's figure beside ours; empty when it was not told. */
    Optional<TenderCheck> check() {
        return terminal.map(told -> new TenderCheck(TenderKind.CARD, booked(), Money.ofCents(told.localCents())));
    }

    /**
     * As the sheets of the closing show it.
     *
     * @param carried payments without a known end that were carried over
     */
    TillSheets.Cards sheet(long carried) {
        return new TillSheets.Cards(
                booked(), payments, carried, terminal.map(told -> Money.ofCents(told.localCents())));
    }

    Tills.Squared onTheWire(UUID sessionId) {
        return new Tills.Squared(
                sessionId,
                TenderKind.CARD.name(),
                bookedCents,
                terminal.map(told -> new Tills.TerminalTotals(told.id(), told.localCents(), told.hostCents())));
    }
}
