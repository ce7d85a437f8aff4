package it.sportello.devices.detector.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * The answer to the reading of buffered events.
 *
 * @param counter 0 when the unit was switched on and nothing happened since; then 1 to 255, and 1 again
 * @param pairs five events, newest first, each of two bytes as four hexadecimal digits
 */
record CcTalkEvents(int counter, List<String> pairs) {

    static final int SLOTS = 5;
    private static final String EMPTY = "0000";
    static final int BYTES = 1 + 2 * SLOTS;

    CcTalkEvents {
        pairs = List.copyOf(pairs);
    }

    /**
     * Reads the data of an answer.
     *
     * @throws IllegalArgumentException when they are not {@link #BYTES} bytes
     */
    static CcTalkEvents parse(byte[] data) {
        if (data.length != BYTES) {
            throw new IllegalArgumentException("not " + BYTES + " bytes");
        }
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i < SLOTS; i++) {
            pairs.add(HexFormat.of().formatHex(Arrays.copyOfRange(data, 1 + 2 * i, 3 + 2 * i)));
        }
        return new CcTalkEvents(data[0] & 0xFF, pairs);
    }

    static int first(String pair) {
        return HexFormat.fromHexDigits(pair, 0, 2);
    }

    static int second(String pair) {
        return HexFormat.fromHexDigits(pair, 2, 4);
    }

    /** How many events happened since this one was read, by the counter alone: 0 to 254. */
    int since(CcTalkEvents earlier) {
        if (counter == earlier.counter) {
            return 0;
        }
        if (earlier.counter == 0) {
            return counter;
        }
        return Math.floorMod(counter - earlier.counter, 255);
    }

    /**
     * Whether the unit's memory goes on where it was left: what was there then has moved down by the new events. When it
     * does not, or when a low counter stands over empty places, the unit was switched off in between.
     */
    boolean goesOnFrom(CcTalkEvents earlier) {
        if (counter < Math.min(SLOTS, earlier.counter)
                && pairs.subList(counter, SLOTS).stream().allMatch(EMPTY::equals)) {
            return false;
        }
        int moved = since(earlier);
        return moved >= SLOTS || pairs.subList(moved, SLOTS).equals(earlier.pairs.subList(0, SLOTS - moved));
    }

    /** The new events still in memory, oldest first. */
    List<String> fresh(CcTalkEvents earlier) {
        return pairs.subList(0, Math.min(SLOTS, since(earlier))).reversed();
    }
}
