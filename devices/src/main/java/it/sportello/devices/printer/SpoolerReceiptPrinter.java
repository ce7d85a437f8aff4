package it.sportello.devices.printer;

import it.sportello.devices.DeviceFault;
import it.sportello.devices.DeviceKind;
import it.sportello.devices.DeviceStatus;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import javax.print.Doc;
import javax.print.DocFlavor;
import javax.print.SimpleDoc;
import javax.print.attribute.HashPrintRequestAttributeSet;
import javax.print.attribute.PrintRequestAttributeSet;
import javax.print.attribute.standard.JobName;

/**
 * A receipt printer behind a raw queue of the operating system: the bytes go out, nothing comes back. Every document ends
 * as not confirmed, and the lamp says why; a channel with answers is better wherever there is one.
 */
public final class SpoolerReceiptPrinter extends SpooledDevice implements ReceiptPrinter {
    private static final String JOB_NAME = "Sportello";

    private final PrinterProfile profile;
    private final EscPosEncoder encoder;
    private final InstantSource clock;

    /**
     * @param id the name the desk's settings give it
     * @param queue name of the queue in the operating system
     */
    public SpoolerReceiptPrinter(
            String id,
            PrintQueues queues,
            String queue,
            PrinterProfile profile,
            TextRasterizer rasterizer,
            InstantSource clock) {
        super(DeviceKind.RECEIPT_PRINTER, id, new PrintQueue(queues, queue), clock);
        this.profile = profile;
        this.encoder = new EscPosEncoder(profile, rasterizer);
        this.clock = clock;
    }

    @Override
    public CompletableFuture<PrintOutcome> print(PrintJob job, PrintProgress progress) {
        return hand(job.id(), () -> {
            PrintOutcome outcome = send(job.id(), encoder.encode(job.document()).bytes());
            if (outcome instanceof PrintOutcome.Uncertain) {
                progress.firstByteSent(clock.instant());
            }
            return outcome;
        });
    }

    private PrintOutcome send(String jobId, byte[] bytes) {
        Doc document = new SimpleDoc(bytes, DocFlavor.BYTE_ARRAY.AUTOSENSE, null);
        PrintRequestAttributeSet wishes = new HashPrintRequestAttributeSet();
        // The spooler shows the name to everybody: it says nothing of the document.
        wishes.add(new JobName(JOB_NAME, null));
        return queue().print(jobId, document, wishes);
    }

    @Override
    public void stopWaiting() {
        // Nothing is ever waited for: the spooler takes the job at once or not at all.
    }

    @Override
    public boolean hasDrawer() {
        return profile.drawer().exists();
    }

    @Override
    public CompletableFuture<DeviceStatus> openDrawer() {
        return submit(() -> {
                    PrintOutcome outcome = profile.drawer().exists()
                            ? send("drawer", profile.drawer().pulse())
                            : new PrintOutcome.NotPrinted("drawer", PrinterCause.DRAWER_CLOSED);
                    if (outcome instanceof PrintOutcome.NotPrinted refused) {
                        throw new DeviceFault(refused.cause().code(), true, id());
                    }
                    return outcome;
                })
                .thenApply(outcome -> status());
    }
}
