package it.sportello.devices.printer;

import java.util.function.Supplier;

/**
 * A document of whole pages to print.
 *
 * @param id the caller's name for it; it comes back with the outcome
 * @param title what the spooler shows to everybody: the form, never the person
 * @param pages opens the document, on the printer's thread; it is closed after printing
 * @param copies at least 1
 */
public record SheetJob(String id, String title, Supplier<? extends SheetPages> pages, int copies) {

    public SheetJob {
        if (copies < 1 || copies > 99) {
            throw new IllegalArgumentException("1 to 99 copies");
        }
    }
}
