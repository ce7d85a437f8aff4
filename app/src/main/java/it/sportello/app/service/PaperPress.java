package it.sportello.app.service;

import it.sportello.app.print.PdfPages;
import it.sportello.app.print.StoredLabel;
import it.sportello.devices.printer.PrintJob;
import it.sportello.devices.printer.PrintOutcome;
import it.sportello.devices.printer.PrintProgress;
import it.sportello.devices.printer.ReceiptDocument;
import it.sportello.devices.printer.SheetJob;
import it.sportello.devices.printer.SheetPrinter;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** Puts a stored document on the paper of a place: a slip on a roll, a sheet on A4. May wait for the disk. */
final class PaperPress {
    /** What the spooler shows to everybody. */
    private static final String TITLE = "Sportello";

    private final List<SlipSource> sources;

    PaperPress(List<SlipSource> sources) {
        this.sources = List.copyOf(sources);
    }

    /** A document ready to be printed on one place. */
    interface Paper {
        CompletableFuture<PrintOutcome> print(PrintProgress progress);
    }

    /** The paper of a document; empty when no sort of document knows how it looks there. */
    Optional<Paper> paper(UUID jobId, String documentKey, int copy, PrintPlaces.Place place) {
        return switch (place) {
            case PrintPlaces.Roll roll -> {
                Optional<ReceiptDocument> slip = first(source -> source.slip(documentKey, copy));
                yield slip.map(text ->
                        progress -> roll.printer().print(new PrintJob(jobId.toString(), text), progress));
            }
            case PrintPlaces.Sheets sheets -> pages(jobId, documentKey, copy, sheets.printer());
            case PrintPlaces.Labels labels ->
                documentKey.startsWith(StoredLabel.PREFIX)
                        ? pages(jobId, documentKey, copy, labels.printer())
                        : Optional.empty();
        };
    }

    private Optional<Paper> pages(UUID jobId, String documentKey, int copy, SheetPrinter printer) {
        Optional<byte[]> sheet = first(source -> source.sheet(documentKey, copy));
        return sheet.map(
                file -> progress -> printer.print(new SheetJob(jobId.toString(), TITLE, () -> PdfPages.of(file), 1)));
    }

    boolean writeFile(String documentKey) {
        return first(source -> source.writeFile(documentKey)).isPresent();
    }

    private <T> Optional<T> first(Function<SlipSource, Optional<T>> asked) {
        return sources.stream().flatMap(source -> asked.apply(source).stream()).findFirst();
    }
}
