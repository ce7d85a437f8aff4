package it.sportello.devices.detector.internal;

import java.util.Arrays;
import java.util.Optional;

/**
 * Frames of ccTalk (generic specification, parts 1 to 4): destination, length, source or low CRC byte, header, data,
 * checksum or high CRC byte.
 */
public final class CcTalkFrames {

    static final int HOST = 1;
    private static final int MOST_DATA = 252;

    private CcTalkFrames() {}

    /** A frame to a unit, ready for the line. */
    public static byte[] encode(int destination, int header, byte[] data, boolean crc) {
        if (data.length > MOST_DATA) {
            throw new IllegalArgumentException("at most " + MOST_DATA + " bytes");
        }
        byte[] frame = new byte[data.length + 5];
        frame[0] = (byte) destination;
        frame[1] = (byte) data.length;
        frame[2] = HOST;
        frame[3] = (byte) header;
        System.arraycopy(data, 0, frame, 4, data.length);
        if (crc) {
            int sum = crc(frame);
            frame[2] = (byte) sum;
            frame[frame.length - 1] = (byte) (sum >> 8);
        } else {
            frame[frame.length - 1] = (byte) -sum(frame, frame.length - 1);
        }
        return frame;
    }

    private static int sum(byte[] frame, int length) {
        int sum = 0;
        for (int i = 0; i < length; i++) {
            sum += frame[i];
        }
        return sum;
    }

    /** CRC-16 with polynomial 1021, beginning with 0, highest bit first, over all but the two places of the CRC itself. */
    private static int crc(byte[] frame) {
        int crc = 0;
        for (int i = 0; i < frame.length - 1; i++) {
            if (i == 2) {
                continue;
            }
            crc ^= (frame[i] & 0xFF) << 8;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 0x8000) == 0 ? crc << 1 : (crc << 1) ^ 0x1021;
            }
            crc &= 0xFFFF;
        }
        return crc;
    }

    private static boolean isSound(byte[] frame, boolean crc) {
        if (!crc) {
            return (sum(frame, frame.length) & 0xFF) == 0;
        }
        int given = (frame[2] & 0xFF) | (frame[frame.length - 1] & 0xFF) << 8;
        return given == crc(frame);
    }

    /** An answer to the host, its checksum verified. */
    @SuppressWarnings("ArrayRecordComponent") // never compared as a record
    public record Answer(int header, byte[] data) {}

    /**
     * Takes the answer to one question off the line. Holds at most one frame; a pause inside a frame makes it void, without
     * which one wrong length byte would shift everything that follows.
     */
    public static final class Reader {

        private final boolean crc;
        private final long gapNanos;
        private final byte[] buffer = new byte[MOST_DATA + 5];
        private int length;
        private long lastByte;

        public Reader(boolean crc, long gapNanos) {
            this.crc = crc;
            this.gapNanos = gapNanos;
        }

        /** Takes a byte; an answer when it is complete, sound and for the host. */
        public Optional<Answer> accept(byte b, long nanoTime) {
            if (length > 0 && nanoTime - lastByte > gapNanos) {
                length = 0;
            }
            lastByte = nanoTime;
            buffer[length++] = b;
            if (length < 2) {
                return Optional.empty();
            }
            int size = (buffer[1] & 0xFF) + 5;
            if (size > buffer.length) {
                length = 0;
                return Optional.empty();
            }
            if (length < size) {
                return Optional.empty();
            }
            length = 0;
            byte[] frame = Arrays.copyOf(buffer, size);
            boolean ours = frame[0] == HOST && isSound(frame, crc);
            return ours
                    ? Optional.of(new Answer(frame[3] & 0xFF, Arrays.copyOfRange(frame, 4, size - 1)))
                    : Optional.empty();
        }
    }
}
