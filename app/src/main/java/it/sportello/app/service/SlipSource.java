package it.sportello.app.service;

import it.sportello.devices.printer.ReceiptDocument;
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
}
