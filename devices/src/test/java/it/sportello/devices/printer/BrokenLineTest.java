package it.sportello.devices.printer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.devices.DeviceFault;
import it.sportello.devices.link.Link;
import it.sportello.devices.link.LinkException;
import it.sportello.devices.printer.PrintOutcome.NotPrinted;
import it.sportello.devices.printer.PrintOutcome.Uncertain;
import it.sportello.devices.printer.PrinterProfile.StatusDialect;
import java.awt.Font;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Lines that break at every possible moment: a document of which a byte may be out is never called not printed (Q34). */
@Tag("Q34")
class BrokenLineTest {
    private static final TextRasterizer FONT =
            new FontTextRasterizer(List.of(new Font(Font.MONOSPACED, Font.PLAIN, 20)));

    /** An hour for everything: only what the test does ends a wait. */
    private static final PrinterTimings SLOW = new PrinterTimings(
            Duration.ofHours(1), 1, Duration.ofHours(1), Duration.ofHours(1), Duration.ofHours(1), Duration.ofHours(1));

    private static final PrintJob SMALL = new PrintJob(
            "1",
            ReceiptDocument.builder().text("RICEVUTA 1").text("Euro 10").cut().build());

    @ParameterizedTest
    @EnumSource(
            value = StatusDialect.class,
            names = {"EPSON", "NONE"})
    void whateverOfASmallReceiptWentThroughItIsInDoubt(StatusDialect dialect) {
        PrinterProfile profile = dialect == StatusDialect.NONE
                ? PrinterProfile.EPSON_80.with("status", "none")
                : PrinterProfile.EPSON_80.with("asb", "off");
        EscPosEncoder encoder = new EscPosEncoder(profile, FONT);
        JobBytes bytes = new JobBytes(encoder.encode(SMALL.document()), encoder.encode(PrinterTexts.brokenOff()));
        int length = bytes.document().length();
        assertTrue(length > 20, "a receipt");
        for (int carried = 0; carried <= length; carried++) {
            for (boolean tells : List.of(false, true)) {
                DyingLink link = new DyingLink(carried, tells);
                PrintRun run = new PrintRun(
                        new PrintRun.Setting(
                                profile,
                                PrinterDesk.QUICK,
                                Clock.systemUTC(),
                                () -> link,
                                new OperatorWish(),
                                seen -> {}),
                        SMALL,
                        bytes,
                        PrintProgress.NONE);
                PrintOutcome outcome = run.run(Optional.empty());
                String what = carried + " bytes, " + (tells ? "told" : "untold");
                assertEquals(carried, link.carried(), what);
                assertInstanceOf(Uncertain.class, outcome, what);
                assertTrue(run.mayHaveSent(), what);
            }
        }
    }

    @Test
    void aLineThatBreaksAtTheFirstQuestionHasPrintedNothing() {
        DyingLink link = new DyingLink(0, false);
        link.close();
        JobBytes bytes = new JobBytes(new EncodedReceipt(List.of(new byte[9])), new EncodedReceipt(List.of()));
        PrintRun run = new PrintRun(
                new PrintRun.Setting(
                        PrinterProfile.EPSON_80,
                        PrinterDesk.QUICK,
                        Clock.systemUTC(),
                        () -> link,
                        new OperatorWish(),
                        seen -> {}),
                SMALL,
                bytes,
                PrintProgress.NONE);
        assertEquals(new NotPrinted("1", PrinterCause.LINK_LOST), run.run(Optional.empty()));
    }

    /** A line whose opening or writing waits until the test lets it go on; interrupts do not wake it, as in native code. */
    private static class HeldLink implements Link {
        final CountDownLatch reached = new CountDownLatch(1);
        final CountDownLatch letGo = new CountDownLatch(1);
        final CountDownLatch shut = new CountDownLatch(1);
        final CountDownLatch written = new CountDownLatch(1);
        private final boolean atOpening;
        private volatile boolean open;

        HeldLink(boolean atOpening) {
            this.atOpening = atOpening;
        }

        private void hold() {
            reached.countDown();
            boolean interrupted = false;
            while (letGo.getCount() > 0) {
                try {
                    letGo.await();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void open() {
            if (atOpening) {
                hold();
            }
            open = true;
        }

        @Override
        public int read(byte[] buffer, Duration limit) throws LinkException {
            live();
            return 0;
        }

        @Override
        public int write(byte[] bytes, int offset, int length, Duration limit) throws LinkException {
            live();
            if (!atOpening) {
                hold();
            }
            written.countDown();
            return length;
        }

        private void live() throws LinkException {
            if (!open) {
                throw new LinkException(LinkException.Kind.GONE, "not open");
            }
        }

        @Override
        public boolean isOwnLine() {
            return true;
        }

        @Override
        public void close() {
            if (open) {
                open = false;
                shut.countDown();
            }
        }
    }

    private static EscPosReceiptPrinter printer(Supplier<Link> links, PrinterProfile profile) {
        return new EscPosReceiptPrinter("prova", links, profile, FONT, SLOW, Clock.systemUTC());
    }

    @Test
    void aPrinterThatIsPutAwayInTheMiddleOfTheFirstWriteLeavesADoubt() throws Exception {
        HeldLink link = new HeldLink(false);
        EscPosReceiptPrinter printer = printer(() -> link, PrinterProfile.EPSON_80.with("status", "none"));
        CompletableFuture<PrintOutcome> print = printer.print(SMALL, PrintProgress.NONE);
        assertTrue(link.reached.await(60, TimeUnit.SECONDS));
        printer.close();
        assertEquals(new Uncertain("1", PrinterCause.LINK_LOST), print.get(60, TimeUnit.SECONDS));
        link.letGo.countDown();
    }

    @Test
    void aPrinterThatIsPutAwayWhileItsLineOpensPrintsNothingAfterwards() throws Exception {
        HeldLink link = new HeldLink(true);
        EscPosReceiptPrinter printer = printer(() -> link, PrinterProfile.EPSON_80.with("status", "none"));
        CompletableFuture<PrintOutcome> print = printer.print(SMALL, PrintProgress.NONE);
        assertTrue(link.reached.await(60, TimeUnit.SECONDS));
        printer.close();
        ExecutionException refused = assertThrows(ExecutionException.class, () -> print.get(60, TimeUnit.SECONDS));
        assertEquals(
                DeviceFault.CLOSED,
                assertInstanceOf(DeviceFault.class, refused.getCause()).code());
        link.letGo.countDown();
        assertTrue(link.shut.await(60, TimeUnit.SECONDS), "the line stayed open");
        assertEquals(1, link.written.getCount(), "printed after it was said that nothing was");
    }

    /** Its successor, or another program, could not open the port otherwise. */
    @Test
    void aLineThatOpensAfterAnIdlePrinterWasPutAwayIsLetGo() throws Exception {
        HeldLink watched = new HeldLink(true);
        Supplier<Link> links = () -> watched;
        EscPosReceiptPrinter printer = printer(links, PrinterProfile.EPSON_80);
        printer.start();
        assertTrue(watched.reached.await(60, TimeUnit.SECONDS));
        printer.close();
        watched.letGo.countDown();
        assertTrue(watched.shut.await(60, TimeUnit.SECONDS), "the line stayed open");
    }
}
