package it.sportello.devices.detector.internal;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** Answers of a ccTalk unit in both checksums, and its event memory. */
public final class CcTalkFuzz {
    private static final long MILLISECOND = 1_000_000L;

    private CcTalkFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        for (boolean crc : new boolean[] {false, true}) {
            CcTalkFrames.Reader reader = new CcTalkFrames.Reader(crc, 50 * MILLISECOND);
            long now = 0;
            for (byte b : input) {
                now += (b & 0x3F) == 0x3F ? 60 * MILLISECOND : MILLISECOND;
                reader.accept(b, now).ifPresent(answer -> events(answer.data()));
            }
        }
        events(input);
    }

    private static void events(byte[] data) {
        for (int from = 0; from + 2 * CcTalkEvents.BYTES <= data.length; from += CcTalkEvents.BYTES) {
            int middle = from + CcTalkEvents.BYTES;
            CcTalkEvents before = CcTalkEvents.parse(Arrays.copyOfRange(data, from, middle));
            CcTalkEvents after = CcTalkEvents.parse(Arrays.copyOfRange(data, middle, middle + CcTalkEvents.BYTES));
            int fresh = after.fresh(before).size();
            if (fresh > CcTalkEvents.SLOTS || after.since(before) > 255) {
                throw new IllegalStateException("more events than the unit can hold");
            }
            after.goesOnFrom(before);
        }
    }

    public static List<byte[]> seeds() {
        return Stream.of(
                        "01002800D7",
                        "01070028004555303035304130",
                        "010B280001040100000000000000 00C6".replace(" ", ""),
                        "010BC1000104010000000000000000 21".replace(" ", ""),
                        "0104010000000000000000" + "0204000401000000000000")
                .map(HexFormat.of()::parseHex)
                .toList();
    }
}
