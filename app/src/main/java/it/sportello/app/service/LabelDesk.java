package it.sportello.app.service;

import it.sportello.api.Bookings.BookingView;
import it.sportello.api.Prescriptions.ServiceRow;
import it.sportello.app.frame.Words;
import it.sportello.app.print.StoredLabel;
import it.sportello.app.print.TubeLabels;
import it.sportello.devices.printer.ReceiptDocument;
import it.sportello.offlinecache.journal.Journal;
import it.sportello.offlinecache.journal.JournalTransaction;
import it.sportello.offlinecache.journal.PrintJob;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The labels D30 of what is accepted for the laboratory: queued in the commit of the acceptance, so that they come once
 * for each booking, and printed after it.
 */
public final class LabelDesk implements SlipSource {
    private static final String LABORATORY = "LABORATORY";
    private static final UUID GROUP = new UUID(0, 0);

    private final Journal journal;
    private final TubeLabels labels;

    public LabelDesk(Journal journal, Words words) {
        this.journal = journal;
        this.labels = new TubeLabels(words);
    }

    /** Who stands on the label. */
    public record Bearer(String name, Optional<LocalDate> birthDate) {
        /** Nobody. */
        @Override
        public String toString() {
            return "Bearer[***]";
        }
    }

    /** Queues the label of a booking with laboratory services; empty for any other. */
    public Optional<PrintJob> queue(JournalTransaction transaction, BookingView booking, Bearer bearer) {
        List<String> tests = booking.services().stream()
                .filter(row -> row.kind().equals(LABORATORY))
                .map(ServiceRow::code)
                .toList();
        if (tests.isEmpty()) {
            return Optional.empty();
        }
        String key = StoredLabel.key(booking.number());
        transaction.putDocument(
                key,
                "label",
                GROUP,
                new StoredLabel(
                        booking.number(),
                        bearer.name(),
                        bearer.birthDate(),
                        booking.startsAt().toLocalDate(),
                        tests));
        return Optional.of(transaction.queuePrint(key));
    }

    @Override
    public Optional<ReceiptDocument> slip(String documentKey, int copy) {
        return stored(documentKey).map(label -> labels.slip(label, copy));
    }

    @Override
    public Optional<byte[]> sheet(String documentKey, int copy) {
        return stored(documentKey).map(label -> labels.render(label, copy));
    }

    private Optional<StoredLabel> stored(String documentKey) {
        return documentKey.startsWith(StoredLabel.PREFIX)
                ? journal.document(documentKey, StoredLabel.class)
                : Optional.empty();
    }
}
