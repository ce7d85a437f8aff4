package it.sportello.devices.printer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.devices.printer.PrinterProfile.Cutter;
import java.awt.Font;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The bytes of the reference (command tables published by Epson and others). */
class EscPosEncoderTest {

    private static final TextRasterizer FONT =
            new FontTextRasterizer(List.of(new Font(Font.MONOSPACED, Font.PLAIN, 20)));

    private static String encoded(PrinterProfile profile, ReceiptDocument document) {
        return Hex.of(new EscPosEncoder(profile, FONT).encode(document).bytes());
    }

    private static String encoded(ReceiptDocument document) {
        return encoded(PrinterProfile.EPSON_80, document);
    }

    private static void assertHas(String hex, String part) {
        assertTrue(hex.contains(part), () -> part + " is not in " + hex);
    }

    @Test
    void everyJobBeginsWithTheInitialisation() {
        assertTrue(encoded(ReceiptDocument.builder().text("x").build()).startsWith("1B 40"));
    }

    @Test
    @Tag("Q36")
    void theEuroStandsInTheTableTheProfileNames() {
        ReceiptDocument document =
                ReceiptDocument.builder().text("Totale € 36,10").build();
        assertHas(encoded(document), "1B 74 13 54 6F 74 61 6C 65 20 D5 20 33 36 2C 31 30 0A");
        PrinterProfile other = PrinterProfile.EPSON_80.withCodePage(CodePage.of(16, "windows-1252"));
        assertHas(encoded(other, document), "1B 74 10 54 6F 74 61 6C 65 20 80 20 33 36 2C 31 30 0A");
        PrinterProfile latin9 = PrinterProfile.EPSON_80.withCodePage(CodePage.of(40, "ISO-8859-15"));
        assertHas(encoded(latin9, document), "1B 74 28 54 6F 74 61 6C 65 20 A4 20 33 36 2C 31 30 0A");
        assertHas(encoded(PrinterProfile.GENERIC_58, document), "1B 74 00 54 6F 74 61 6C 65 20 45 55 52 20 33 36");
    }

    @Test
    @Tag("Q36")
    void accentsAreThoseOfTheTableAndTypographyIsPlain() {
        ReceiptDocument document =
                ReceiptDocument.builder().text("àèéìòù ÀÈÉ “sì” – l’altro…").build();
        assertHas(
                encoded(document),
                "1B 74 13 85 8A 82 8D 95 97 20 B7 D4 90 20 22 73 8D 22 20 2D 20 6C 27 61 6C 74 72 6F 2E 2E 2E 0A");
    }

    @Test
    @Tag("Q36")
    void scriptsOutsideTheTablesBecomeAPictureAndNeverQuestionMarks() {
        String hex = encoded(ReceiptDocument.builder().text("Шевченко").build());
        assertHas(hex, "1D 76 30 00 0C 00 1E 00");
        assertFalse(hex.contains("3F 3F"), "question marks");
    }

    @Test
    void textCannotSmuggleInACommand() {
        String hex = encoded(ReceiptDocument.builder()
                .text("ROSSI\u001Bp\u0000\u0019\u00FA\u0010\u0014\u0001\u0000\u0008")
                .build());
        assertFalse(hex.contains("1B 70"), "the drawer must not open");
        assertFalse(hex.contains("10 14"), "the drawer must not open");
    }

    @Test
    void qrCodesAreStoredByTheirLengthInBytes() {
        String hex = encoded(ReceiptDocument.builder()
                .qrCode("PAGOPA|002|301123456789012316|80000000001|3610")
                .build());
        assertHas(hex, "1B 61 01 1D 28 6B 04 00 31 41 32 00 1D 28 6B 03 00 31 43");
        assertHas(hex, "1D 28 6B 03 00 31 45 31 1D 28 6B 31 00 31 50 30 50 41 47 4F 50 41 7C");
        assertTrue(hex.endsWith("1D 28 6B 03 00 31 51 30 1B 4A 18"));
        String accented = encoded(ReceiptDocument.builder().qrCode("è").build());
        assertHas(accented, "1D 28 6B 05 00 31 50 30 C3 A8");
    }

    @Test
    void code128TakesTheCodeSetThatSuitsTheData() {
        assertEquals("7B 43 0C 22 38 4E 5A", Hex.of(EscPosCodes.code128Data("1234567890")));
        assertEquals("7B 42 41 7B 7B 31", Hex.of(EscPosCodes.code128Data("A{1")));
        assertHas(encoded(ReceiptDocument.builder().barcode("1234567890").build()), "1D 6B 49 07 7B 43 0C 22 38 4E 5A");
    }

    @Test
    void aBarcodeWiderThanThePaperBecomesAQrCode() {
        String hex = encoded(ReceiptDocument.builder()
                .barcode("SP1R:SR-T01A/2026/000123/WIDE")
                .build());
        assertHas(hex, "31 50 30 53 50 31 52 3A");
        assertFalse(hex.contains("1D 6B"), "no bar code");
    }

    @Test
    void picturesGoInStripesThatEveryModelTakes() {
        Bitmap bar = Bitmap.of(16, 2, (x, y) -> true);
        assertHas(encoded(ReceiptDocument.builder().picture(bar).build()), "1D 76 30 00 02 00 02 00 FF FF FF FF");
        Bitmap tall = Bitmap.of(16, 600, (x, y) -> true);
        String hex = encoded(ReceiptDocument.builder().picture(tall).build());
        assertHas(hex, "1D 76 30 00 02 00 FF 00");
        assertHas(hex, "1D 76 30 00 02 00 5A 00");
    }

    @Test
    void dotsThatLookLikeARealTimeCommandAreChangedByOneDot() {
        Bitmap danger = Bitmap.of(24, 1, (x, y) -> x == 3 || x == 11 || x == 13 || x == 23);
        String hex = encoded(ReceiptDocument.builder().picture(danger).build());
        assertHas(hex, "1D 76 30 00 03 00 01 00 18 14 01");
    }

    @Test
    void eachModelCutsInItsWay() {
        ReceiptDocument document = ReceiptDocument.builder().cut().build();
        assertTrue(encoded(document).endsWith("1D 56 42 10"));
        assertTrue(encoded(PrinterProfile.CUSTOM_80, document).endsWith("1B 64 05 1B 69"));
        assertEquals(Cutter.NONE, PrinterProfile.GENERIC_58.cutter());
        assertTrue(encoded(PrinterProfile.GENERIC_58, document).endsWith("1B 64 05"));
    }

    @Test
    void amountsStandAtTheRightAndDescriptionsWrapBetweenWords() {
        ReceiptLayout layout = new ReceiptLayout(24);
        List<String> lines = layout
                .lines(new ReceiptElement.Columns("Visita cardiologica di controllo", "1.236,15", TextStyle.PLAIN))
                .stream()
                .map(LaidLine::text)
                .toList();
        assertEquals(List.of("Visita", "cardiologica di", "controllo       1.236,15"), lines);
    }

    @Test
    void wideTextCountsDouble() {
        ReceiptLayout layout = new ReceiptLayout(24);
        String line = layout.lines(new ReceiptElement.Columns("TOT", "12,00", TextStyle.LARGE))
                .getFirst()
                .text();
        assertEquals("TOT    12,00", line);
        List<LaidLine> chinese = layout.lines(
                new ReceiptElement.Text(List.of(new Span("王王王王王王王王王王王王王", TextStyle.PLAIN)), Alignment.LEFT));
        assertEquals(2, chinese.size());
    }

    @Test
    void longWordsAreCutAndEmptyTextsStayALine() {
        ReceiptLayout layout = new ReceiptLayout(16);
        assertEquals(
                List.of("ABCDEFGHIJKLMNOP", "QRST"),
                layout.lines(text("ABCDEFGHIJKLMNOPQRST")).stream()
                        .map(LaidLine::text)
                        .toList());
        assertEquals(1, layout.lines(text("")).size());
        assertEquals(3, layout.lines(text("a\n\nb")).size());
    }

    private static ReceiptElement.Text text(String text) {
        return new ReceiptElement.Text(List.of(new Span(text, TextStyle.PLAIN)), Alignment.LEFT);
    }

    @Test
    void blocksEndWhereCommandsEnd() {
        ReceiptDocument.Builder builder = ReceiptDocument.builder();
        for (int i = 0; i < 100; i++) {
            builder.columns("Riga " + i, "1,00");
        }
        EncodedReceipt receipt = new EscPosEncoder(PrinterProfile.EPSON_80, FONT).encode(builder.build());
        assertTrue(receipt.blockCount() > 3, "blocks");
        for (int i = 0; i < receipt.blockCount(); i++) {
            byte[] block = receipt.block(i);
            assertEquals(0x0A, block[block.length - 1]);
        }
    }

    @Test
    void whatCannotBeWrittenIsRefusedWhereItIsMade() {
        ReceiptDocument.Builder builder = ReceiptDocument.builder();
        assertThrows(IllegalArgumentException.class, () -> builder.barcode("è"));
        assertThrows(IllegalArgumentException.class, () -> CodePage.of(300, "IBM437"));
    }
}
