package it.sportello.devices.printer;

import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.devices.link.LinkAddress;
import java.awt.Font;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** What the tests of the driver with its twin share. */
final class PrinterDesk {
    static final PrinterTimings QUICK = new PrinterTimings(
            Duration.ofMillis(250),
            3,
            Duration.ofMillis(100),
            Duration.ofSeconds(3),
            Duration.ofSeconds(40),
            Duration.ofMillis(200));

    private PrinterDesk() {}

    /** Keeps what it hears of a job. */
    static final class Causes implements PrintProgress {
        final BlockingQueue<Optional<PrinterCause>> heard = new LinkedBlockingQueue<>();

        @Override
        public void waitingFor(Optional<PrinterCause> cause) {
            heard.add(cause);
        }

        /** Waits until the job waits for this. */
        void await(PrinterCause wanted) throws InterruptedException {
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
            while (System.nanoTime() < end) {
                Optional<PrinterCause> next = heard.poll(100, TimeUnit.MILLISECONDS);
                if (next != null && next.equals(Optional.of(wanted))) {
                    return;
                }
            }
            throw new AssertionError("never waited for " + wanted);
        }
    }

    static ReceiptPrinter driver(String address, PrinterProfile profile) {
        return driver(address, profile, QUICK);
    }

    static ReceiptPrinter driver(String address, PrinterProfile profile, PrinterTimings timings) {
        LinkAddress place = LinkAddress.parse(address);
        TextRasterizer font = new FontTextRasterizer(List.of(new Font(Font.MONOSPACED, Font.PLAIN, 20)));
        return new EscPosReceiptPrinter("prova", place::newLink, profile, font, timings, Clock.systemUTC());
    }

    static PrintJob job(String number, int lines) {
        ReceiptDocument.Builder receipt = ReceiptDocument.builder().centered("RICEVUTA " + number, TextStyle.LARGE);
        for (int i = 1; i <= lines; i++) {
            receipt.columns("Prestazione " + i + ".", "10,00");
        }
        return new PrintJob(number, receipt.text("FINE " + number).cut().build());
    }

    static <T> T result(CompletableFuture<T> future) throws Exception {
        return future.get(40, TimeUnit.SECONDS);
    }

    static void await(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!condition.getAsBoolean() && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
        assertTrue(condition.getAsBoolean(), "did not happen in time");
    }
}
