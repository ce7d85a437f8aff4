package it.sportello.app.practice;

import it.sportello.devices.DeviceKind;
import it.sportello.devices.DeviceListener;
import it.sportello.devices.DeviceStatus;
import it.sportello.devices.printer.PrintJob;
import it.sportello.devices.printer.PrintOutcome;
import it.sportello.devices.printer.PrintProgress;
import it.sportello.devices.printer.ReceiptDocument;
import it.sportello.devices.printer.ReceiptElement;
import it.sportello.devices.printer.ReceiptPrinter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A printer that takes every receipt and keeps it. */
final class RollPrinter implements ReceiptPrinter {
    final List<ReceiptDocument> printed = new ArrayList<>();

    @Override
    public CompletableFuture<PrintOutcome> print(PrintJob job, PrintProgress progress) {
        printed.add(job.document());
        progress.firstByteSent(Instant.EPOCH);
        return CompletableFuture.completedFuture(new PrintOutcome.Printed(job.id(), Instant.EPOCH, false));
    }

    /** Everything on a receipt, as one text. */
    String text(int number) {
        StringBuilder text = new StringBuilder();
        for (ReceiptElement element : printed.get(number).elements()) {
            if (element instanceof ReceiptElement.Text line) {
                line.spans().forEach(span -> text.append(span.text()));
                text.append('\n');
            }
        }
        return text.toString();
    }

    @Override
    public void stopWaiting() {}

    @Override
    public CompletableFuture<DeviceStatus> openDrawer() {
        throw new AssertionError("a practice opens no drawer");
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
