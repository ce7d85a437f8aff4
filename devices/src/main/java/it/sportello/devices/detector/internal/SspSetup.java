package it.sportello.devices.detector.internal;

import it.sportello.domain.till.Denomination;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * What an SSP unit says of itself.
 *
 * @param protocol version of the protocol it speaks
 * @param notes the euro note of each channel; a channel without one is left out
 */
public record SspSetup(int protocol, Map<Integer, Denomination> notes) {

    private static final int VALIDATOR = 0;
    private static final int MOST_CHANNELS = 16;
    private static final String EURO = "EUR";

    public SspSetup {
        notes = Map.copyOf(notes);
    }

    /**
     * Reads the answer to the set-up request.
     *
     * @param data what follows the first byte, F0
     * @throws IllegalArgumentException when it is not a validator of euro notes whose values are certain; the message says
     *     why
     */
    public static SspSetup parse(byte[] data) {
        require(data.length >= 12, "short answer");
        require(data[0] == VALIDATOR, "not a validator");
        int channels = data[11] & 0xFF;
        require(channels <= MOST_CHANNELS && data.length >= 16 + 2 * channels, "wrong number of channels");
        long multiplier = bigEndian(data, 8);
        long real = bigEndian(data, 12 + 2 * channels);
        int protocol = data[15 + 2 * channels] & 0xFF;
        boolean wide = protocol >= 6;
        require(!wide || data.length >= 16 + 9 * channels, "channel list is cut off");
        require(wide || text(data, 5).equals(EURO), "not for euro");
        Map<Integer, Long> values = new TreeMap<>();
        for (int i = 0; i < channels; i++) {
            long value = wide ? littleEndian(data, 16 + 5 * channels + 4 * i) : (data[12 + i] & 0xFF) * multiplier;
            boolean euro = !wide || text(data, 16 + 2 * channels + 3 * i).equals(EURO);
            if (value != 0 && euro) {
                values.put(i + 1, value);
            }
        }
        return new SspSetup(protocol, notes(values, real));
    }

    /** The values are euro to be multiplied, or cents already: the whole list has to fit one of the two, and only one. */
    private static Map<Integer, Denomination> notes(Map<Integer, Long> values, long real) {
        Map<Integer, Denomination> scaled = scaled(values, real);
        Map<Integer, Denomination> plain = scaled(values, 1);
        boolean fits = !values.isEmpty() && scaled.size() == values.size();
        boolean fitsPlain = !values.isEmpty() && plain.size() == values.size();
        require(fits || fitsPlain, "values " + values + " times " + real + " are no euro notes");
        require(real == 1 || fits != fitsPlain, "values " + values + " times " + real + " may be euro or cents");
        return fits ? scaled : plain;
    }

    private static Map<Integer, Denomination> scaled(Map<Integer, Long> values, long factor) {
        Map<Integer, Denomination> notes = new TreeMap<>();
        values.forEach((channel, value) -> EuroNotes.of(value * factor).ifPresent(note -> notes.put(channel, note)));
        return notes;
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    private static String text(byte[] data, int at) {
        return new String(data, at, 3, StandardCharsets.US_ASCII);
    }

    private static long bigEndian(byte[] data, int at) {
        return (data[at] & 0xFFL) << 16 | (data[at + 1] & 0xFFL) << 8 | (data[at + 2] & 0xFFL);
    }

    static long littleEndian(byte[] data, int at) {
        return (data[at] & 0xFFL)
                | (data[at + 1] & 0xFFL) << 8
                | (data[at + 2] & 0xFFL) << 16
                | (data[at + 3] & 0xFFL) << 24;
    }
}
