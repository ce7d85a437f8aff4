package it.sportello.devices.printer;

import java.awt.print.Pageable;

/** The pages of a sheet or label, held open while they are printed. */
public interface SheetPages extends AutoCloseable {

    /** The pages with their paper. */
    Pageable pages();

    @Override
    void close();
}
