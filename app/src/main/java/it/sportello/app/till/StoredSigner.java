package it.sportello.app.till;

import it.sportello.app.print.Letterhead;
import it.sportello.app.service.DeskContext;
import it.sportello.offlinecache.journal.Journal;
import it.sportello.offlinecache.journal.JournalTransaction;
import java.util.Optional;
import java.util.UUID;

/**
 * Who made a sheet of the till, kept beside the sheet: its file may be written later, when somebody else is signed in.
 * Sheets of older versions have none.
 */
public record StoredSigner(String operatorId, String badge) {
    private static final String FORM = "signer";

    /** Who opened a session. */
    static Optional<StoredSigner> ofOpening(Journal journal, UUID sessionId) {
        return journal.document(openingKey(sessionId), StoredSigner.class);
    }

    /** Who closed a session. */
    static Optional<StoredSigner> ofClosing(Journal journal, UUID sessionId) {
        return journal.document(closingKey(sessionId), StoredSigner.class);
    }

    /** Whoever works here now has opened the session. */
    static void opened(JournalTransaction transaction, UUID sessionId, DeskContext desk) {
        transaction.putDocument(openingKey(sessionId), FORM, sessionId, of(desk));
    }

    /** Whoever works here now has closed the session. */
    static void closed(JournalTransaction transaction, UUID sessionId, DeskContext desk) {
        transaction.putDocument(closingKey(sessionId), FORM, sessionId, of(desk));
    }

    /** The head with the badge of who made the sheet. */
    Letterhead head(Letterhead now) {
        return new Letterhead(now.authority(), now.site(), now.desk(), badge);
    }

    private static StoredSigner of(DeskContext desk) {
        return new StoredSigner(desk.author().operatorId(), desk.letterhead().badge());
    }

    private static String openingKey(UUID sessionId) {
        return StoredOpening.key(sessionId.toString()) + "/by";
    }

    private static String closingKey(UUID sessionId) {
        return StoredClosing.key(sessionId.toString()) + "/by";
    }
}
