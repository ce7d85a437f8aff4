package it.sportello.app.till;

import it.sportello.app.print.PdfSheets;
import it.sportello.app.print.StoredPdf;
import it.sportello.app.print.SuspectSheets;
import it.sportello.devices.detector.NoteVerdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.UUID;

/** The forms D16 of suspect notes: kept sealed in the journal, written as a file to be printed and signed (R-TIL-19). */
final class SuspectForms {
    static final String FORM = "suspect-note";

    private final TillBook book;
    private final SuspectSheets sheets;
    private final PdfSheets pdf;
    private final Path folder;

    /** @param folder where the files go, by day */
    SuspectForms(TillBook book, SuspectSheets sheets, PdfSheets pdf, Path folder) {
        this.book = book;
        this.sheets = sheets;
        this.pdf = pdf;
        this.folder = folder;
    }

    /**
     * Makes the form of the suspect notes among those judged, stored before it is written.
     *
     * @throws IllegalStateException when no till is open: a note is only taken at an open till
     */
    Path make(List<JudgedNote> judged) {
        List<SuspectSheets.SuspectNote> notes = judged.stream()
                .filter(note -> note.verdict() == NoteVerdict.SUSPECT)
                .map(note -> new SuspectSheets.SuspectNote(
                        note.note(), note.noteSerial(), note.source() != JudgedNote.Source.OPERATOR, note.at()))
                .toList();
        UUID session = book.open()
                .map(open -> UUID.fromString(open.id()))
                .orElseThrow(() -> new IllegalStateException("no till is open"));
        byte[] file = pdf.render(sheets.sheet(book.desk().letterhead(), book.tillId(), notes));
        String name = UUID.randomUUID().toString();
        String day = book.journal().commit(transaction -> {
            transaction.putDocument("D16/" + name, FORM, session, StoredPdf.of(file));
            return book.open().orElseThrow().accountingDay().toString();
        });
        return save(folder.resolve(day).resolve("D16-" + name.substring(0, 8) + ".pdf"), file);
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
