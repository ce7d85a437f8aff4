package it.sportello.app.till;

import it.sportello.app.frame.Texts;
import it.sportello.app.print.PdfSheets;
import it.sportello.app.print.TillSheets;
import it.sportello.domain.ledger.EntryKind;
import it.sportello.offlinecache.journal.PostedEntry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * The sheets of a till's day as PDF/A files: opening check, closing check, cash journal. They name documents and
 * amounts, never a person, so that they may lie in a folder in clear. May wait for the disk.
 */
public final class DayFolder {
    private final TillBook book;
    private final TillSheets sheets;
    private final PdfSheets pdf;
    private final Path folder;
    private final Texts texts = Texts.of(DayFolder.class);

    /**
     * The folders of a till.
     *
     * @param folder where the folders of the days lie
     */
    public DayFolder(TillBook book, TillSheets sheets, PdfSheets pdf, Path folder) {
        this.book = book;
        this.sheets = sheets;
        this.pdf = pdf;
        this.folder = folder;
    }

    /** Writes the sheets of a closed session; writing again replaces them with the same content. */
    public List<Path> write(UUID sessionId) {
        StoredClosing closing = book.journal()
                .document(StoredClosing.key(sessionId.toString()), StoredClosing.class)
                .orElseThrow(() -> new IllegalStateException("the session is not closed"));
        Path day = folder.resolve(closing.day().toString()).resolve(closing.tillId());
        List<Path> written = new ArrayList<>();
        book.journal()
                .document("D09/" + sessionId, StoredOpening.class)
                .ifPresent(opening -> written.add(save(
                        day.resolve("verifica-apertura.pdf"),
                        pdf.render(sheets.opening(book.desk().letterhead(), opening.sheet())))));
        written.add(save(
                day.resolve("verifica-chiusura.pdf"),
                pdf.render(sheets.closing(book.desk().letterhead(), closing.sheet()))));
        written.add(save(
                day.resolve("giornale-di-cassa.pdf"),
                pdf.render(sheets.journal(
                        book.desk().letterhead(), closing.tillId(), closing.day(), movements(), closing.chainHead()))));
        return written;
    }

    private List<TillSheets.Movement> movements() {
        List<PostedEntry> all = book.journal().entries(book.tillId());
        int begin = 0;
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).entry().kind() == EntryKind.FLOAT_OPENING) {
                begin = i;
            }
        }
        return all.subList(begin, all.size()).stream()
                .map(posted -> new TillSheets.Movement(
                        posted.entry().sequence(),
                        posted.entry().at(),
                        texts.get("entry." + posted.entry().kind().name()),
                        java.util.Optional.ofNullable(posted.entry().documentNumber()),
                        posted.entry().cash(),
                        posted.runningTotal()))
                .toList();
    }

    private static Path save(Path file, byte[] bytes) {
        try {
            Files.createDirectories(file.getParent());
            Path beside = file.resolveSibling(file.getFileName() + ".part");
            Files.write(beside, bytes);
            return Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
