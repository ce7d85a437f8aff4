package it.sportello.app.service;

import it.sportello.devices.printer.ReceiptDocument;
import java.nio.file.Path;
import java.util.Optional;

/** Knows how one sort of stored document looks on the roll. May wait for the disk. */
@FunctionalInterface
public interface SlipSource {
    /**
     * The slip of a stored document.
     *
     * @param copy 0 for the original, else the number printed on the copy
     * @return empty when the document is of another sort
     */
    Optional<ReceiptDocument> slip(String documentKey, int copy);

    /**
     * The document as PDF pages, for a printer of sheets.
     *
     * @param copy 0 for the original, else the number printed on the copy
     * @return empty when the document is of another sort, or this sort has no sheet
     */
    default Optional<byte[]> sheet(String documentKey, int copy) {
        return Optional.empty();
    }

    /**
     * Writes the document as a file in clear, at the operator's explicit wish; its name tells no person.
     *
     * @return where it is; empty when the document is of another sort, or this sort has no form as a file
     */
    default Optional<Path> writeFile(String documentKey) {
        return Optional.empty();
    }
}
