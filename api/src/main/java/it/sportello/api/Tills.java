package it.sportello.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Payloads of the till's facts, and the server's view of a till. Amounts in cents. */
public final class Tills {
    private Tills() {}

    /**
     * Payload of {@code till.opened}.
     *
     * @param accountingDay explicit day of the session, Europe/Rome
     * @param pieces number of pieces by value of the denomination in cents
     * @param differenceReason present when the count differs from the float carried on
     */
    public record Opened(
            UUID tillSessionId,
            String tillId,
            String epoch,
            LocalDate accountingDay,
            Map<Integer, Integer> pieces,
            long carriedFloatCents,
            long countedFloatCents,
            Optional<String> differenceReason,
            List<Entry> entries) {}

    /** Payload of {@code till.collected}. */
    public record Collected(
            UUID tillSessionId,
            String personId,
            List<DueSettled> dues,
            List<Document> documents,
            List<TenderLine> tenders,
            long payableCents,
            long roundingCents,
            long cashReceivedCents,
            long changeCents,
            boolean expenseDataOpposed,
            List<Entry> entries) {}

    /** Payload of {@code till.annulled}: a document of the same open session is voided and its money goes back. */
    public record Annulled(
            UUID tillSessionId,
            String documentNumber,
            String reason,
            Optional<String> approverId,
            List<Entry> entries) {}

    /**
     * Payload of {@code till.attempted}: an attempt to be paid by card ended, or its end is not known. Moves no line of
     * the ledger; the collection of an approved one follows in the same commit of the desk.
     *
     * @param terminalId name of the terminal in the settings of the desk
     * @param dueIds what the money was asked for
     * @param identityChecked the operator has seen an identity document of the card's holder
     * @param state UNKNOWN, APPROVED or REFUSED, names of {@code it.sportello.domain.till.AttemptState}
     * @param source who said so: TERMINAL, LAST_RESULT or OPERATOR
     * @param reason stable code, words of the terminal, or words of the operator who decided
     * @param slip present when approved
     */
    public record Attempted(
            UUID attemptId,
            UUID tillSessionId,
            String terminalId,
            long amountCents,
            List<String> dueIds,
            boolean identityChecked,
            Instant startedAt,
            String state,
            String source,
            String reason,
            Optional<CardSlip> slip) {}

    /**
     * What is kept of an approval at the terminal; empty text where it was not told.
     *
     * @param stan number of the operation at the terminal
     * @param cardEnding up to four last digits
     */
    public record CardSlip(
            String stan,
            String authorization,
            String cardEnding,
            String cardKind,
            String acquirer,
            Optional<Instant> hostTime) {}

    /**
     * Payload of {@code till.squared}: one tender of the session, as the ledger of the desk booked it, beside what the
     * terminal says it took since its own last closing.
     *
     * @param kind name of {@code it.sportello.domain.money.TenderKind}
     * @param terminal absent when the terminal was not there to be asked
     */
    public record Squared(UUID tillSessionId, String kind, long bookedCents, Optional<TerminalTotals> terminal) {}

    /**
     * The terminal's own figures.
     *
     * @param localCents sum kept by the terminal
     * @param hostCents sum kept by the bank, when it was asked
     */
    public record TerminalTotals(String terminalId, long localCents, Optional<Long> hostCents) {}

    /** Payload of {@code till.closed}. */
    public record Closed(
            UUID tillSessionId,
            LocalDate accountingDay,
            Map<Integer, Integer> pieces,
            int recounts,
            long expectedCashCents,
            long countedCashCents,
            long differenceCents,
            long floatLeftCents,
            long depositCents,
            List<SeriesHead> series,
            List<Entry> entries) {}

    /** A due settled by a collection, with the version that the desk saw. */
    public record DueSettled(String dueId, long amountCents, long seenVersion) {}

    /**
     * One line of the ledger.
     *
     * @param sequence contiguous position in the till's ledger, from 1
     * @param kind name of {@code it.sportello.domain.ledger.EntryKind}
     * @param cashCents signed effect on the drawer
     * @param runningTotalCents cash in the drawer after this line
     */
    public record Entry(
            long sequence,
            String kind,
            long cashCents,
            long runningTotalCents,
            Optional<String> documentNumber,
            Instant at) {}

    /** One way of paying and its amount. */
    public record TenderLine(String kind, long amountCents) {}

    /**
     * A fiscal document.
     *
     * @param stampCents stamp duty, a line of its own
     */
    public record Document(
            String number,
            String regime,
            String kind,
            String epoch,
            int year,
            long progressive,
            LocalDate issuedOn,
            List<DocumentLine> lines,
            long stampCents,
            long totalCents) {}

    /** A line of a document. */
    public record DocumentLine(String description, String dueId, long amountCents) {}

    /** The newest number of a series. */
    public record SeriesHead(String regime, String kind, String epoch, int year, long lastProgressive) {}

    /**
     * The ledger of a till as the server holds it.
     *
     * @param epoch epoch of the chain that lastSequence and chainHead are of; empty before the first operation
     * @param forks operations refused because another history holds their place: a second copy of the desk wrote them
     */
    public record LedgerSummary(
            String tillId,
            String epoch,
            long entries,
            long sumCents,
            long lastSequence,
            long operations,
            String chainHead,
            long forks,
            List<SeriesHead> series,
            List<Entry> lines) {}
}
