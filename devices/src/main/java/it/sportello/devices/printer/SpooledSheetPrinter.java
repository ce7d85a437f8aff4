package it.sportello.devices.printer;

import it.sportello.devices.DeviceKind;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.print.Doc;
import javax.print.DocFlavor;
import javax.print.SimpleDoc;
import javax.print.attribute.HashPrintRequestAttributeSet;
import javax.print.attribute.PrintRequestAttributeSet;
import javax.print.attribute.standard.Copies;
import javax.print.attribute.standard.JobName;

/** A printer of sheets or labels behind a queue of the operating system, with one of its trays. */
public final class SpooledSheetPrinter extends SpooledDevice implements SheetPrinter {
    private final String tray;

    /**
     * @param kind {@link DeviceKind#SHEET_PRINTER} or {@link DeviceKind#LABEL_PRINTER}
     * @param id the name the desk's settings give it
     * @param queue name of the queue in the operating system
     * @param tray name of the tray as the queue's driver says it; empty for the printer's own choice
     */
    public SpooledSheetPrinter(
            DeviceKind kind, String id, PrintQueues queues, String queue, String tray, InstantSource clock) {
        super(kind, id, new PrintQueue(queues, queue), clock);
        this.tray = tray;
    }

    @Override
    public CompletableFuture<PrintOutcome> print(SheetJob job) {
        return hand(job.id(), () -> {
            PrintRequestAttributeSet wishes = new HashPrintRequestAttributeSet();
            wishes.add(new JobName(job.title(), null));
            if (job.copies() > 1) {
                wishes.add(new Copies(job.copies()));
            }
            if (!tray.isEmpty()) {
                // Paper of another tray may be another form: better nothing than a certificate on the wrong paper.
                if (queue().tray(tray).isEmpty()) {
                    return new PrintOutcome.NotPrinted(job.id(), PrinterCause.NO_TRAY);
                }
                queue().tray(tray).ifPresent(wishes::add);
            }
            try (SheetPages pages = job.pages().get()) {
                Doc document = new SimpleDoc(pages.pages(), DocFlavor.SERVICE_FORMATTED.PAGEABLE, null);
                return queue().print(job.id(), document, wishes);
            }
        });
    }

    @Override
    public CompletableFuture<List<String>> trays() {
        return ask(queue()::trays);
    }
}
