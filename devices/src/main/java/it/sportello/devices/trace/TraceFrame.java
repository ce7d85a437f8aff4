package it.sportello.devices.trace;

import java.time.Instant;
import java.util.HexFormat;

/**
 * One thing that happened on the way to a device. Personal values are already masked.
 *
 * @param at when, UTC
 * @param mark what
 * @param hex the bytes, two small digits each, without blanks; at most {@link #KEPT} bytes; empty for the other marks
 * @param length how many bytes there were
 * @param word why a link was refused, or the state that was reached; never a personal value
 */
public record TraceFrame(Instant at, Mark mark, String hex, int length, String word) {
    /** Of a longer frame (a picture on its way to the printer) only the beginning is kept. */
    public static final int KEPT = 1024;

    /** What happened. */
    public enum Mark {
        /** The channel was opened. */
        OPEN,
        /** It could not be opened. */
        REFUSED,
        TO_DEVICE,
        FROM_DEVICE,
        /** The device went away while the channel was open. */
        LOST,
        /** Our side closed the channel. */
        CLOSE,
        /** The driver took the device to be in another state. */
        STATE
    }

    static TraceFrame of(Instant at, Mark mark, String word) {
        return new TraceFrame(at, mark, "", 0, word);
    }

    static TraceFrame of(Instant at, Mark mark, byte[] bytes) {
        int kept = Math.min(KEPT, bytes.length);
        return new TraceFrame(at, mark, HexFormat.of().formatHex(bytes, 0, kept), bytes.length, "");
    }

    /** The bytes that were kept. */
    public byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }

    /** Whether bytes passed. */
    public boolean isData() {
        return mark == Mark.TO_DEVICE || mark == Mark.FROM_DEVICE;
    }

    /** The bytes as a person reads them: characters where there are some, a point elsewhere. */
    public String printable() {
        StringBuilder text = new StringBuilder();
        for (byte b : bytes()) {
            text.append(b >= 0x20 && b < 0x7F ? (char) b : '.');
        }
        return text.toString();
    }
}
