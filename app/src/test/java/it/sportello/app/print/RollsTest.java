package it.sportello.app.print;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.app.frame.Words;
import it.sportello.devices.link.LinkAddress;
import it.sportello.devices.printer.CodePage;
import it.sportello.devices.printer.CodePageSlip;
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
import it.sportello.devices.printer.TextStyle;
import it.sportello.devices.twin.TwinPlug;
import it.sportello.devices.twin.printer.PaperState;
import it.sportello.devices.twin.printer.PrintedReceipt;
import it.sportello.devices.twin.printer.PrinterModel;
import it.sportello.devices.twin.printer.VirtualPrinter;
import java.awt.Font;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The papers of the desk as they come out of the printer, as pictures in {@code target/rolls} for whoever wants to see. */
@Timeout(120)
@Tag("Q36")
@Tag("R-I18-3")
class RollsTest {
    private static final Path FOLDER = Path.of("target", "rolls");
    private static final PrinterTimings QUICK = new PrinterTimings(
            Duration.ofMillis(300),
            3,
            Duration.ofMillis(100),
            Duration.ofSeconds(10),
            Duration.ofSeconds(60),
            Duration.ofSeconds(1));

    private static ReceiptPrinter driver(VirtualPrinter twin, PrinterProfile profile) {
        LinkAddress place = LinkAddress.parse(twin.address());
        return new EscPosReceiptPrinter(
                "rotolo", place::newLink, profile, new FontTextRasterizer(RollFonts.all()), QUICK, Clock.systemUTC());
    }

    private static PrintedReceipt print(
            PrinterModel model, PrinterProfile profile, ReceiptDocument document, String name) throws Exception {
        try (VirtualPrinter twin = new VirtualPrinter(TwinPlug.tcp(0), model);
                ReceiptPrinter printer = driver(twin, profile)) {
            PrintOutcome outcome = printer.print(new PrintJob(name, document), PrintProgress.NONE)
                    .get(60, TimeUnit.SECONDS);
            assertInstanceOf(PrintOutcome.Printed.class, outcome, name);
            return keep(
                    twin.receipts().isEmpty() ? twin.hanging() : twin.receipts().getFirst(), name);
        }
    }

    private static PrintedReceipt keep(PrintedReceipt paper, String name) throws Exception {
        Files.createDirectories(FOLDER);
        Files.write(FOLDER.resolve(name + ".png"), paper.png());
        return paper;
    }

    private static String plain(PrintedReceipt paper) {
        return paper.text().replace('\u00a0', ' ');
    }

    private static ReceiptDocument receipt() {
        return new ReceiptSlips(new Words()).slip(SamplePrints.HEAD, SamplePrints.receipt());
    }

    private static ReceiptDocument reminder(String language) {
        return new ReminderSlips(new Words()).slip(SamplePrints.HEAD, SamplePrints.reminder(language), 0);
    }

    @Test
    void aReceiptAndItsCopy() throws Exception {
        PrintedReceipt paper = print(PrinterModel.EPSON, PrinterProfile.EPSON_T20, receipt(), "1-ricevuta");
        assertTrue(paper.text().contains("DUPLICATO N. 1"), paper.text());
        assertTrue(plain(paper).contains("1.272,70 €"), paper.text());
    }

    @Test
    void aShortReminderInEveryLanguageOfTheDesk() throws Exception {
        for (String language : List.of("fr", "zh", "ru", "ro")) {
            PrintedReceipt paper =
                    print(PrinterModel.EPSON, PrinterProfile.EPSON_T20, reminder(language), "2-promemoria-" + language);
            assertTrue(paper.text().contains("APPUNTAMENTO") || paper.text().contains("Promemoria"), paper.text());
        }
    }

    /** The boxes of a missing character would come out on real paper. */
    @Test
    void everyCharacterOfTheDesksLanguagesHasAFont() {
        List<Font> fonts = RollFonts.all();
        for (String language : Reminders.LANGUAGES) {
            for (String key : List.of("title", "provisional", "room", "cancel.text", "deferred")) {
                String text = Reminders.in(language).get(key, "1");
                String lost = text.codePoints()
                        .filter(c ->
                                !Character.isWhitespace(c) && fonts.stream().noneMatch(font -> font.canDisplay(c)))
                        .mapToObj(Character::toString)
                        .reduce("", String::concat);
                assertEquals("", lost, language + " " + key);
            }
        }
    }

    @Test
    void theTestSlipOfTheTables() throws Exception {
        try (VirtualPrinter twin = new VirtualPrinter(TwinPlug.tcp(0))) {
            for (CodePage page : CodePageSlip.candidates()) {
                try (ReceiptPrinter printer = driver(twin, PrinterProfile.EPSON_80.withCodePage(page))) {
                    printer.print(new PrintJob("t", CodePageSlip.line(page)), PrintProgress.NONE)
                            .get(60, TimeUnit.SECONDS);
                }
            }
            List<String> right = keep(twin.hanging(), "3-tabelle").lines().stream()
                    .filter(line -> line.endsWith(CodePageSlip.sample()))
                    .toList();
            assertEquals(3, right.size(), "the numbers of Epson alone are right on this model");
        }
    }

    @Test
    void otherScriptsArePictures() throws Exception {
        ReceiptDocument names = ReceiptDocument.builder()
                .centered("ALTRE SCRITTURE", TextStyle.BOLD)
                .columns("Шевченко Олена Миколаївна", "36,15 €")
                .text("预约 日期 时间")
                .text("محمد عبد الله")
                .text("Paziente: محمد — ore 9:20")
                .text("Città, perché, così: àèéìòù ÀÈÉ €")
                .cut()
                .build();
        PrintedReceipt paper = print(PrinterModel.EPSON, PrinterProfile.EPSON_T20, names, "4-altre-scritture");
        assertTrue(paper.text().contains("àèéìòù ÀÈÉ €"), paper.text());
        assertTrue(paper.text().contains("[picture]"), paper.text());
    }

    @Test
    void codesByThePrinterAndAsPicture() throws Exception {
        ReceiptDocument codes = ReceiptDocument.builder()
                .centered("RIPRESA PRATICA", TextStyle.BOLD)
                .qrCode("SP1R:SR-T01A/2026/000123")
                .barcode("SP1B:2026000123")
                .cut()
                .build();
        print(PrinterModel.EPSON, PrinterProfile.EPSON_T20, codes, "5-qr-della-stampante");
        print(PrinterModel.EPSON, PrinterProfile.EPSON_M30.with("qr", "picture"), codes, "6-qr-come-immagine");
        print(
                PrinterModel.EPSON,
                PrinterProfile.GENERIC_80.with("raster", "column").with("barcode", "picture"),
                codes,
                "6-qr-a-colonne");
    }

    @Test
    void aNarrowRollOfACloneWithoutCodes() throws Exception {
        PrintedReceipt paper = print(PrinterModel.CLONE_58, PrinterProfile.GENERIC_58, receipt(), "7-58-millimetri");
        assertTrue(plain(paper).contains("1.272,70 EUR\n"), paper.text());
    }

    @Test
    void aReceiptBrokenOffAndItsWholeSecondTry() throws Exception {
        try (VirtualPrinter twin = new VirtualPrinter(TwinPlug.tcp(0));
                ReceiptPrinter printer = driver(twin, PrinterProfile.EPSON_T20)) {
            twin.paperEndsAfter(9);
            CountDownLatch stopped = new CountDownLatch(1);
            CompletableFuture<PrintOutcome> future = printer.print(new PrintJob("r", receipt()), new PrintProgress() {
                @Override
                public void waitingFor(Optional<PrinterCause> cause) {
                    if (cause.equals(Optional.of(PrinterCause.PAPER_END))) {
                        stopped.countDown();
                    }
                }
            });
            assertTrue(stopped.await(60, TimeUnit.SECONDS));
            twin.setPaper(PaperState.NEAR_END);
            PrintOutcome.Printed printed =
                    assertInstanceOf(PrintOutcome.Printed.class, future.get(60, TimeUnit.SECONDS));
            assertTrue(printed.paperNearEnd());
            keep(twin.receipts().getFirst(), "8-interrotta");
            PrintedReceipt whole = keep(twin.receipts().getLast(), "9-intera-con-carta-in-esaurimento");
            assertTrue(plain(whole).contains("1.272,70 €"), whole.text());
        }
    }

    @Test
    void aCustomPrinterWithItsOldCut() throws Exception {
        PrintedReceipt paper = print(PrinterModel.CUSTOM, PrinterProfile.CUSTOM_80, receipt(), "10-custom");
        assertTrue(plain(paper).contains("1.272,70 €"), paper.text());
    }
}
