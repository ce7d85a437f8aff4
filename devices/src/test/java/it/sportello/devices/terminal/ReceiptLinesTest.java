package it.sportello.devices.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.devices.printer.ReceiptDocument;
import it.sportello.devices.printer.ReceiptElement;
import it.sportello.devices.printer.TextStyle;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReceiptLinesTest {

    private static List<String> lines(ReceiptDocument document) {
        assertInstanceOf(ReceiptElement.Cut.class, document.elements().getLast());
        return document.elements().stream()
                .filter(ReceiptElement.Text.class::isInstance)
                .map(ReceiptElement.Text.class::cast)
                .map(text -> String.join(
                        "|", text.spans().stream().map(span -> span.text()).toList()))
                .toList();
    }

    private static TextStyle style(String marked) {
        ReceiptElement.Text first =
                (ReceiptElement.Text) ReceiptLines.document(marked).elements().getFirst();
        return first.spans().getFirst().style();
    }

    private static byte[] packet(String part) {
        return ("123456780S" + part).getBytes(StandardCharsets.ISO_8859_1);
    }

    @Test
    void marksEndLinesAndAFullLineNeedsNone() {
        String full = "123456789012345678901234";
        assertEquals(
                List.of("UNO", "", "DUE", full, "TRE"), lines(ReceiptLines.document("UNO}}DUE}" + full + "TRE}}}}}}")));
        assertEquals(List.of(full, "", "X"), lines(ReceiptLines.document(full + "}X")));
    }

    @ParameterizedTest
    @CsvSource({"A,false,1,1", "\u007FA,true,1,2", "~A,false,1,2", "{A,false,2,1", "|A,true,2,1", "^A,false,1,1"})
    void everyMarkHasItsStyle(String marked, boolean bold, int width, int height) {
        assertEquals(new TextStyle(bold, false, false, width, height), style(marked));
    }

    @Test
    void wideLinesAreFullSoonerAndSmallOnesLaterThenAllIsPlainAgain() {
        assertEquals(List.of("123456789012", "3"), lines(ReceiptLines.document("{1234567890123")));
        String small = "1".repeat(42);
        ReceiptDocument document = ReceiptLines.document("^" + small + "\u007F" + "A".repeat(24) + "B");
        assertEquals(List.of(small, "A".repeat(24), "B"), lines(document));
        ReceiptElement.Text last = (ReceiptElement.Text) document.elements().get(2);
        assertEquals(TextStyle.PLAIN, last.spans().getFirst().style());
    }

    @Test
    void aStyleMayChangeInsideALine() {
        assertEquals(List.of("TOTALE |9,00"), lines(ReceiptLines.document("TOTALE \u007F9,00}")));
    }

    @Test
    void packetsAreJoinedAndCopiesParted() {
        ReceiptCollector collector = new ReceiptCollector();
        collector.accept(packet("COPIA ESER"));
        assertFalse(collector.isBetweenCopies());
        collector.accept(packet("CENTE}}}}}}\u001BCOPIA CLI"));
        collector.accept(packet("ENTE}}}}}}\u001B"));
        assertTrue(collector.isBetweenCopies());
        TerminalReceipts receipts = collector.receipts();
        assertTrue(receipts.complete());
        assertEquals(
                List.of(List.of("COPIA ESERCENTE"), List.of("COPIA CLIENTE")),
                receipts.copies().stream().map(ReceiptLinesTest::lines).toList());
    }

    @Test
    void halfACopyIsNotHandedOut() {
        ReceiptCollector collector = new ReceiptCollector();
        collector.accept(packet("INTERA}\u001BMEZZA"));
        assertEquals(1, collector.receipts().copies().size());
        assertFalse(collector.receipts().complete());
        assertFalse(new ReceiptCollector().receipts().complete());
    }

    @Test
    void anEndlessReceiptIsLetGo() {
        ReceiptCollector collector = new ReceiptCollector();
        for (int i = 0; i < 1000; i++) {
            collector.accept(packet("x".repeat(200)));
        }
        collector.accept(packet("\u001B"));
        assertEquals(new TerminalReceipts(List.of(), false), collector.receipts());
    }

    @Test
    void noControlCharacterReachesThePrinter() {
        assertEquals(List.of("A  B"), lines(ReceiptLines.document("A\n\u0010B}")));
    }
}
