package it.sportello.app.till;

import it.sportello.devices.DeviceKind;
import it.sportello.devices.DeviceListener;
import it.sportello.devices.DeviceStatus;
import it.sportello.devices.printer.PrintJob;
import it.sportello.devices.printer.PrintOutcome;
import it.sportello.devices.printer.PrintProgress;
import it.sportello.devices.printer.PrinterCause;
import it.sportello.devices.printer.ReceiptPrinter;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A printer without paper: it waits for a roll, or for being told to stop. */
final class WaitingPrinter implements ReceiptPrinter {
    private @Nullable CompletableFuture<PrintOutcome> under;
    private String job = "";

    @Override
    public synchronized CompletableFuture<PrintOutcome> print(PrintJob next, PrintProgress progress) {
        CompletableFuture<PrintOutcome> waiting = new CompletableFuture<>();
        under = waiting;
        job = next.id();
        progress.waitingFor(Optional.of(PrinterCause.PAPER_END));
        return waiting;
    }

    /** Somebody puts a roll in. */
    synchronized void paper() {
        end(new PrintOutcome.Printed(job, Instant.EPOCH, false));
    }

    @Override
    public synchronized void stopWaiting() {
        end(new PrintOutcome.Uncertain(job, PrinterCause.PAPER_END));
    }

    private void end(PrintOutcome outcome) {
        if (under != null) {
            under.complete(outcome);
        }
    }

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
