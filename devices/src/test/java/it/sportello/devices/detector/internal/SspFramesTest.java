package it.sportello.devices.detector.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.devices.printer.Hex;
import it.sportello.domain.till.Denomination;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The frames of the reference, byte by byte, both ways. */
@Timeout(20)
class SspFramesTest {

    private static final String SETUP_4 = "7F 00 1F F0 00 30 33 33 33 45 55 52 00 00 01 07 05 0A 14 32 64 C8 00 "
            + "02 02 02 02 02 02 02 00 00 64 04 5B CA";
    private static final String SETUP_6 =
            "7F 80 35 F0 00 30 33 33 33 45 55 52 00 00 01 04 05 0A 14 32 02 02 02 02 00 00 64 06 "
                    + "45 55 52 45 55 52 45 55 52 45 55 52 05 00 00 00 0A 00 00 00 14 00 00 00 32 00 00 00 15 02";

    private static List<SspFrames.Frame> read(byte[] bytes) {
        return new SspFrames.Reader().accept(bytes, bytes.length);
    }

    @ParameterizedTest
    @CsvSource({
        "80, 11, 7F 80 01 11 65 82",
        "80, F0, 7F 80 01 F0 23 80",
        "00, 07, 7F 00 01 07 11 88",
        "80, 07, 7F 80 01 07 12 02",
        "80, 05, 7F 80 01 05 1D 82",
        "80, 06 08, 7F 80 02 06 08 03 94",
        "80, 0A, 7F 80 01 0A 3F 82",
        "80, 09, 7F 80 01 09 35 82",
        "80, 02 FF FF, 7F 80 03 02 FF FF 25 A4",
        "00, 18, 7F 00 01 18 50 08",
        "00, 08, 7F 00 01 08 33 88",
        "80, F0 F1 E8, 7F 80 03 F0 F1 E8 BF 8C",
        "00, F0 EF 04, 7F 00 03 F0 EF 04 D7 F6",
        "80, F0 CC EE 04, 7F 80 04 F0 CC EE 04 7C AA",
        "00, F0 E6 03, 7F 00 03 F0 E6 03 C6 40",
        "80, F0 7F, 7F 80 02 F0 7F 7F 3E 21",
        "00, F0 EE 48, 7F 00 03 F0 EE 48 7F 7F F1",
        "00, 02 7F 00, 7F 00 03 02 7F 7F 00 2D 9A"
    })
    void everyPublishedFrame(String sequence, String data, String frame) {
        byte[] plain = Hex.bytes(data);
        assertEquals(frame, Hex.of(SspFrames.encode(Integer.parseInt(sequence, 16), plain)));
        List<SspFrames.Frame> read = read(Hex.bytes(frame));
        assertEquals(1, read.size());
        assertEquals(data, Hex.of(read.getFirst().data()));
        assertEquals(Integer.parseInt(sequence, 16), read.getFirst().sequenceAndAddress());
    }

    @Test
    void theSetUpAnswersAreRead() {
        byte[] four = read(Hex.bytes(SETUP_4)).getFirst().data();
        SspSetup old = SspSetup.parse(Arrays.copyOfRange(four, 1, four.length));
        assertEquals(4, old.protocol());
        assertEquals(
                Map.of(
                        1, Denomination.NOTE_5,
                        2, Denomination.NOTE_10,
                        3, Denomination.NOTE_20,
                        4, Denomination.NOTE_50,
                        5, Denomination.NOTE_100,
                        6, Denomination.NOTE_200),
                old.notes());
        byte[] six = read(Hex.bytes(SETUP_6)).getFirst().data();
        SspSetup wide = SspSetup.parse(Arrays.copyOfRange(six, 1, six.length));
        assertEquals(6, wide.protocol());
        assertEquals(
                Map.of(
                        1, Denomination.NOTE_5,
                        2, Denomination.NOTE_10,
                        3, Denomination.NOTE_20,
                        4, Denomination.NOTE_50),
                wide.notes());
    }

    @Test
    void anAnswerThatLeavesADoubtIsRefused() {
        byte[] good = read(Hex.bytes(SETUP_4)).getFirst().data();
        byte[] plain = Arrays.copyOfRange(good, 1, good.length);
        for (int length = 0; length < plain.length; length++) {
            byte[] cut = Arrays.copyOf(plain, length);
            assertThrows(IllegalArgumentException.class, () -> SspSetup.parse(cut));
        }
        int[][] changes = {{0, 3}, {5, 'U'}, {12, 3}, {28, 1}, {11, 200}};
        for (int[] change : changes) {
            byte[] other = plain.clone();
            other[change[0]] = (byte) change[1];
            assertThrows(IllegalArgumentException.class, () -> SspSetup.parse(other), "byte " + change[0]);
        }
    }

    @Test
    void valuesThatAreCentsAlreadyAreNotMultiplied() {
        byte[] six = read(Hex.bytes(SETUP_6)).getFirst().data();
        byte[] cents = Arrays.copyOfRange(six, 1, six.length);
        int values = 16 + 5 * 4;
        int[] inCents = {500, 1000, 2000, 5000};
        for (int i = 0; i < inCents.length; i++) {
            cents[values + 4 * i] = (byte) inCents[i];
            cents[values + 4 * i + 1] = (byte) (inCents[i] >> 8);
        }
        assertEquals(Denomination.NOTE_50, SspSetup.parse(cents).notes().get(4));
    }

    @Test
    void aLoneValueThatMayBeEuroOrCentsIsRefused() {
        byte[] six = read(Hex.bytes(SETUP_6)).getFirst().data();
        byte[] lone = Arrays.copyOfRange(six, 1, six.length);
        Arrays.fill(lone, 16 + 5 * 4, lone.length, (byte) 0);
        lone[16 + 5 * 4] = (byte) 0xF4;
        lone[17 + 5 * 4] = 1;
        assertThrows(IllegalArgumentException.class, () -> SspSetup.parse(lone));
    }

    @Test
    void aDamagedFrameIsNoFrameAndTheNextIsFound() {
        byte[] bad = Hex.bytes("7F 80 04 F0 CC EE 05 7C AA 55 55 7F 80 7F 00 01 07 11 88");
        List<SspFrames.Frame> read = read(bad);
        assertEquals(1, read.size());
        assertEquals("07", Hex.of(read.getFirst().data()));
    }

    @Test
    void eventsAreReadUntilOneIsUnknown() {
        assertEquals(
                List.of(new SspEvent(0xCC, 0), new SspEvent(0xEE, 4), new SspEvent(SspEvent.UNKNOWN, 0)),
                SspEvent.parse(Hex.bytes("F0 CC EE 04 99 EE 05")));
        assertEquals(List.of(new SspEvent(SspEvent.UNKNOWN, 0)), SspEvent.parse(Hex.bytes("F0 EE")));
    }

    @Test
    void aPositionReadsBack() {
        SspPosition position = new SspPosition(4_000_000_000L, 3, 4, "ee.4,");
        assertEquals(position, SspPosition.parse(position.toString()));
        assertEquals(SspPosition.START, SspPosition.parse("something else"));
    }

    @Test
    void hostileBytesAreSurvived() {
        Random random = new Random(21);
        SspFrames.Reader reader = new SspFrames.Reader();
        byte[] bytes = new byte[64];
        for (int round = 0; round < 20_000; round++) {
            random.nextBytes(bytes);
            for (int i = 0; i < bytes.length; i += 1 + random.nextInt(8)) {
                bytes[i] = 0x7F;
            }
            for (SspFrames.Frame frame : reader.accept(bytes, random.nextInt(bytes.length + 1))) {
                SspEvent.parse(frame.data());
            }
            byte[] reply = Arrays.copyOf(bytes, random.nextInt(bytes.length));
            assertTrue(SspEvent.parse(reply).size() <= reply.length);
            reply = damaged(random);
            try {
                assertTrue(SspSetup.parse(reply).notes().size() <= 16);
            } catch (IllegalArgumentException refused) {
                assertTrue(refused.getMessage() != null);
            }
        }
        reader.accept(new byte[600], 600);
        assertEquals(1, reader.accept(Hex.bytes("7F 00 01 07 11 88"), 6).size());
    }

    private static byte[] damaged(Random random) {
        byte[] good = Hex.bytes(random.nextBoolean() ? SETUP_4 : SETUP_6);
        byte[] data = Arrays.copyOfRange(good, 4, good.length - random.nextInt(20));
        List<Integer> places = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            places.add(random.nextInt(data.length));
        }
        places.forEach(place -> data[place] = (byte) random.nextInt(256));
        return data;
    }
}
