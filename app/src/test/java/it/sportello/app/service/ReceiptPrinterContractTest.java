package it.sportello.app.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.devices.link.LinkAddress;
import it.sportello.devices.printer.EscPosReceiptPrinter;
import it.sportello.devices.printer.FontTextRasterizer;
import it.sportello.devices.printer.PrintJob;
import it.sportello.devices.printer.PrintOutcome;
import it.sportello.devices.printer.PrintProgress;
import it.sportello.devices.printer.PrinterCause;
import it.sportello.devices.printer.PrinterProfile;
import it.sportello.devices.printer.PrinterTimings;
import it.sportello.devices.printer.ReceiptDocument;
import it.sportello.devices.printer.ReceiptPrinter;
import it.sportello.devices.twin.TwinPlug;
import it.sportello.devices.twin.printer.PaperState;
import it.sportello.devices.twin.printer.VirtualPrinter;
import java.awt.Font;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The played printer of the tests and the driver with its twin do the same with a job. */
class ReceiptPrinterContractTest {
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

    @SuppressWarnings("NullAway.Init")
    private VirtualPrinter twin;

    @BeforeEach
    void plugIn() throws IOException {
        twin = new VirtualPrinter(TwinPlug.tcp(0));
    }

    @AfterEach
    void leave() {
        twin.close();
    }

    private ReceiptPrinter driver() {
        return new EscPosReceiptPrinter(
                "printer",
                LinkAddress.parse(twin.address())::newLink,
                PrinterProfile.EPSON_80,
                new FontTextRasterizer(List.of(new Font(Font.MONOSPACED, Font.PLAIN, 20))),
                PrinterTimings.USUAL,
                Clock.systemUTC());
    }

    private static PrintJob job() {
        ReceiptDocument.Builder receipt = ReceiptDocument.builder();
        for (int i = 0; i < 200; i++) {
            receipt.columns("Prestazione " + i, "10,00");
        }
        return new PrintJob("7", receipt.cut().build());
    }

    private PrintProgress progress(Runnable atFirstByte) {
        return new PrintProgress() {
            @Override
            public void firstByteSent(Instant at) {
                atFirstByte.run();
                heard.add("first byte");
            }

            @Override
            public void waitingFor(Optional<PrinterCause> cause) {
                heard.add(cause.map(Enum::name).orElse("goes on"));
            }
        };
    }

    private String next() throws InterruptedException {
        String next = heard.poll(60, TimeUnit.SECONDS);
        return next == null ? "nothing" : next;
    }

    private void printsOnce(ReceiptPrinter printer) throws Exception {
        PrintOutcome outcome = printer.print(job(), progress(() -> {})).get(60, TimeUnit.SECONDS);
        assertEquals("7", assertInstanceOf(PrintOutcome.Printed.class, outcome).jobId());
        assertEquals("first byte", next());
        assertTrue(heard.isEmpty(), heard.toString());
    }

    private void waitsAndIsStopped(ReceiptPrinter printer, Runnable paperEnds) throws Exception {
        var print = printer.print(job(), progress(paperEnds));
        assertEquals("first byte", next());
        assertEquals(PrinterCause.PAPER_END.name(), next());
        printer.stopWaiting();
        assertEquals(new PrintOutcome.Uncertain("7", PrinterCause.PAPER_END), print.get(60, TimeUnit.SECONDS));
    }

    @Test
    void bothPrintAndSaySo() throws Exception {
        try (ReceiptPrinter driver = driver();
                ReceiptPrinter played = PlayedPrinter.printing()) {
            printsOnce(driver);
            printsOnce(played);
        }
    }

    @Test
    void bothWaitForPaperUntilTheyAreStopped() throws Exception {
        try (ReceiptPrinter driver = driver();
                ReceiptPrinter played = PlayedPrinter.withoutPaper()) {
            twin.setMillisPerLine(50);
            waitsAndIsStopped(driver, () -> twin.setPaper(PaperState.END));
            heard.clear();
            waitsAndIsStopped(played, () -> {});
        }
    }
}
