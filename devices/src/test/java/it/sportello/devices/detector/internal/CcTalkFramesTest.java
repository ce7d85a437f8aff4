package it.sportello.devices.detector.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.devices.printer.Hex;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The frames of the reference, byte by byte, and the counter of events. */
@Timeout(20)
class CcTalkFramesTest {

    private static final long GAP = 50_000_000;

    private static Optional<CcTalkFrames.Answer> read(String hex, boolean crc) {
        CcTalkFrames.Reader reader = new CcTalkFrames.Reader(crc, GAP);
        Optional<CcTalkFrames.Answer> answer = Optional.empty();
        for (byte b : Hex.bytes(hex)) {
            answer = reader.accept(b, 0);
        }
        return answer;
    }

    private static CcTalkEvents events(String hex, boolean crc) {
        return CcTalkEvents.parse(read(hex, crc).orElseThrow().data());
    }

    @ParameterizedTest
    @CsvSource({
        "254, '', 28 00 01 FE D9, 28 00 B6 FE 21",
        "159, '', 28 00 01 9F 38, 28 00 31 9F 5D",
        "242, '', 28 00 01 F2 E5, 28 00 3A F2 E0",
        "245, '', 28 00 01 F5 E2, 28 00 DD F5 90",
        "157, 01, 28 01 01 9D 01 38, 28 01 2B 9D 01 FB",
        "228, 01, 28 01 01 E4 01 F1, 28 01 EA E4 01 49",
        "231, FF FF, 28 02 01 E7 FF FF F0, 28 02 5F E7 FF FF DF",
        "154, 01, 28 01 01 9A 01 3B, 28 01 BC 9A 01 62",
        "154, 00, 28 01 01 9A 00 3C, 28 01 9D 9A 00 72",
        "153, 03, 28 01 01 99 03 3A, ''",
        "156, 45 55, 28 02 01 9C 45 55 9F, ''"
    })
    void everyPublishedQuestion(int header, String data, String simple, String crc) {
        byte[] bytes = data.isEmpty() ? new byte[0] : Hex.bytes(data);
        assertEquals(simple, Hex.of(CcTalkFrames.encode(40, header, bytes, false)));
        if (!crc.isEmpty()) {
            assertEquals(crc, Hex.of(CcTalkFrames.encode(40, header, bytes, true)));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'', 01 00 28 00 D7, 01 00 30 00 37",
        "45 55 30 30 35 30 41, 01 07 28 00 45 55 30 30 35 30 41 30, 01 07 12 00 45 55 30 30 35 30 41 1A",
        "64 00 02, 01 03 28 00 64 00 02 6E, ''",
        "01 04 01 00 00 00 00 00 00 00 00, 01 0B 28 00 01 04 01 00 00 00 00 00 00 00 00 C6, 01 0B C1 00 01 04 01 00 00 00 00 00 00 00 00 21",
        "02 04 00 04 01 00 00 00 00 00 00, 01 0B 28 00 02 04 00 04 01 00 00 00 00 00 00 C1, 01 0B 14 00 02 04 00 04 01 00 00 00 00 00 00 05",
        "05 00 12 00 00 00 00 00 00 00 00, 01 0B 28 00 05 00 12 00 00 00 00 00 00 00 00 B5, ''"
    })
    void everyPublishedAnswer(String data, String simple, String crc) {
        assertEquals(data, Hex.of(read(simple, false).orElseThrow().data()));
        if (!crc.isEmpty()) {
            assertEquals(data, Hex.of(read(crc, true).orElseThrow().data()));
            assertTrue(read(crc, false).isEmpty());
            assertTrue(read(simple, true).isEmpty());
        }
    }

    @Test
    void aPauseFreesAReaderThatAWrongLengthHolds() {
        CcTalkFrames.Reader reader = new CcTalkFrames.Reader(false, GAP);
        for (byte b : Hex.bytes("01 C8 28 00")) {
            assertTrue(reader.accept(b, 0).isEmpty());
        }
        Optional<CcTalkFrames.Answer> answer = Optional.empty();
        for (byte b : Hex.bytes("01 00 28 00 D7")) {
            answer = reader.accept(b, GAP + 1);
        }
        assertTrue(answer.isPresent());
    }

    @Test
    void theCounterGoesRoundWithoutZero() {
        CcTalkEvents first = events("01 0B 28 00 01 04 01 00 00 00 00 00 00 00 00 C6", false);
        CcTalkEvents second = events("01 0B 14 00 02 04 00 04 01 00 00 00 00 00 00 05", true);
        assertEquals(1, second.since(first));
        assertTrue(second.goesOnFrom(first));
        assertEquals(List.of("0400"), second.fresh(first));
        List<String> none = List.of("0000", "0000", "0000", "0000", "0000");
        CcTalkEvents last = new CcTalkEvents(255, none);
        assertEquals(1, new CcTalkEvents(1, none).since(last));
        assertEquals(7, new CcTalkEvents(7, none).since(last));
        assertEquals(3, new CcTalkEvents(3, none).since(new CcTalkEvents(0, none)));
        assertEquals(0, last.since(last));
        assertEquals(254, new CcTalkEvents(254, none).since(last));
        assertFalse(first.goesOnFrom(second));
        CcTalkPosition position = new CcTalkPosition(second, 4);
        assertEquals(Optional.of(position), CcTalkPosition.parse(position.toString()));
        assertEquals(Optional.empty(), CcTalkPosition.parse("base=1"));
        assertThrows(IllegalArgumentException.class, () -> CcTalkEvents.parse(new byte[10]));
    }

    @Test
    void hostileBytesAreSurvived() {
        Random random = new Random(31);
        for (boolean crc : List.of(false, true)) {
            CcTalkFrames.Reader reader = new CcTalkFrames.Reader(crc, GAP);
            List<CcTalkEvents> seen = new ArrayList<>();
            long now = 0;
            for (int i = 0; i < 400_000; i++) {
                now += random.nextInt(1000) == 0 ? GAP * 2 : 1000;
                int b = random.nextInt(3) == 0 ? random.nextInt(12) : random.nextInt(256);
                Optional<CcTalkFrames.Answer> answer = reader.accept((byte) b, now);
                if (answer.isPresent() && answer.get().data().length == CcTalkEvents.BYTES) {
                    seen.add(CcTalkEvents.parse(answer.get().data()));
                }
            }
            for (CcTalkEvents events : seen) {
                assertTrue(events.fresh(seen.getFirst()).size() <= CcTalkEvents.SLOTS);
            }
        }
    }
}
