package it.sportello.devices.printer;

import static it.sportello.devices.printer.PrinterDesk.await;
import static it.sportello.devices.printer.PrinterDesk.driver;
import static it.sportello.devices.printer.PrinterDesk.job;
import static it.sportello.devices.printer.PrinterDesk.result;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.devices.DeviceState;
import it.sportello.devices.link.LinkAddress;
import it.sportello.devices.printer.PrintOutcome.NotPrinted;
import it.sportello.devices.printer.PrintOutcome.Printed;
import it.sportello.devices.printer.PrintOutcome.Uncertain;
import it.sportello.devices.twin.TwinFault;
import it.sportello.devices.twin.TwinPlug;
import it.sportello.devices.twin.printer.PaperState;
import it.sportello.devices.twin.printer.PrinterModel;
import it.sportello.devices.twin.printer.VirtualPrinter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The same driver over every channel, an idle printer that speaks by itself, and answers that are wrong. */
@Timeout(90)
class PrinterChannelsTest {

    /** Long enough that only the printer's own word can be what changes the status. */
    private static final PrinterTimings NO_POLLS = new PrinterTimings(
            Duration.ofMillis(250),
            3,
            Duration.ofMillis(100),
            Duration.ofSeconds(3),
            Duration.ofSeconds(40),
            Duration.ofHours(1));

    @TempDir
    Path folder;

    private Path line(String name) {
        return folder.resolve(name);
    }

    @Test
    void theUsbPrinterFileCarriesJobsAndAnswers() throws Exception {
        try (VirtualPrinter twin = new VirtualPrinter(TwinPlug.line(line("lp0")));
                ReceiptPrinter printer = driver("usb:" + line("lp0"), PrinterProfile.EPSON_T20)) {
            assertInstanceOf(Printed.class, result(printer.print(job("1", 100), PrintProgress.NONE)));
            assertTrue(twin.receipts().getFirst().text().contains("Prestazione 100."));
            twin.setPaper(PaperState.END);
            assertEquals(
                    new NotPrinted("2", PrinterCause.PAPER_END),
                    result(printer.print(job("2", 1), PrintProgress.NONE)));
            twin.setPaper(PaperState.OK);
            twin.setMillisPerLine(20);
            CompletableFuture<PrintOutcome> cut = printer.print(job("3", 50), PrintProgress.NONE);
            await(() -> !twin.hanging().lines().isEmpty());
            twin.unplug();
            assertEquals(new Uncertain("3", PrinterCause.LINK_LOST), result(cut));
            assertEquals(
                    new NotPrinted("4", PrinterCause.LINK_UNAVAILABLE),
                    result(printer.print(job("4", 1), PrintProgress.NONE)));
        }
    }

    @Test
    void aMissingOrForeignPrinterFileIsNotReached() throws Exception {
        for (String path : List.of(line("none").toString(), folder.toString())) {
            LinkAddress address = LinkAddress.parse("usb:" + path);
            try (ReceiptPrinter printer = driver(address.toString(), PrinterProfile.EPSON_80)) {
                assertEquals(
                        new NotPrinted("1", PrinterCause.LINK_UNAVAILABLE),
                        result(printer.print(job("1", 1), PrintProgress.NONE)));
            }
        }
    }

    @Test
    void aCommonFileIsNeverPrintedInto() throws Exception {
        Path letter = Files.writeString(folder.resolve("letter.txt"), "dear desk");
        try (ReceiptPrinter printer = driver("usb:" + letter, PrinterProfile.EPSON_80.with("status", "none"))) {
            assertEquals(
                    new NotPrinted("1", PrinterCause.LINK_UNAVAILABLE),
                    result(printer.print(job("1", 1), PrintProgress.NONE)));
        }
        assertEquals("dear desk", Files.readString(letter));
    }

    @Test
    void anIdlePrinterOnItsOwnLineTellsOfItsCoverByItself() throws Exception {
        for (String kind : List.of("usb:", "serial:")) {
            try (VirtualPrinter twin = new VirtualPrinter(TwinPlug.line(line("idle")));
                    ReceiptPrinter printer = driver(kind + line("idle"), PrinterProfile.EPSON_80, NO_POLLS)) {
                printer.start();
                await(() -> printer.status().state() == DeviceState.READY);
                twin.setCoverOpen(true);
                await(() -> printer.status().code().equals("DEV-201"));
                twin.setCoverOpen(false);
                await(() -> printer.status().state() == DeviceState.READY);
                assertInstanceOf(Printed.class, result(printer.print(job("5", 2), PrintProgress.NONE)));
                twin.setPaper(PaperState.NEAR_END);
                await(() -> printer.status().code().equals("DEV-208"));
            }
        }
    }

    @Test
    void anIdleCustomTellsByItsFullStatus() throws Exception {
        try (VirtualPrinter twin = new VirtualPrinter(TwinPlug.line(line("kube")), PrinterModel.CUSTOM);
                ReceiptPrinter printer =
                        driver("serial:" + line("kube"), PrinterProfile.CUSTOM_80.with("asb", "on"), NO_POLLS)) {
            printer.start();
            await(() -> printer.status().state() == DeviceState.READY);
            twin.setCoverOpen(true);
            await(() -> printer.status().code().equals("DEV-201"));
            twin.setCoverOpen(false);
            await(() -> printer.status().state() == DeviceState.READY);
            assertInstanceOf(Printed.class, result(printer.print(job("6", 2), PrintProgress.NONE)));
            await(() -> printer.status().code().equals("DEV-211"));
            twin.takePaper();
            await(() -> printer.status().state() == DeviceState.READY);
        }
    }

    @Test
    void aCustomWithoutPaperSaysSoInItsOwnWay() throws Exception {
        try (VirtualPrinter twin = new VirtualPrinter(TwinPlug.tcp(0), PrinterModel.CUSTOM);
                ReceiptPrinter printer = driver(twin.address(), PrinterProfile.CUSTOM_80)) {
            twin.setPaper(PaperState.END);
            assertEquals("DEV-202", result(printer.checkNow()).code());
            twin.setPaper(PaperState.NEAR_END);
            assertEquals("DEV-208", result(printer.checkNow()).code());
            assertInstanceOf(Printed.class, result(printer.print(job("7", 2), PrintProgress.NONE)));
        }
    }

    @Test
    void aConnectionResetForIdlenessIsNoMatterToTheNextJob() throws Exception {
        try (VirtualPrinter twin = new VirtualPrinter(TwinPlug.tcp(0));
                ReceiptPrinter printer = driver(twin.address(), PrinterProfile.EPSON_80)) {
            twin.setIdleReset(Duration.ofMillis(30));
            for (int i = 0; i < 3; i++) {
                result(printer.checkNow());
            }
            twin.setIdleReset(Duration.ofHours(1));
            assertInstanceOf(Printed.class, result(printer.print(job("8", 2), PrintProgress.NONE)));
            assertEquals(1, twin.receipts().size());
        }
    }

    @Test
    void aSlowLineIsWaitedForAsLongAsItsSpeedTakes() throws Exception {
        PrinterModel slow = PrinterModel.EPSON.withBytesPerSecond(1920);
        try (VirtualPrinter twin = new VirtualPrinter(TwinPlug.line(line("slow")), slow);
                ReceiptPrinter printer = driver(
                        "serial:" + line("slow") + "?baud=19200", PrinterProfile.EPSON_80.with("qr", "picture"))) {
            ReceiptDocument document = ReceiptDocument.builder()
                    .qrCode("SP1R:SR-T01A/2026/000123")
                    .text("FINE")
                    .cut()
                    .build();
            assertInstanceOf(Printed.class, result(printer.print(new PrintJob("9", document), PrintProgress.NONE)));
            assertTrue(twin.receipts().getFirst().text().contains("FINE"));
        }
    }

    /** Whatever happens to an answer, a document never comes out twice, and only a proved one counts as printed. */
    @ParameterizedTest
    @EnumSource(TwinFault.class)
    @Tag("Q35")
    @Tag("R-TIL-7")
    void aFaultyAnswerNeverMakesASecondPaper(TwinFault fault) throws Exception {
        for (int place = 0; place < 9; place++) {
            try (VirtualPrinter twin = new VirtualPrinter(TwinPlug.tcp(0));
                    ReceiptPrinter printer = driver(twin.address(), PrinterProfile.EPSON_80.with("asb", "off"))) {
                List<TwinFault> script = new ArrayList<>(Collections.nCopies(place, TwinFault.DELAYED_BYTE));
                script.add(fault);
                twin.setFaultDelay(Duration.ofMillis(5));
                twin.fail(script);
                PrintOutcome outcome = result(printer.print(job("10", 60), PrintProgress.NONE));
                long papers = twin.receipts().size();
                assertTrue(papers <= 1, fault + " at " + place);
                if (outcome instanceof Printed && fault != TwinFault.GARBAGE) {
                    assertEquals(1, papers, fault + " at " + place);
                }
                if (outcome instanceof NotPrinted) {
                    assertEquals(0, papers, fault + " at " + place);
                }
            }
        }
    }
}
