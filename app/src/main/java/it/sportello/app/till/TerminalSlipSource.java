package it.sportello.app.till;

import it.sportello.app.service.SlipSource;
import it.sportello.devices.printer.ReceiptDocument;
import it.sportello.offlinecache.journal.Journal;
import java.util.Optional;

/** The card terminal's own receipts on our roll, as the terminal wrote them. */
public final class TerminalSlipSource implements SlipSource {
    private final Journal journal;

    public TerminalSlipSource(Journal journal) {
        this.journal = journal;
    }

    @Override
    public Optional<ReceiptDocument> slip(String documentKey, int copy) {
        return StoredTerminalSlip.isKey(documentKey)
                ? journal.document(documentKey, StoredTerminalSlip.class).map(StoredTerminalSlip::document)
                : Optional.empty();
    }
}
