package it.sportello.app.practice;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes A4 documents as files, only when the operator asks: outside the journal they are not sealed any more. Their
 * names say form and number, nothing of the person. May wait for the disk.
 */
public final class SaveSheets {
    private final ExemptionArchive archive;
    private final Path folder;

    /** @param folder where the files go; made when it is missing */
    public SaveSheets(ExemptionArchive archive, Path folder) {
        this.archive = archive;
        this.folder = folder;
    }

    /**
     * Writes the forms of a registration; again writes the same.
     *
     * @return where they are; empty when the folder cannot be written to
     */
    Optional<List<Path>> save(List<ExemptionArchive.Form> forms, String reference) {
        List<Path> written;
        try {
            written = write(forms, reference);
        } catch (IOException notWritable) {
            return Optional.empty();
        }
        archive.delivered(forms, reference);
        return Optional.of(written);
    }

    private List<Path> write(List<ExemptionArchive.Form> forms, String reference) throws IOException {
        List<Path> written = new ArrayList<>();
        Files.createDirectories(folder);
        for (ExemptionArchive.Form form : forms) {
            byte[] bytes =
                    archive.file(form, reference).orElseThrow(() -> new IllegalStateException("no file of " + form));
            Path file = folder.resolve(form.name() + "-" + reference.replaceAll("[^A-Za-z0-9-]", "-") + ".pdf");
            Path beside = file.resolveSibling(file.getFileName() + ".part");
            Files.write(beside, bytes);
            written.add(Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE));
        }
        return written;
    }
}
