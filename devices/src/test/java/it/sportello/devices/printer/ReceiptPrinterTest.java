package it.sportello.devices.printer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.devices.DeviceState;
import it.sportello.devices.link.LinkAddress;
import it.sportello.devices.printer.PrintOutcome.NotPrinted;
import it.sportello.devices.printer.PrintOutcome.Printed;
import it.sportello.devices.printer.PrintOutcome.Uncertain;
import it.sportello.devices.twin.TwinPlug;
import it.sportello.devices.twin.printer.PaperState;
import it.sportello.devices.twin.printer.VirtualPrinter;
import java.awt.Font;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The driver and the twin over a real socket and a real serial line. */
@Timeout(30)
@SuppressWarnings("NullAway.Init")
class ReceiptPrinterTest {

    private static final PrinterTimings QUICK = new PrinterTimings(
            Duration.ofMillis(150),
            3,
            Duration.ofMillis(100),
            Duration.ofMillis(900),
            Duration.ofSeconds(20),
            Duration.ofMillis(200));

    private VirtualPrinter twin;
    private ReceiptPrinter printer;
    private final Progress progress = new Progress();

    /** Keeps what it hears. */
    private static final class Progress implements PrintProgress {
        private final BlockingQueue<Optional<PrinterCause>> causes = new LinkedBlockingQueue<>();
        private volatile Instant firstByte = Instant.MAX;

        @Override
        public void firstByteSent(Instant at) {
            firstByte = at;
        }

        @Override
        public void waitingFor(Optional<PrinterCause> cause) {
            causes.add(cause);
        }

        Optional<PrinterCause> next() throws InterruptedException {
            Optional<PrinterCause> cause = causes.poll(5, TimeUnit.SECONDS);
            return cause == null ? Optional.of(PrinterCause.NO_CONFIRMATION) : cause;
        }
    }

    @BeforeEach
    void plugIn() throws IOException {
        twin = new VirtualPrinter(TwinPlug.tcp(0));
        printer = driver(twin.address(), PrinterProfile.EPSON_80);
    }

    @AfterEach
    void leave() throws Exception {
        printer.close();
        twin.close();
    }

    private static ReceiptPrinter driver(String address, PrinterProfile profile) {
        LinkAddress place = LinkAddress.parse(address);
        TextRasterizer font = new FontTextRasterizer(List.of(new Font(Font.MONOSPACED, Font.PLAIN, 20)));
        return new EscPosReceiptPrinter("prova", place::newLink, profile, font, QUICK, Clock.systemUTC());
    }

    private static PrintJob job(String number, int lines) {
        ReceiptDocument.Builder receipt = ReceiptDocument.builder()
                .centered("AZIENDA SANITARIA DI PROVA", TextStyle.BOLD)
                .centered("RICEVUTA " + number, TextStyle.LARGE)
                .separator();
        for (int i = 1; i <= lines; i++) {
            receipt.columns("Prestazione " + i, "10,00");
        }
        return new PrintJob(
                number,
                receipt.doubleSeparator()
                        .columns("TOTALE €", "36,15", TextStyle.TALL)
                        .qrCode("SP1R:" + number)
                        .cut()
                        .build());
    }

    private PrintOutcome result(CompletableFuture<PrintOutcome> future) throws Exception {
        return future.get(20, TimeUnit.SECONDS);
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + 20_000_000_000L;
        while (!condition.getAsBoolean() && System.nanoTime() < end) {
            Thread.sleep(10);
        }
        assertTrue(condition.getAsBoolean(), "did not happen in time");
    }

    @Test
    @Tag("R-TIL-7")
    void aReceiptComesOutOnceAndTheDriverKnows() throws Exception {
        Instant before = Instant.now();
        PrintOutcome outcome = result(printer.print(job("1", 3), progress));
        assertInstanceOf(Printed.class, outcome);
        assertEquals(1, twin.receipts().size());
        String text = twin.receipts().getFirst().text();
        assertTrue(text.contains("RICEVUTA 1"), text);
        assertTrue(text.contains("TOTALE €") && text.contains("36,15"), text);
        assertTrue(text.contains("[QR SP1R:1]"), text);
        assertFalse(progress.firstByte.isBefore(before));
        assertEquals(DeviceState.READY, printer.status().state());
        assertEquals(0, twin.drawerPulses());
    }

    @Test
    void aWholeReceiptWithEverythingOnItComesOut() throws Exception {
        ReceiptDocument document = ReceiptDocument.builder()
                .centered("AZIENDA SANITARIA DI PROVA", TextStyle.BOLD)
                .centered("Poliambulatorio Centro · via Esempio 1", TextStyle.PLAIN)
                .feed(1)
                .centered("RICEVUTA", TextStyle.LARGE)
                .centered("SR-T01A/2026/000123", TextStyle.TALL)
                .separator()
                .columns("Visita cardiologica di controllo e elettrocardiogramma", "36,15")
                .columns("Diritti di copia", "10,35")
                .doubleSeparator()
                .columns("TOTALE", "€ 46,50", TextStyle.TALL)
                .columns("Contanti", "€ 50,00")
                .columns("Resto", "€ 3,50")
                .text(" PAGATO ", TextStyle.PLAIN.reversed(), Alignment.CENTER)
                .text("Шевченко 王小明 è però già città", TextStyle.PLAIN, Alignment.LEFT)
                .feed(1)
                .qrCode("SP1R:SR-T01A/2026/000123")
                .barcode("SP1B:2026000123")
                .centered("Conservare per la detrazione fiscale", TextStyle.PLAIN.underlined())
                .cut()
                .build();
        assertInstanceOf(Printed.class, result(printer.print(new PrintJob("p", document), progress)));
        byte[] png = twin.receipts().getFirst().png();
        Files.write(Path.of("target", "receipt.png"), png);
        assertTrue(png.length > 5000);
        assertTrue(twin.receipts().getFirst().text().contains("[CODE128 SP1B:2026000123]"));
    }

    @Test
    @Tag("Q31")
    @Tag("Q34")
    void paperEndInTheMiddleWaitsForTheRollAndPrintsTheRestOnce() throws Exception {
        twin.paperEndsAfter(8);
        CompletableFuture<PrintOutcome> future = printer.print(job("2", 12), progress);
        assertEquals(Optional.of(PrinterCause.PAPER_END), progress.next());
        assertEquals("DEV-202", printer.status().code());
        assertEquals(DeviceState.FAULT, printer.status().state());
        assertTrue(printer.status().busy());
        assertFalse(future.isDone());
        assertEquals(0, twin.receipts().size());
        Thread.sleep(2500);
        assertFalse(future.isDone(), "the confirmation limit must not run while a person changes the roll");
        twin.setPaper(PaperState.OK);
        assertInstanceOf(Printed.class, result(future));
        assertEquals(Optional.empty(), progress.next());
        assertEquals(1, twin.receipts().size());
        String text = twin.receipts().getFirst().text();
        assertEquals(text.indexOf("RICEVUTA 2"), text.lastIndexOf("RICEVUTA 2"));
        for (int i = 1; i <= 12; i++) {
            assertTrue(text.contains("Prestazione " + i + " "), "line " + i);
        }
    }

    @Test
    @Tag("Q35")
    void aLongReceiptStopsBetweenBlocksAndGoesOn() throws Exception {
        twin.setMillisPerLine(3);
        twin.paperEndsAfter(20);
        CompletableFuture<PrintOutcome> future = printer.print(job("3", 200), progress);
        assertEquals(Optional.of(PrinterCause.PAPER_END), progress.next());
        twin.setCoverOpen(true);
        assertEquals(Optional.of(PrinterCause.COVER_OPEN), progress.next());
        twin.setPaper(PaperState.OK);
        twin.setCoverOpen(false);
        assertInstanceOf(Printed.class, result(future));
        assertEquals(1, twin.receipts().size());
        assertTrue(twin.receipts().getFirst().text().contains("Prestazione 200 "));
    }

    @Test
    void withoutPaperOrWithTheCoverOpenNothingIsSent() throws Exception {
        twin.setPaper(PaperState.END);
        assertEquals(new NotPrinted("4", PrinterCause.PAPER_END), result(printer.print(job("4", 1), progress)));
        twin.setCoverOpen(true);
        assertEquals(new NotPrinted("4", PrinterCause.COVER_OPEN), result(printer.print(job("4", 1), progress)));
        twin.setCoverOpen(false);
        twin.setPaper(PaperState.OK);
        twin.setOffline(true);
        assertEquals(new NotPrinted("4", PrinterCause.OFFLINE), result(printer.print(job("4", 1), progress)));
        twin.setOffline(false);
        twin.setCutterJam(true);
        assertEquals(new NotPrinted("4", PrinterCause.CUTTER_JAM), result(printer.print(job("4", 1), progress)));
        twin.setCutterJam(false);
        assertInstanceOf(Printed.class, result(printer.print(job("4", 1), progress)));
        assertEquals(1, twin.receipts().size());
    }

    @Test
    void paperNearItsEndPrintsAndWarns() throws Exception {
        twin.setPaper(PaperState.NEAR_END);
        Printed printed = assertInstanceOf(Printed.class, result(printer.print(job("5", 1), progress)));
        assertTrue(printed.paperNearEnd());
        assertEquals(DeviceState.DEGRADED, printer.status().state());
        assertEquals("DEV-208", printer.status().code());
    }

    @Test
    void aSilentPrinterGetsNothingUnlessItsProfileSaysSo() throws Exception {
        twin.setMute(true);
        assertEquals(new NotPrinted("6", PrinterCause.NO_ANSWER), result(printer.print(job("6", 1), progress)));
        assertEquals(0, twin.receipts().size());
        try (ReceiptPrinter generic = driver(twin.address(), PrinterProfile.GENERIC_80)) {
            assertEquals(new Uncertain("6", PrinterCause.NO_PROOF), result(generic.print(job("6", 1), progress)));
        }
        await(() -> twin.receipts().size() == 1);
    }

    @Test
    void aPrinterThatFallsSilentInTheMiddleIsUncertain() throws Exception {
        twin.setMillisPerLine(30);
        CompletableFuture<PrintOutcome> future = printer.print(job("7", 20), progress);
        await(() -> !twin.hanging().lines().isEmpty());
        twin.setMute(true);
        assertEquals(Optional.of(PrinterCause.NO_ANSWER), progress.next());
        assertEquals(new Uncertain("7", PrinterCause.NO_ANSWER), result(future));
    }

    @Test
    void anUnpluggedPrinterIsUncertainInTheMiddleAndPlainBefore() throws Exception {
        twin.setMillisPerLine(30);
        CompletableFuture<PrintOutcome> future = printer.print(job("8", 20), progress);
        await(() -> !twin.hanging().lines().isEmpty());
        twin.unplug();
        assertEquals(new Uncertain("8", PrinterCause.LINK_LOST), result(future));
        assertEquals(new NotPrinted("9", PrinterCause.LINK_UNAVAILABLE), result(printer.print(job("9", 1), progress)));
        assertEquals(DeviceState.DISCONNECTED, printer.status().state());
    }

    @Test
    @Tag("Q31")
    void theConfirmationOfAnEarlierReceiptIsNotTakenForTheNextOne() throws Exception {
        twin.paperEndsAfter(6);
        CompletableFuture<PrintOutcome> first = printer.print(job("10", 10), progress);
        assertEquals(Optional.of(PrinterCause.PAPER_END), progress.next());
        printer.stopWaiting();
        assertEquals(new Uncertain("10", PrinterCause.PAPER_END), result(first));
        twin.setMillisPerLine(20);
        twin.setPaper(PaperState.OK);
        assertInstanceOf(Printed.class, result(printer.print(job("11", 10), progress)));
        assertEquals(2, twin.receipts().size());
        assertTrue(twin.receipts().get(0).text().contains("RICEVUTA 10"));
        assertTrue(twin.receipts().get(1).text().contains("RICEVUTA 11"));
    }

    @Test
    void theDrawerOpensOnRequestOnly() throws Exception {
        result(printer.print(job("12", 1), progress));
        assertEquals(0, twin.drawerPulses());
        printer.openDrawer().get(5, TimeUnit.SECONDS);
        await(() -> twin.drawerPulses() == 1);
    }

    @Test
    void theHeartbeatShowsTheStateOfAnIdlePrinter() throws Exception {
        printer.start();
        await(() -> printer.status().state() == DeviceState.READY);
        twin.setPaper(PaperState.END);
        await(() -> printer.status().code().equals("DEV-202"));
        twin.setPaper(PaperState.NEAR_END);
        await(() -> printer.status().state() == DeviceState.DEGRADED);
        twin.unplug();
        await(() -> printer.status().state() == DeviceState.DISCONNECTED);
        twin.plugIn();
        await(() -> printer.status().state() == DeviceState.DEGRADED);
    }

    @Test
    @Tag("Q36")
    void otherScriptsComeOutAsPictures() throws Exception {
        PrintJob job = new PrintJob(
                "13",
                ReceiptDocument.builder()
                        .text("Шевченко Олена")
                        .text("àèìòù €")
                        .cut()
                        .build());
        assertInstanceOf(Printed.class, result(printer.print(job, progress)));
        assertEquals(List.of("[picture]", "àèìòù €"), twin.receipts().getFirst().lines());
    }

    @Test
    @Tag("Q36")
    void theSlipOfTheSetUpShowsWhichTableIsRight() throws Exception {
        for (CodePage page : CodePageSlip.candidates().subList(0, 3)) {
            try (ReceiptPrinter candidate = driver(twin.address(), PrinterProfile.EPSON_80.withCodePage(page))) {
                assertInstanceOf(
                        Printed.class, result(candidate.print(new PrintJob("s", CodePageSlip.line(page)), progress)));
            }
        }
        List<String> lines = twin.hanging().lines();
        assertEquals(
                3,
                lines.stream()
                        .filter(line -> line.endsWith(CodePageSlip.sample()))
                        .count(),
                lines::toString);
    }

    @Test
    void everyProfilePrintsOverASerialLineToo(@TempDir Path folder) throws Exception {
        for (PrinterProfile profile : PrinterProfile.known()) {
            Path name = folder.resolve(profile.name());
            try (VirtualPrinter serial = new VirtualPrinter(TwinPlug.line(name));
                    ReceiptPrinter driver = driver("serial:" + name + "?baud=115200", profile)) {
                assertInstanceOf(Printed.class, result(driver.print(job("14", 4), progress)), profile.name());
                String text = String.join(
                        "\n",
                        serial.receipts().isEmpty()
                                ? serial.hanging().lines()
                                : serial.receipts().getFirst().lines());
                assertTrue(text.contains("Prestazione 4"), profile.name());
            }
        }
    }

    @Test
    void aPulledSerialCableIsNoticed(@TempDir Path folder) throws Exception {
        Path name = folder.resolve("stampante");
        try (VirtualPrinter serial = new VirtualPrinter(TwinPlug.line(name));
                ReceiptPrinter driver = driver("serial:" + name, PrinterProfile.EPSON_80)) {
            serial.setMillisPerLine(30);
            CompletableFuture<PrintOutcome> future = driver.print(job("15", 20), progress);
            await(() -> !serial.hanging().lines().isEmpty());
            serial.unplug();
            assertEquals(new Uncertain("15", PrinterCause.LINK_LOST), result(future));
            serial.powerCycle();
            assertInstanceOf(Printed.class, result(driver.print(job("16", 1), progress)));
        }
    }
}
