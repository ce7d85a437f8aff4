package it.sportello.app.till;

import it.sportello.app.frame.Words;
import it.sportello.app.print.PdfSheets;
import it.sportello.app.print.Receipts;
import it.sportello.app.print.StoredPdf;
import it.sportello.app.print.StoredReceipt;
import it.sportello.app.service.DeskContext;
import it.sportello.domain.document.DocumentNumber;
import it.sportello.offlinecache.journal.Journal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.UUID;

/** Receipts and invoices as PDF/A: kept sealed in the journal, written in clear only when the operator asks. */
public final class ReceiptFiles {
    private static final String PDF = ".pdf";

    private final Journal journal;
    private final DeskContext desk;
    private final PdfSheets pdf;
    private final Receipts receipts;
    private final Path folder;

    /**
     * The files of a desk.
     *
     * @param folder where files in clear go
     */
    public ReceiptFiles(Journal journal, DeskContext desk, PdfSheets pdf, Words words, Path folder) {
        this.journal = journal;
        this.desk = desk;
        this.pdf = pdf;
        this.receipts = new Receipts(words);
        this.folder = folder;
    }

    /** Keeps the file of a receipt just issued; the receipt itself is in the journal already. */
    public void keep(String number, UUID tillSessionId) {
        render(number)
                .ifPresent(file -> journal.commit(transaction -> {
                    transaction.putDocument(number + PDF, "receipt-pdf", tillSessionId, StoredPdf.of(file));
                    return number;
                }));
    }

    /** The kept file, made again from the stored receipt when a crash came before it was kept. */
    public Optional<byte[]> file(String number) {
        return journal.document(number + PDF, StoredPdf.class)
                .map(StoredPdf::file)
                .or(() -> render(number));
    }

    /** Writes the file of a fiscal document in clear; empty for any other document. */
    public Optional<Path> write(String documentKey) {
        return DocumentNumber.parse(documentKey) == null
                ? Optional.empty()
                : file(documentKey).map(bytes -> save(documentKey, bytes));
    }

    private Optional<byte[]> render(String number) {
        return journal.document(number, StoredReceipt.class)
                .map(receipt -> pdf.render(receipts.sheet(desk.letterhead(), receipt, 0)));
    }

    private Path save(String number, byte[] bytes) {
        Path file = folder.resolve(number.replace('/', '-') + PDF);
        try {
            Files.createDirectories(folder);
            Path beside = file.resolveSibling(file.getFileName() + ".part");
            Files.write(beside, bytes);
            return Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
