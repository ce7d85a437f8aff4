package it.sportello.app.till;

import it.sportello.app.frame.Words;
import it.sportello.app.print.ReceiptSlips;
import it.sportello.app.print.StoredReceipt;
import it.sportello.app.service.DeskContext;
import it.sportello.app.service.SlipSource;
import it.sportello.devices.printer.ReceiptDocument;
import it.sportello.domain.document.DocumentNumber;
import it.sportello.offlinecache.journal.Journal;
import java.nio.file.Path;
import java.util.Optional;

/** Slips of receipts and invoices. */
public final class ReceiptSource implements SlipSource {
    private final Journal journal;
    private final DeskContext desk;
    private final ReceiptSlips slips;
    private final ReceiptFiles files;

    public ReceiptSource(Journal journal, DeskContext desk, Words words, ReceiptFiles files) {
        this.files = files;
        this.journal = journal;
        this.desk = desk;
        this.slips = new ReceiptSlips(words);
    }

    @Override
    public Optional<ReceiptDocument> slip(String documentKey, int copy) {
        if (DocumentNumber.parse(documentKey) == null) {
            return Optional.empty();
        }
        return journal.document(documentKey, StoredReceipt.class)
                .map(receipt -> slips.slip(desk.letterhead(), receipt, copy));
    }

    @Override
    public Optional<byte[]> sheet(String documentKey, int copy) {
        return DocumentNumber.parse(documentKey) == null ? Optional.empty() : files.sheet(documentKey, copy);
    }

    @Override
    public Optional<Path> writeFile(String documentKey) {
        return files.write(documentKey);
    }
}
