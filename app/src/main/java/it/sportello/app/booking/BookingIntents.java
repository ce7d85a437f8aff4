package it.sportello.app.booking;

import it.sportello.offlinecache.journal.Journal;
import it.sportello.offlinecache.journal.JournalTransaction;
import java.util.Optional;
import java.util.UUID;

/** The open wishes of persons in the journal. May wait for the disk. */
final class BookingIntents {
    private final Journal journal;

    BookingIntents(Journal journal) {
        this.journal = journal;
    }

    BookingIntent.Open of(String personId) {
        return journal.draft(key(personId), BookingIntent.Open.class).orElse(BookingIntent.Open.NONE);
    }

    Optional<BookingIntent> ofPrescription(String personId, String number) {
        return of(personId).ofPrescription(number);
    }

    void add(JournalTransaction transaction, BookingIntent.Open before, BookingIntent intent) {
        transaction.putDraft(key(intent.book().personId()), before.with(intent));
    }

    /** The outcome is known. */
    void remove(JournalTransaction transaction, BookingIntent.Open before, String personId, UUID operationId) {
        BookingIntent.Open left = before.without(operationId);
        if (left.intents().isEmpty()) {
            transaction.removeDraft(key(personId));
        } else {
            transaction.putDraft(key(personId), left);
        }
    }

    private static String key(String personId) {
        return "booking.intents:" + personId;
    }
}
