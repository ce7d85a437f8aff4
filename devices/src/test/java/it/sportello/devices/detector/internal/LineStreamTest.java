package it.sportello.devices.detector.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.devices.detector.LineShape;
import it.sportello.devices.detector.LineShape.End;
import it.sportello.devices.detector.internal.LineFramer.Health;
import it.sportello.devices.detector.internal.LineFramer.RawLine;
import it.sportello.devices.printer.Hex;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Bytes to lines, and the part of a printer. */
@Timeout(20)
class LineStreamTest {

    private static final long PAUSE = Duration.ofMillis(500).toNanos();

    private static LineShape shape(End end) {
        return new LineShape(StandardCharsets.ISO_8859_1, end, Duration.ofMillis(500), 20);
    }

    private static List<RawLine> feed(LineFramer framer, String text, long now) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        return framer.accept(bytes, bytes.length, now);
    }

    private static RawLine whole(String text) {
        return new RawLine(text, Health.WHOLE);
    }

    @Test
    void everyKindOfEnd() {
        assertEquals(List.of(whole("a"), whole("b")), feed(new LineFramer(shape(End.CRLF)), "a\r\nb\r\n", 0));
        assertEquals(List.of(whole("a"), whole("b")), feed(new LineFramer(shape(End.CR)), "a\rb\r\n", 0));
        assertEquals(List.of(whole("a"), whole("b")), feed(new LineFramer(shape(End.LF)), "a\n\nb\n", 0));
        LineFramer pause = new LineFramer(shape(End.PAUSE));
        assertEquals(List.of(), feed(pause, "a", 0));
        assertEquals(Optional.empty(), pause.idle(PAUSE - 1));
        assertEquals(Optional.of(whole("a")), pause.idle(PAUSE));
    }

    @Test
    void aLineThatBrokeOffIsNeverJoinedToTheNext() {
        LineFramer framer = new LineFramer(shape(End.CRLF));
        assertEquals(List.of(), feed(framer, "OK 5", 0));
        assertEquals(List.of(new RawLine("OK 5", Health.BROKEN), whole("0")), feed(framer, "0\r\n", PAUSE));
    }

    @Test
    void aLineThatIsTooLongIsNoLine() {
        LineFramer framer = new LineFramer(shape(End.LF));
        assertEquals(
                List.of(new RawLine("x".repeat(20), Health.TOO_LONG), whole("y")),
                feed(framer, "x".repeat(500) + "\ny\n", 0));
    }

    @Test
    void aPrinterThatIsWellIsPlayed() {
        PrinterStandIn printer = new PrinterStandIn();
        byte[] sent =
                Hex.bytes("1B 40 10 04 01 10 04 02 1B 76 1D 72 01 41 42 0A 1D 21 11 43 1B 64 02 1B 70 00 19 19 44");
        PrinterStandIn.Heard heard = printer.accept(sent, sent.length);
        assertEquals("12 12 00 00", Hex.of(heard.answers()));
        assertEquals("AB\nC\nD", new String(heard.text(), StandardCharsets.US_ASCII));
    }

    @Test
    void picturesAndCodesAreSwallowed() {
        PrinterStandIn printer = new PrinterStandIn();
        byte[] sent = Hex.bytes("41 1D 76 30 00 02 00 02 00 61 62 63 64 42 1B 2A 21 02 00 61 61 61 61 61 61 43 "
                + "1D 6B 04 31 32 33 00 44 1D 6B 49 03 7B 42 31 45 1D 28 6B 03 00 31 51 30 46 1B 44 08 10 00 47 "
                + "1D 56 42 00 48 1D 56 00 49 10 14 01 00 01 4A 10 14 08 01 03 14 01 06 02 08 4B 1B 57 "
                + "61 61 61 61 61 61 61 61 4C");
        assertEquals(
                "ABCDEFGHIJKL", new String(printer.accept(sent, sent.length).text(), StandardCharsets.US_ASCII));
    }

    @Test
    void afterAPauseAHostileLengthIsForgotten() {
        PrinterStandIn printer = new PrinterStandIn();
        byte[] picture = Hex.bytes("1D 76 30 00 FF FF FF FF 41");
        assertArrayEquals(new byte[0], printer.accept(picture, picture.length).text());
        printer.idle();
        assertArrayEquals(
                new byte[] {0x41}, printer.accept(new byte[] {0x41}, 1).text());
    }

    @Test
    void hostileBytesAreSurvived() {
        Random random = new Random(5);
        PrinterStandIn printer = new PrinterStandIn();
        List<LineFramer> framers = new ArrayList<>();
        for (End end : End.values()) {
            framers.add(new LineFramer(shape(end)));
        }
        byte[] bytes = new byte[512];
        int[] starts = {0x10, 0x1B, 0x1C, 0x1D, '\n', '\r', 0};
        for (int round = 0; round < 2_000; round++) {
            random.nextBytes(bytes);
            for (int i = 0; i < bytes.length; i += 1 + random.nextInt(6)) {
                bytes[i] = (byte) starts[random.nextInt(starts.length)];
            }
            int count = random.nextInt(bytes.length + 1);
            PrinterStandIn.Heard heard = printer.accept(bytes, count);
            assertTrue(heard.text().length + heard.answers().length <= count);
            for (LineFramer framer : framers) {
                for (RawLine line : framer.accept(bytes, count, round * PAUSE / 2)) {
                    assertTrue(line.text().length() <= 20);
                }
            }
            if (random.nextInt(10) == 0) {
                printer.idle();
            }
        }
    }
}
