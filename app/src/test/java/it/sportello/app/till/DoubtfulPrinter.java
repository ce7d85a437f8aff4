package it.sportello.app.till;

import it.sportello.devices.DeviceKind;
import it.sportello.devices.DeviceListener;
import it.sportello.devices.DeviceStatus;
import it.sportello.devices.printer.PrintJob;
import it.sportello.devices.printer.PrintOutcome;
import it.sportello.devices.printer.PrintProgress;
import it.sportello.devices.printer.PrinterCause;
import it.sportello.devices.printer.ReceiptPrinter;
import java.util.concurrent.CompletableFuture;

/** A printer that takes every job and never proves that it is done. */
final class DoubtfulPrinter implements ReceiptPrinter {
    private final Runnable whilePrinting;
    int taken;

    DoubtfulPrinter(Runnable whilePrinting) {
        this.whilePrinting = whilePrinting;
    }

    @Override
    public CompletableFuture<PrintOutcome> print(PrintJob job, PrintProgress progress) {
        taken++;
        whilePrinting.run();
        return CompletableFuture.completedFuture(new PrintOutcome.Uncertain(job.id(), PrinterCause.NO_ANSWER));
    }

    @Override
    public void stopWaiting() {}

    @Override
    public CompletableFuture<DeviceStatus> openDrawer() {
        return new CompletableFuture<>();
    }

    @Override
    public CompletableFuture<DeviceStatus> checkNow() {
        return new CompletableFuture<>();
    }

    @Override
    public DeviceKind kind() {
        throw new AssertionError("not asked in these tests");
    }

    @Override
    public String id() {
        return "printer";
    }

    @Override
    public DeviceStatus status() {
        throw new AssertionError("not asked in these tests");
    }

    @Override
    public void addListener(DeviceListener listener) {}

    @Override
    public void removeListener(DeviceListener listener) {}

    @Override
    public void start() {}

    @Override
    public void close() {}
}
