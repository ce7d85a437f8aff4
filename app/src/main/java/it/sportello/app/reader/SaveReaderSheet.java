package it.sportello.app.reader;

import it.sportello.app.print.PdfSheets;
import it.sportello.app.print.ReaderSheet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** Writes the reader's set-up sheet as a file to print. May wait for the disk. */
final class SaveReaderSheet {
    private static final String NAME = "foglio-lettore.pdf";

    private final ReaderSheet sheet;
    private final PdfSheets pdf;
    private final Path folder;

    SaveReaderSheet(ReaderSheet sheet, PdfSheets pdf, Path folder) {
        this.sheet = sheet;
        this.pdf = pdf;
        this.folder = folder;
    }

    /** Where the sheet is; empty when the folder cannot be written to. */
    Optional<Path> save() {
        byte[] bytes = pdf.render(sheet.sheet());
        try {
            Files.createDirectories(folder);
            Path beside = folder.resolve(NAME + ".part");
            Files.write(beside, bytes);
            return Optional.of(Files.move(
                    beside, folder.resolve(NAME), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE));
        } catch (IOException notWritable) {
            return Optional.empty();
        }
    }
}
