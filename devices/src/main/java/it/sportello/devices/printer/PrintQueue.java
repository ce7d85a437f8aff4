package it.sportello.devices.printer;

import it.sportello.devices.printer.PrintOutcome.NotPrinted;
import it.sportello.devices.printer.PrintOutcome.Uncertain;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.print.Doc;
import javax.print.DocPrintJob;
import javax.print.PrintException;
import javax.print.PrintService;
import javax.print.attribute.PrintRequestAttributeSet;
import javax.print.attribute.standard.Media;
import javax.print.attribute.standard.MediaTray;
import javax.print.attribute.standard.PrinterIsAcceptingJobs;
import javax.print.attribute.standard.PrinterStateReason;
import javax.print.attribute.standard.PrinterStateReasons;
import javax.print.event.PrintJobAdapter;
import javax.print.event.PrintJobEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One queue of the operating system's spooler. It goes one way: that the spooler took a job is all that is ever known of
 * the paper. Used by one thread.
 */
final class PrintQueue {
    private static final Logger LOG = LoggerFactory.getLogger(PrintQueue.class);

    private final PrintQueues queues;
    private final String name;

    PrintQueue(PrintQueues queues, String name) {
        this.queues = queues;
        this.name = name;
    }

    /** What is wrong with the queue, or what has to be known of it: at best that it gives no proof. */
    PrinterCause look() {
        return queues.queue(name).map(PrintQueue::look).orElse(PrinterCause.NO_QUEUE);
    }

    private static PrinterCause look(PrintService service) {
        PrinterIsAcceptingJobs accepting = service.getAttribute(PrinterIsAcceptingJobs.class);
        if (PrinterIsAcceptingJobs.NOT_ACCEPTING_JOBS.equals(accepting)) {
            return PrinterCause.QUEUE_STOPPED;
        }
        PrinterStateReasons reasons = service.getAttribute(PrinterStateReasons.class);
        if (reasons == null) {
            return PrinterCause.NO_PROOF;
        }
        if (reasons.containsKey(PrinterStateReason.MEDIA_EMPTY)) {
            return PrinterCause.PAPER_END;
        }
        if (reasons.containsKey(PrinterStateReason.COVER_OPEN) || reasons.containsKey(PrinterStateReason.DOOR_OPEN)) {
            return PrinterCause.COVER_OPEN;
        }
        return reasons.containsKey(PrinterStateReason.MEDIA_LOW) ? PrinterCause.PAPER_NEAR_END : PrinterCause.NO_PROOF;
    }

    /** The trays that the queue offers, by the names of its driver. */
    List<String> trays() {
        return queues.queue(name)
                .map(service -> service.getSupportedAttributeValues(Media.class, null, null))
                .filter(Media[].class::isInstance)
                .map(media -> Arrays.stream((Media[]) media)
                        .filter(MediaTray.class::isInstance)
                        .map(Media::toString)
                        .toList())
                .orElse(List.of());
    }

    /** The tray of a name; empty when there is none of it. */
    Optional<MediaTray> tray(String tray) {
        return queues.queue(name)
                .map(service -> service.getSupportedAttributeValues(Media.class, null, null))
                .filter(Media[].class::isInstance)
                .flatMap(media -> Arrays.stream((Media[]) media)
                        .filter(MediaTray.class::isInstance)
                        .map(MediaTray.class::cast)
                        .filter(each -> each.toString().equals(tray))
                        .findFirst());
    }

    /** Hands a document over; waits until the spooler has it. */
    PrintOutcome print(String jobId, Doc document, PrintRequestAttributeSet wishes) {
        Optional<PrintService> service = queues.queue(name);
        if (service.isEmpty()) {
            return new NotPrinted(jobId, PrinterCause.NO_QUEUE);
        }
        if (look(service.get()) == PrinterCause.QUEUE_STOPPED) {
            return new NotPrinted(jobId, PrinterCause.QUEUE_STOPPED);
        }
        DocPrintJob job = service.get().createPrintJob();
        Refusal refusal = new Refusal();
        job.addPrintJobListener(refusal);
        try {
            job.print(document, wishes);
        } catch (PrintException e) {
            LOG.warn("{}: the spooler refused a job", name, e);
            return new NotPrinted(jobId, PrinterCause.QUEUE_STOPPED);
        }
        return refusal.came
                ? new Uncertain(jobId, PrinterCause.QUEUE_STOPPED)
                : new Uncertain(jobId, PrinterCause.NO_PROOF);
    }

    /** Hears when the spooler gives the job up. */
    private static final class Refusal extends PrintJobAdapter {
        private volatile boolean came;

        @Override
        public void printJobFailed(PrintJobEvent event) {
            came = true;
        }

        @Override
        public void printJobCanceled(PrintJobEvent event) {
            came = true;
        }
    }
}
