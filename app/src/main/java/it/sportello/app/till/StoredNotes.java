package it.sportello.app.till;

import it.sportello.offlinecache.journal.Journal;
import it.sportello.offlinecache.journal.JournalTransaction;
import java.util.List;
import java.util.UUID;

/**
 * The notes judged while a basket was collected, as the journal keeps them with its receipts (R-TIL-19). They paid
 * nothing: the amounts stand in the receipts.
 *
 * @param receipts printed numbers of the documents of the same commit; none while a payment by card has no end yet
 */
public record StoredNotes(List<String> receipts, List<JudgedNote> notes) {
    static final String FORM = "notes";

    public StoredNotes {
        receipts = List.copyOf(receipts);
        notes = List.copyOf(notes);
    }

    /** Where the readings of a receipt are kept: under the first number of its commit. */
    static String key(String receipt) {
        return "BN/" + receipt;
    }

    /** Where the readings of a basket wait that a payment by card may settle: under its attempt. */
    static String waitingKey(UUID attempt) {
        return "BN/attesa/" + attempt;
    }

    /** Keeps them while nobody knows how the attempt ends; without a note there is nothing to keep. */
    static void putWaiting(JournalTransaction transaction, UUID attempt, List<JudgedNote> notes) {
        if (!notes.isEmpty()) {
            transaction.putDraft(waitingKey(attempt), new StoredNotes(List.of(), notes));
        }
    }

    /** What waits for the end of an attempt. */
    static List<JudgedNote> waiting(Journal journal, UUID attempt) {
        return journal.draft(waitingKey(attempt), StoredNotes.class)
                .map(StoredNotes::notes)
                .orElse(List.of());
    }

    /** Writes them in the transaction that writes the receipts; without a note there is nothing to keep. */
    static void put(JournalTransaction transaction, UUID session, List<String> receipts, List<JudgedNote> notes) {
        if (!notes.isEmpty() && !receipts.isEmpty()) {
            transaction.putDocument(key(receipts.get(0)), FORM, session, new StoredNotes(receipts, notes));
        }
    }
}
