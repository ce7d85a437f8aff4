package it.sportello.app.print;

import it.sportello.devices.printer.SheetPages;
import java.awt.print.Pageable;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.printing.PDFPageable;

/** A PDF file as pages for a printer, each in its true size. */
public final class PdfPages implements SheetPages {
    private final PDDocument document;

    private PdfPages(PDDocument document) {
        this.document = document;
    }

    /** Opens the file; whoever opens it closes it. */
    public static PdfPages of(byte[] file) {
        try {
            return new PdfPages(Loader.loadPDF(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Pageable pages() {
        return new PDFPageable(document);
    }

    @Override
    public void close() {
        try {
            document.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
