package it.sportello.offlinecache.journal;

import it.sportello.domain.document.SeriesKey;
import it.sportello.domain.ledger.Ledger;
import it.sportello.offlinecache.StoreFault;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The durable journal of the desk: ledger, receipt numbers, outbox, access log, documents, prints, till session, card
 * attempts, events of note validators, drafts and tasks, in one file. Everything personal is sealed. Every method may wait for the disk and asks the thread guard.
 *
 * <p>A fact is one call of {@link #commit}. Only after it returned may anything be printed, a drawer opened or a success
 * shown (Q01).
 */
public interface Journal extends AutoCloseable {
    /**
     * Does the work in one transaction, forced to the disk before this returns. An exception of the work undoes all of
     * it and comes out unchanged.
     *
     * @throws StoreFault when the store failed; the work is then not in the journal
     */
    <T extends @Nullable Object> T commit(JournalWork<T> work);

    /** What the last run of the program left open; asked once at start. */
    Recovery recovery();

    /** The book of a till as it stands. */
    Ledger ledger(String tillId);

    /** Every line of the book of a till, oldest first. */
    List<PostedEntry> entries(String tillId);

    /** Last progressive issued in a series, 0 when none. */
    int lastNumber(SeriesKey key);

    /** Every series of a till with its last number. */
    List<SeriesStand> series(String tillId);

    /** Head of a chained lane: how many operations and the newest link; absent before the first. */
    Optional<ChainHead> chainHead(String lane);

    /** Epoch of a chained lane; absent before its first operation. */
    Optional<String> epoch(String lane);

    /**
     * Compares the journal with a head known outside it: the server's acknowledgement, a closing report. This alone
     * shows a tail that was cut off or an old file put back.
     */
    HeadCheck compare(ChainHead known);

    /** A stored document, by its printed number or its own key. */
    <T> Optional<T> document(String key, Class<T> form);

    /** The documents of a till session, oldest first. */
    <T> List<T> documentsOf(UUID tillSessionId, String form, Class<T> type);

    /** The keys of the documents of a till session, oldest first; none of them is opened for it. */
    List<String> documentKeys(UUID tillSessionId, String form);

    /** The till session that is open, also after the program was killed. */
    Optional<StoredTillSession> openTillSession(String tillId);

    /** A till session by its identifier. */
    Optional<StoredTillSession> tillSession(UUID id);

    /** The newest till session of a till, whatever its state: it tells the float carried on. */
    Optional<StoredTillSession> lastTillSession(String tillId);

    /** Every till session of a till that this journal holds, the oldest first. */
    List<StoredTillSession> tillSessions(String tillId);

    /** Work in progress kept under a key, such as a basket or a half-typed form. */
    <T> Optional<T> draft(String key, Class<T> form);

    /** A setting of the desk that must not get lost, such as its enrolment; sealed like everything. */
    <T> Optional<T> setting(String key, Class<T> form);

    /** The operations on their way to the server. */
    Outbox outbox();

    /** The jobs of the printers. */
    PrintJobs prints();

    /** What waits for a decision of an operator. */
    Tasks tasks();

    /** The attempts to be paid by card. */
    CardAttempts cardAttempts();

    /** What note validators told. */
    NoteAccounts noteAccounts();

    /** What was settled or accepted at this desk, to be laid over what the server last said (R-STATE-2). */
    LocalFacts localFacts();

    /** The time a commit would have now: it does not go back, as {@link DeskTime} tells. */
    Instant now();

    /** Told after every commit, on the committing thread: it must return at once. */
    void onCommit(Runnable listener);

    @Override
    void close();
}
