package it.sportello.app.service;

import it.sportello.devices.DeviceKind;
import it.sportello.devices.DeviceListener;
import it.sportello.devices.DeviceStatus;
import it.sportello.devices.printer.PrintJob;
import it.sportello.devices.printer.PrintOutcome;
import it.sportello.devices.printer.PrintProgress;
import it.sportello.devices.printer.PrinterCause;
import it.sportello.devices.printer.ReceiptDocument;
import it.sportello.devices.printer.ReceiptElement;
import it.sportello.devices.printer.ReceiptPrinter;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * A receipt printer played by a test: it prints, is doubted, or waits for paper, as it was made. What it does with a job
 * is what the real driver does, see {@link ReceiptPrinterContractTest}.
 */
public final class PlayedPrinter implements ReceiptPrinter {
    /** What becomes of a job. */
    private enum Fate {
        PRINTED,
        DOUBTED,
        WAITS
    }

    private final Fate fate;
    private final Runnable whilePrinting;
    private final List<ReceiptDocument> taken = new CopyOnWriteArrayList<>();
    private @Nullable CompletableFuture<PrintOutcome> under;
    private String job = "";

    private PlayedPrinter(Fate fate, Runnable whilePrinting) {
        this.fate = fate;
        this.whilePrinting = whilePrinting;
    }

    /** It takes every receipt, prints it and keeps it. */
    public static PlayedPrinter printing() {
        return new PlayedPrinter(Fate.PRINTED, () -> {});
    }

    /** It takes every job and never proves that it is done. */
    public static PlayedPrinter doubtful(Runnable whilePrinting) {
        return new PlayedPrinter(Fate.DOUBTED, whilePrinting);
    }

    /** Its roll ends in the middle: it waits for a new one, or for being told to stop. */
    public static PlayedPrinter withoutPaper() {
        return new PlayedPrinter(Fate.WAITS, () -> {});
    }

    @Override
    public synchronized CompletableFuture<PrintOutcome> print(PrintJob next, PrintProgress progress) {
        taken.add(next.document());
        progress.firstByteSent(Instant.EPOCH);
        whilePrinting.run();
        CompletableFuture<PrintOutcome> end = new CompletableFuture<>();
        switch (fate) {
            case PRINTED -> end.complete(new PrintOutcome.Printed(next.id(), Instant.EPOCH, false));
            case DOUBTED -> end.complete(new PrintOutcome.Uncertain(next.id(), PrinterCause.NO_ANSWER));
            case WAITS -> {
                under = end;
                job = next.id();
                progress.waitingFor(Optional.of(PrinterCause.PAPER_END));
            }
        }
        return end;
    }

    /** Every receipt it was given, in order. */
    public List<ReceiptDocument> taken() {
        return List.copyOf(taken);
    }

    /** Everything on a receipt, as one text. */
    public String text(int number) {
        StringBuilder text = new StringBuilder();
        for (ReceiptElement element : taken.get(number).elements()) {
            if (element instanceof ReceiptElement.Text line) {
                line.spans().forEach(span -> text.append(span.text()));
                text.append('\n');
            }
        }
        return text.toString();
    }

    /** Somebody puts a roll in. */
    public synchronized void paper() {
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

    /** Nobody hears whether it opened. */
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
        return DeviceKind.RECEIPT_PRINTER;
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
