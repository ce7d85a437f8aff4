package it.sportello.app.till;

import it.sportello.app.frame.Words;
import it.sportello.app.print.Letterhead;
import it.sportello.app.print.PdfSheets;
import it.sportello.app.print.Receipts;
import it.sportello.app.print.StoredPdf;
import it.sportello.app.print.StoredReceipt;
import it.sportello.app.service.DeskContext;
import it.sportello.domain.document.DocumentNumber;
import it.sportello.offlinecache.journal.Journal;
import it.sportello.offlinecache.journal.StoredTillSession;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Receipts and invoices as PDF/A: kept sealed in the journal, written in clear only when the operator asks. */
public final class ReceiptFiles {
    private static final String PDF = ".pdf";
    private static final String FILE_FORM = "receipt-pdf";

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
        keep(number, tillSessionId, desk.letterhead());
    }

    /**
     * Keeps the files of receipts that a crash left out. Who issued them is who opened their session, whoever works here
     * now.
     *
     * @return the numbers whose files were made
     */
    public List<String> keepMissing(String tillId) {
        Letterhead now = desk.letterhead();
        List<String> made = new ArrayList<>();
        for (StoredTillSession session : journal.tillSessions(tillId)) {
            Set<String> kept = Set.copyOf(journal.documentKeys(session.id(), FILE_FORM));
            List<String> missing = journal.documentKeys(session.id(), "receipt").stream()
                    .filter(number -> !kept.contains(number + PDF))
                    .toList();
            if (!missing.isEmpty()) {
                Letterhead head = StoredSigner.ofOpening(journal, session.id())
                        .map(signer -> signer.head(now))
                        .orElse(now);
                missing.forEach(number -> keep(number, session.id(), head));
                made.addAll(missing);
            }
        }
        return made;
    }

    private void keep(String number, UUID tillSessionId, Letterhead head) {
        render(number, head)
                .ifPresent(file -> journal.commit(transaction -> {
                    transaction.putDocument(number + PDF, FILE_FORM, tillSessionId, StoredPdf.of(file));
                    return number;
                }));
    }

    /** The kept file, made again from the stored receipt when a crash came before it was kept. */
    public Optional<byte[]> file(String number) {
        return journal.document(number + PDF, StoredPdf.class)
                .map(StoredPdf::file)
                .or(() -> render(number, desk.letterhead()));
    }

    /** Writes the file of a fiscal document in clear; empty for any other document. */
    public Optional<Path> write(String documentKey) {
        return DocumentNumber.parse(documentKey) == null
                ? Optional.empty()
                : file(documentKey).map(bytes -> save(documentKey, bytes));
    }

    /** The sheet to be printed: the kept file for the original, a numbered one for a copy. */
    Optional<byte[]> sheet(String number, int copy) {
        return copy == 0 ? file(number) : render(number, desk.letterhead(), copy);
    }

    private Optional<byte[]> render(String number, Letterhead head) {
        return render(number, head, 0);
    }

    private Optional<byte[]> render(String number, Letterhead head, int copy) {
        return journal.document(number, StoredReceipt.class)
                .map(receipt -> pdf.render(receipts.sheet(head, receipt, copy)));
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
