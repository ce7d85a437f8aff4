package it.sportello.devices.scanner;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ScannerFeedbackTest {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final ScannerFeedback feedback = new ScannerFeedback("BEPEXE2.");

    private String read(String arrived, long time) {
        byte[] bytes = arrived.getBytes(StandardCharsets.ISO_8859_1);
        return new String(feedback.read(bytes, bytes.length, time), StandardCharsets.ISO_8859_1);
    }

    @Test
    void theCommandIsFramedAsTheMakerSays() {
        assertArrayEquals(new byte[] {0x16, 0x4D, 0x0D, 'B', 'E', 'P', 'E', 'X', 'E', '2', '.'}, feedback.refused(0));
        assertEquals(0, feedback.refused(1).length, "not again before the answer");
    }

    @Test
    void theAnswerIsTakenOutHoweverItComes() {
        feedback.refused(0);
        assertEquals("SP1Q:A1\r", read("SP1Q:A1\rBEPEXE2\u0006.", 1));
        feedback.refused(2);
        assertEquals("", read("BEPE", 3));
        assertEquals("SP1Q:A2\r", read("XE2\u0005.SP1Q:A2\r", 4));
        assertEquals("BEPEXE2\u0006.", read("BEPEXE2\u0006.", 5), "nobody waits for one now");
    }

    @Test
    void aCodeInsteadOfAnAnswerIsACode() {
        feedback.refused(0);
        assertEquals("SP1Q:A1\r", read("SP1Q:A1\r", 1));
        assertEquals("SP1Q:A2\r", read("BEPEXE2\u0015!SP1Q:A2\r", 2), "the answer is still waited for");
        feedback.refused(2);
        assertEquals("", read("BE", 3));
        assertEquals("BE", new String(feedback.idle(2 * SECOND), StandardCharsets.US_ASCII), "kept no longer");
    }

    @Test
    void aReaderWithoutCommandsIsLeftAlone() {
        ScannerFeedback none = new ScannerFeedback("");
        assertEquals(0, none.refused(0).length);
        assertArrayEquals(new byte[] {'A', 0x06}, none.read(new byte[] {'A', 0x06}, 2, 1));
    }
}
