package it.sportello.devices.printer;

import static it.sportello.devices.printer.PrinterDesk.result;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.devices.DeviceFault;
import it.sportello.devices.DeviceKind;
import it.sportello.devices.DeviceState;
import it.sportello.devices.printer.PrintOutcome.NotPrinted;
import it.sportello.devices.printer.PrintOutcome.Uncertain;
import java.awt.Font;
import java.awt.print.Book;
import java.awt.print.PageFormat;
import java.awt.print.Pageable;
import java.awt.print.Printable;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import javax.print.attribute.standard.MediaTray;
import javax.print.attribute.standard.PrinterIsAcceptingJobs;
import javax.print.attribute.standard.PrinterStateReason;
import javax.print.attribute.standard.PrinterStateReasons;
import javax.print.attribute.standard.Severity;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Printers behind the spooler of the operating system: what is known of them is told, and no more. */
@Timeout(60)
@Tag("R-TIL-7")
class SpooledPrintersTest {
    private final PaperQueue queue = new PaperQueue();
    private final AtomicInteger closed = new AtomicInteger();
    private final AtomicReference<String> thread = new AtomicReference<>("");

    private SpoolerReceiptPrinter receipts(String name) {
        TextRasterizer font = new FontTextRasterizer(List.of(new Font(Font.MONOSPACED, Font.PLAIN, 20)));
        return new SpoolerReceiptPrinter("cassa", queue, name, PrinterProfile.EPSON_80, font, Clock.systemUTC());
    }

    private SpooledSheetPrinter sheets(String name, String tray) {
        return new SpooledSheetPrinter(DeviceKind.SHEET_PRINTER, "fogli", queue, name, tray, Clock.systemUTC());
    }

    private SheetJob sheet() {
        return new SheetJob(
                "D19",
                "Attestato",
                () -> new SheetPages() {
                    @Override
                    public Pageable pages() {
                        Book book = new Book();
                        book.append(
                                (graphics, format, index) -> {
                                    thread.set(Thread.currentThread().getName());
                                    graphics.drawString("ATTESTATO", 100, 100);
                                    return Printable.PAGE_EXISTS;
                                },
                                new PageFormat(),
                                2);
                        return book;
                    }

                    @Override
                    public void close() {
                        closed.incrementAndGet();
                    }
                },
                1);
    }

    @Test
    @Tag("Q36")
    void theRawBytesOfAReceiptGoOutAndNothingIsClaimedOfThePaper() throws Exception {
        try (SpoolerReceiptPrinter printer = receipts("Cassa")) {
            PrintOutcome outcome = result(printer.print(PrinterDesk.job("1", 2), PrintProgress.NONE));
            assertEquals(new Uncertain("1", PrinterCause.NO_PROOF), outcome);
            assertEquals(DeviceState.DEGRADED, printer.status().state());
            assertEquals("DEV-209", printer.status().code());
        }
        String bytes = new String(queue.papers.getFirst(), StandardCharsets.ISO_8859_1);
        assertTrue(bytes.startsWith("\u001B@") && bytes.contains("RICEVUTA 1"), bytes);
        assertEquals(List.of("Sportello"), queue.titles);
    }

    @Test
    void theDrawerPulseIsAJobOfItsOwn() throws Exception {
        try (SpoolerReceiptPrinter printer = receipts("Cassa")) {
            result(printer.openDrawer());
        }
        assertArrayEquals(new byte[] {0x1B, 0x70, 0, 0x19, (byte) 0xFA}, queue.papers.getFirst());
    }

    @Test
    void aQueueThatIsMissingStoppedOrIllTakesNothing() throws Exception {
        try (SpoolerReceiptPrinter none = receipts("Altra")) {
            assertEquals(
                    new NotPrinted("1", PrinterCause.NO_QUEUE),
                    result(none.print(PrinterDesk.job("1", 1), PrintProgress.NONE)));
            assertEquals(DeviceState.DISCONNECTED, result(none.checkNow()).state());
        }
        try (SpoolerReceiptPrinter printer = receipts("Cassa")) {
            queue.refuses = true;
            assertEquals(
                    new NotPrinted("1", PrinterCause.QUEUE_STOPPED),
                    result(printer.print(PrinterDesk.job("1", 1), PrintProgress.NONE)));
            queue.refuses = false;
            queue.attributes.add(PrinterIsAcceptingJobs.NOT_ACCEPTING_JOBS);
            assertEquals(
                    new NotPrinted("1", PrinterCause.QUEUE_STOPPED),
                    result(printer.print(PrinterDesk.job("1", 1), PrintProgress.NONE)));
        }
        assertEquals(List.of(), queue.papers);
    }

    @Test
    void whatTheSystemKnowsOfThePaperIsShown() throws Exception {
        PrinterStateReasons reasons = new PrinterStateReasons();
        reasons.put(PrinterStateReason.MEDIA_EMPTY, Severity.ERROR);
        queue.attributes.add(reasons);
        try (SpooledSheetPrinter printer = sheets("Cassa", "")) {
            assertEquals("DEV-202", result(printer.checkNow()).code());
        }
    }

    @Test
    void theChosenTrayIsAskedForAndAMissingOneIsNoOther() throws Exception {
        try (SpooledSheetPrinter printer = sheets("Cassa", MediaTray.MANUAL.toString())) {
            assertEquals(Arrays.asList("top", "manual"), result(printer.trays()));
            assertEquals(new Uncertain("D19", PrinterCause.NO_PROOF), result(printer.print(sheet())));
        }
        assertEquals(List.of(Optional.of(MediaTray.MANUAL)), queue.trays);
        try (SpooledSheetPrinter printer = sheets("Cassa", "cassetto 7")) {
            assertEquals(new NotPrinted("D19", PrinterCause.NO_TRAY), result(printer.print(sheet())));
        }
        assertEquals(1, queue.papers.size());
    }

    @Test
    @Tag("Q34")
    void aPrinterTakenAwayWhileTheSpoolerHasTheDocumentLeavesADoubtAndNoFailure() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        SheetJob stuck = new SheetJob(
                "D20",
                "Attestato",
                () -> {
                    asked.countDown();
                    for (boolean held = true; held; ) {
                        try {
                            ended.await();
                            held = false;
                        } catch (InterruptedException deaf) {
                            held = true;
                        }
                    }
                    return sheet().pages().get();
                },
                1);
        SpooledSheetPrinter printer = sheets("Cassa", "");
        CompletableFuture<PrintOutcome> printing = printer.print(stuck);
        CompletableFuture<PrintOutcome> waiting = printer.print(sheet());
        assertTrue(asked.await(20, TimeUnit.SECONDS));

        printer.close();

        assertEquals(new Uncertain("D20", PrinterCause.NO_PROOF), result(printing));
        ExecutionException failure = assertThrows(ExecutionException.class, () -> result(waiting));
        assertInstanceOf(DeviceFault.class, failure.getCause(), "what never began may come out elsewhere");
        ended.countDown();
    }

    @Test
    void pagesArePrintedOnThePrintersThreadAndLetGo() throws Exception {
        try (SpooledSheetPrinter printer = sheets("Cassa", "")) {
            result(printer.print(sheet()));
        }
        String paper = new String(queue.papers.getFirst(), StandardCharsets.ISO_8859_1);
        assertTrue(paper.contains("%%Page: 2 2"), paper);
        assertEquals(1, closed.get());
        assertTrue(thread.get().startsWith("printer-fogli"), thread.get());
        assertEquals(List.of("Attestato"), queue.titles);
    }
}
