package it.sportello.devices.printer;

import static it.sportello.devices.printer.PrinterDesk.await;
import static it.sportello.devices.printer.PrinterDesk.driver;
import static it.sportello.devices.printer.PrinterDesk.job;
import static it.sportello.devices.printer.PrinterDesk.result;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.devices.printer.PrintOutcome.Printed;
import it.sportello.devices.printer.PrintOutcome.Uncertain;
import it.sportello.devices.printer.PrinterDesk.Causes;
import it.sportello.devices.twin.TwinPlug;
import it.sportello.devices.twin.printer.PaperState;
import it.sportello.devices.twin.printer.PrintedReceipt;
import it.sportello.devices.twin.printer.PrinterModel;
import it.sportello.devices.twin.printer.VirtualPrinter;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What becomes of a document that stopped in the middle: it comes out whole once, or its doubt is told. */
@Timeout(90)
@Tag("Q35")
@Tag("R-TIL-7")
@SuppressWarnings("NullAway.Init")
class PrinterRecoveryTest {

    private VirtualPrinter twin;
    private final Causes causes = new Causes();

    @BeforeEach
    void plugIn() throws IOException {
        twin = new VirtualPrinter(TwinPlug.tcp(0));
    }

    @AfterEach
    void leave() {
        twin.close();
    }

    private List<PrintedReceipt> whole(String number) {
        return twin.receipts().stream()
                .filter(paper -> paper.text().contains("RICEVUTA " + number)
                        && paper.text().contains("FINE " + number)
                        && !paper.text().contains("INTERROTTA"))
                .toList();
    }

    private static void assertAllLines(PrintedReceipt paper, int lines) {
        for (int i = 1; i <= lines; i++) {
            String line = "Prestazione " + i + ".";
            assertTrue(paper.text().contains(line), line);
            assertEquals(paper.text().indexOf(line), paper.text().lastIndexOf(line), line);
        }
    }

    @Test
    void anEmptiedPrinterGetsTheDocumentAgainFromItsFirstLine() throws Exception {
        try (ReceiptPrinter printer = driver(twin.address(), PrinterProfile.EPSON_T20)) {
            twin.paperEndsAfter(8);
            CompletableFuture<PrintOutcome> future = printer.print(job("1", 120), causes);
            causes.await(PrinterCause.PAPER_END);
            twin.setPaper(PaperState.OK);
            assertInstanceOf(Printed.class, result(future));
        }
        assertEquals(2, twin.receipts().size());
        assertTrue(
                twin.receipts().getFirst().text().contains("STAMPA INTERROTTA"),
                twin.receipts().getFirst().text());
        assertFalse(twin.receipts().getFirst().text().contains("FINE 1"));
        assertEquals(1, whole("1").size());
        assertAllLines(whole("1").getFirst(), 120);
    }

    @Test
    void aPrinterThatDoesNotEmptyItselfFinishesByItself() throws Exception {
        twin.close();
        twin = new VirtualPrinter(TwinPlug.tcp(0), PrinterModel.EPSON.keepingAll());
        try (ReceiptPrinter printer = driver(twin.address(), PrinterProfile.EPSON_T20)) {
            twin.paperEndsAfter(8);
            CompletableFuture<PrintOutcome> future = printer.print(job("2", 60), causes);
            causes.await(PrinterCause.PAPER_END);
            twin.setPaper(PaperState.OK);
            assertInstanceOf(Printed.class, result(future));
        }
        assertEquals(1, twin.receipts().size());
        assertAllLines(twin.receipts().getFirst(), 60);
    }

    @Test
    void theCutterGoesOnOnlyWhenAPersonSaysSo() throws Exception {
        try (ReceiptPrinter printer = driver(twin.address(), PrinterProfile.EPSON_80)) {
            twin.jamAtNextCut();
            CompletableFuture<PrintOutcome> future = printer.print(job("3", 3), causes);
            causes.await(PrinterCause.CUTTER_JAM);
            result(printer.resume());
            assertFalse(future.isDone(), "paper still in the blade");
            twin.freeCutter();
            result(printer.resume());
            assertInstanceOf(Printed.class, result(future));
            assertEquals(1, twin.receipts().size());
        }
    }

    @Test
    void aJamOfAnIdlePrinterIsResumedToo() throws Exception {
        try (ReceiptPrinter printer = driver(twin.address(), PrinterProfile.EPSON_80)) {
            twin.setCutterJam(true);
            assertEquals("DEV-204", result(printer.checkNow()).code());
            assertEquals("", result(printer.resume()).code());
        }
    }

    @Test
    void aPrinterSwitchedOffInTheMiddleNeverGetsTheRestAlone() throws Exception {
        java.nio.file.Path folder = java.nio.file.Files.createTempDirectory("stampante");
        try (VirtualPrinter serial = new VirtualPrinter(TwinPlug.line(folder.resolve("lp")));
                ReceiptPrinter printer = driver("serial:" + folder.resolve("lp"), PrinterProfile.EPSON_80)) {
            serial.setMillisPerLine(5);
            CompletableFuture<PrintOutcome> future = printer.print(job("4", 300), causes);
            await(() -> !serial.hanging().lines().isEmpty());
            serial.setMute(true);
            causes.await(PrinterCause.NO_ANSWER);
            serial.setMute(false);
            assertEquals(new Uncertain("4", PrinterCause.NO_ANSWER), result(future));
            assertFalse(serial.hanging().text().contains("FINE 4"));
        }
    }

    @Test
    @Tag("Q34")
    void aDocumentThatThePrinterHadKeptIsNotSentAgain() throws Exception {
        try (ReceiptPrinter printer = driver(twin.address(), PrinterProfile.EPSON_80)) {
            twin.paperEndsAfter(5);
            CompletableFuture<PrintOutcome> first = printer.print(job("5", 10), causes);
            causes.await(PrinterCause.PAPER_END);
            printer.stopWaiting();
            assertEquals(new Uncertain("5", PrinterCause.PAPER_END), result(first));
            twin.setMillisPerLine(20);
            twin.setPaper(PaperState.OK);
            assertInstanceOf(Printed.class, result(printer.print(job("5", 10), causes)));
            assertEquals(1, whole("5").size());
            assertEquals(1, twin.receipts().size());
        }
    }

    @Test
    @Tag("Q34")
    void aDocumentLostWithTheCurrentIsSentAgain() throws Exception {
        try (ReceiptPrinter printer = driver(twin.address(), PrinterProfile.EPSON_80)) {
            twin.paperEndsAfter(5);
            CompletableFuture<PrintOutcome> first = printer.print(job("6", 10), causes);
            causes.await(PrinterCause.PAPER_END);
            printer.stopWaiting();
            assertInstanceOf(Uncertain.class, result(first));
            twin.powerCycle();
            twin.setPaper(PaperState.OK);
            assertInstanceOf(Printed.class, result(printer.print(job("6", 10), causes)));
            assertEquals(1, twin.receipts().size());
            assertTrue(twin.receipts().getFirst().text().contains("FINE 6"));
        }
    }
}
