package it.sportello.app.booking;

import it.sportello.api.Bookings;
import it.sportello.api.Persons;
import it.sportello.app.print.Letterhead;
import it.sportello.app.print.PdfSheets;
import it.sportello.app.print.ReminderSlips;
import it.sportello.app.print.Reminders;
import it.sportello.app.print.StoredPdf;
import it.sportello.app.service.DeskContext;
import it.sportello.app.service.SlipSource;
import it.sportello.devices.printer.ReceiptDocument;
import it.sportello.offlinecache.cache.LocalCache;
import it.sportello.offlinecache.journal.Journal;
import it.sportello.offlinecache.journal.JournalTransaction;
import it.sportello.offlinecache.journal.PrintJob;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The reminders D01 in the journal: record, PDF/A and slip. May wait for the disk. */
public final class ReminderArchive implements SlipSource {
    private static final String PREFIX = StoredReminder.key("");
    private static final String PDF = ".pdf";

    private final Journal journal;
    private final LocalCache cache;
    private final DeskContext desk;
    private final Reminders reminders;
    private final ReminderSlips slips;
    private final PdfSheets pdf;

    public ReminderArchive(
            Journal journal,
            LocalCache cache,
            DeskContext desk,
            Reminders reminders,
            ReminderSlips slips,
            PdfSheets pdf) {
        this.journal = journal;
        this.cache = cache;
        this.desk = desk;
        this.reminders = reminders;
        this.slips = slips;
        this.pdf = pdf;
    }

    /** Documents made before the transaction that stores them. */
    record Prepared(List<Page> pages) {
        Prepared {
            pages = List.copyOf(pages);
        }
    }

    /** A reminder with its file. */
    record Page(StoredReminder reminder, StoredPdf file) {}

    Prepared prepare(Bookings.Booked booked, String language, String personId) {
        Letterhead head = desk.letterhead();
        List<Page> pages = new ArrayList<>();
        for (Bookings.BookingView booking : booked.bookings()) {
            StoredReminder reminder = reminder(head, booking, language, name(personId, booking), booked);
            pages.add(new Page(reminder, StoredPdf.of(pdf.render(reminders.sheet(head, reminder.data())))));
        }
        return new Prepared(pages);
    }

    List<PrintJob> store(JournalTransaction transaction, Prepared prepared, UUID group) {
        List<PrintJob> jobs = new ArrayList<>();
        for (Page page : prepared.pages()) {
            String key = StoredReminder.key(page.reminder().number());
            transaction.putDocument(key, "reminder", group, page.reminder());
            transaction.putDocument(key + PDF, "reminder-pdf", group, page.file());
            jobs.add(transaction.queuePrint(key));
        }
        return jobs;
    }

    /** The PDF/A of a booking's number made at this desk; the bytes hold personal data. */
    public Optional<byte[]> file(String number) {
        return journal.document(StoredReminder.key(number) + PDF, StoredPdf.class)
                .map(StoredPdf::file);
    }

    /** Whether this desk keeps the reminder of a booking's number, so that it can print it again. */
    public boolean has(String number) {
        return !journal.prints().of(StoredReminder.key(number)).isEmpty();
    }

    @Override
    public Optional<ReceiptDocument> slip(String documentKey, int copy) {
        if (!documentKey.startsWith(PREFIX)) {
            return Optional.empty();
        }
        return journal.document(documentKey, StoredReminder.class)
                .map(stored -> slips.slip(stored.head(), stored.data(), copy));
    }

    @Override
    public Optional<byte[]> sheet(String documentKey, int copy) {
        return documentKey.startsWith(PREFIX)
                ? journal.document(documentKey + PDF, StoredPdf.class).map(StoredPdf::file)
                : Optional.empty();
    }

    private String name(String personId, Bookings.BookingView booking) {
        return cache.personFile(personId)
                .map(aged -> fullName(aged.value().person()))
                .orElse(booking.personLabel());
    }

    private static String fullName(Persons.PersonRecord person) {
        return String.join(" ", person.surname(), person.names());
    }

    private static StoredReminder reminder(
            Letterhead head, Bookings.BookingView booking, String language, String person, Bookings.Booked booked) {
        return new StoredReminder(
                head,
                booking.number(),
                person,
                booking.startsAt(),
                booking.services().stream().map(row -> row.description()).toList(),
                booking.siteName(),
                booking.address(),
                booking.room(),
                booking.preparation(),
                booking.dueCents(),
                booking.exemptionCode(),
                booking.cancelBy(),
                language,
                booked.handOverDeferred());
    }
}
