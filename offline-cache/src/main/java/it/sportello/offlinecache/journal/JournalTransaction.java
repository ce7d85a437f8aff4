package it.sportello.offlinecache.journal;

import it.sportello.api.Accesses;
import it.sportello.domain.document.DocumentNumber;
import it.sportello.domain.document.SeriesKey;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What can be done inside one transaction of the journal. The order matters: numbers and ledger entries first, then the
 * operation whose body tells of them, because its chain link and running total are computed last.
 */
public interface JournalTransaction {
    /**
     * Consumes the next number of a series. The same transaction has to put the document of that number, else the commit
     * is refused: a number without a document would be a hole.
     *
     * @throws it.sportello.offlinecache.StoreFault when the day lies before the last document, or nothing is left
     * @throws IllegalArgumentException when the day is of another year than the series
     */
    DocumentNumber nextNumber(SeriesKey key, LocalDate accountingDay);

    /**
     * Writes lines into the book of a till, in order; each is checked by the rules of the ledger.
     *
     * @throws it.sportello.domain.ledger.LedgerViolation when a line contradicts the book
     */
    List<PostedEntry> appendLedger(String tillId, List<LedgerDraft> drafts);

    /**
     * Makes the operation, its exact bytes and, on a chained lane, its link, and puts it into the outbox. Dues settled,
     * documents annulled and bookings accepted by the payload are noted for {@link LocalFacts} by the journal itself.
     *
     * @return identifier of the operation
     */
    UUID enqueue(OperationDraft draft);

    /** Writes a view or a search of persons into the access log: without this row nothing may be shown (R-SEC-3). */
    UUID logAccess(Author author, boolean madeOffline, Accesses.Viewed viewed);

    /**
     * Stores a document, sealed.
     *
     * @param key printed number of a fiscal document, or a key of its own for others; never anything personal
     * @param form what the record is, such as {@code receipt}
     */
    void putDocument(String key, String form, UUID tillSessionId, Object record);

    /** Queues a print of a stored document. The first is the original; every further one is a numbered copy. */
    PrintJob queuePrint(String documentKey);

    /**
     * Stores what became of a print, in the same transaction as the operation that tells the server of it.
     *
     * @param reason code of the device's fault, for an outcome that has one
     * @return the job as it now stands
     * @throws IllegalStateException when the job cannot come to that state
     */
    PrintJob settlePrint(UUID jobId, PrintJob.State outcome, Optional<String> reason);

    /** Stores the state of a till session, sealed; replaces the earlier state of the same session. */
    void putTillSession(TillSessionState state);

    /**
     * Stores an attempt to be paid by card, sealed; replaces the earlier state of the same attempt.
     *
     * @throws IllegalStateException when its end is known already
     */
    void putCardAttempt(CardAttemptState state);

    /** Stores what a note validator told and how far it was read, sealed; adds to what was told before. */
    void putNotes(NoteRecord record);

    /** Stores work in progress, sealed. */
    void putDraft(String key, Object record);

    void removeDraft(String key);

    /** Stores a setting of the desk, sealed. */
    void putSetting(String key, Object record);

    /** Closes a task with the decision taken. */
    void closeTask(UUID taskId, String decision, String operatorId);

    /** The time of this transaction: the corrected time of the desk, the same for every row. */
    Instant at();
}
