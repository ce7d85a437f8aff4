package it.sportello.devices.scanner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScanFramerTest {

    private static final long MILLI = 1_000_000L;

    private final ScanFramer framer = new ScanFramer(Duration.ofMillis(80));

    private List<String> feed(String text, long millis) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return framer.accept(bytes, bytes.length, millis * MILLI).stream()
                .map(RawScan::text)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r", "\n", "\r\n", "\t", "\u0003"})
    void everyEndMarkEndsOneReading(String suffix) {
        assertEquals(List.of("ABC123"), feed("ABC123" + suffix, 1));
        assertEquals(List.of("X", "Y"), feed("\u0002X" + suffix + "\u0002Y" + suffix, 2));
    }

    @Test
    void aPauseEndsAReadingWithoutMark() {
        feed("ABC", 10);
        feed("123", 40);
        assertTrue(framer.idle(100 * MILLI).isEmpty());
        assertEquals(Optional.of(new RawScan("", "ABC123")), framer.idle(121 * MILLI));
        assertTrue(framer.idle(500 * MILLI).isEmpty());
    }

    @Test
    void aReadingInPiecesIsOne() {
        List<String> scans = new ArrayList<>();
        for (String c : "RSSMRA80A01H501U\r".split("", -1)) {
            scans.addAll(feed(c, 5));
        }
        assertEquals(List.of("RSSMRA80A01H501U"), scans);
    }

    @Test
    void identifiersAreKeptForTheRouteAndTakenFromTheText() {
        byte[] bytes = "]C1(01)\u001D10A\r".getBytes(StandardCharsets.US_ASCII);
        assertEquals(List.of(new RawScan("C1", "(01)\u001D10A")), framer.accept(bytes, bytes.length, 1));
        assertEquals(List.of("]x"), feed("]x\r", 2));
        assertEquals(List.of("]!1x"), feed("]!1x\r", 3));
    }

    @Test
    void oldReadersSendLatin1() {
        byte[] bytes = "CITT\u00C0\r".getBytes(StandardCharsets.ISO_8859_1);
        assertEquals("CITTÀ", framer.accept(bytes, bytes.length, 1).getFirst().text());
        assertEquals(List.of("CITTÀ"), feed("CITTÀ\r", 2));
    }

    @Test
    void aBrokenLineIsNoReading() {
        String endless = "9".repeat(5000);
        assertEquals(List.of(), feed(endless, 1));
        assertEquals(List.of(), feed("\r", 2));
        assertEquals(List.of("OK"), feed("OK\r", 3));
    }

    @Test
    void theSameCodeTwiceInAMomentCountsOnce() {
        DuplicateFilter filter = new DuplicateFilter(Duration.ofMillis(700));
        RawScan code = new RawScan("", "A");
        assertTrue(filter.isNew(code, 0));
        assertFalse(filter.isNew(code, 400 * MILLI));
        assertFalse(filter.isNew(code, 1000 * MILLI));
        assertTrue(filter.isNew(code, 1800 * MILLI));
        assertTrue(filter.isNew(new RawScan("", "B"), 1801 * MILLI));
    }
}
