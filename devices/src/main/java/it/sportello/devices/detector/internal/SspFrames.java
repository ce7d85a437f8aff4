package it.sportello.devices.detector.internal;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Frames of ITL SSP (GA138): 7F, sequence and address, length, data, CRC with its low byte first; a 7F behind the first is
 * sent twice.
 */
public final class SspFrames {

    private static final byte STX = 0x7F;
    private static final int MOST_DATA = 255;

    private SspFrames() {}

    /** A frame, ready for the line. */
    public static byte[] encode(int sequenceAndAddress, byte[] data) {
        if (data.length > MOST_DATA) {
            throw new IllegalArgumentException("at most " + MOST_DATA + " bytes");
        }
        byte[] inner = new byte[data.length + 4];
        inner[0] = (byte) sequenceAndAddress;
        inner[1] = (byte) data.length;
        System.arraycopy(data, 0, inner, 2, data.length);
        int crc = crc(inner, data.length + 2);
        inner[data.length + 2] = (byte) crc;
        inner[data.length + 3] = (byte) (crc >> 8);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(STX);
        for (byte b : inner) {
            out.write(b);
            if (b == STX) {
                out.write(b);
            }
        }
        return out.toByteArray();
    }

    /** CRC-16 with polynomial 8005, beginning with FFFF, highest bit first. */
    private static int crc(byte[] bytes, int count) {
        int crc = 0xFFFF;
        for (int i = 0; i < count; i++) {
            crc ^= (bytes[i] & 0xFF) << 8;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 0x8000) == 0 ? crc << 1 : (crc << 1) ^ 0x8005;
            }
            crc &= 0xFFFF;
        }
        return crc;
    }

    /** A frame taken from the line, its CRC checked. */
    @SuppressWarnings("ArrayRecordComponent") // never compared as a record
    public record Frame(int sequenceAndAddress, byte[] data) {}

    /** Finds the frames in a stream; holds at most one. What has a wrong CRC is dropped without a word. */
    public static final class Reader {

        private final byte[] inner = new byte[MOST_DATA + 4];
        private int length;
        private boolean inFrame;
        private boolean pending;

        public List<Frame> accept(byte[] bytes, int count) {
            List<Frame> frames = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                take(bytes[i], frames);
            }
            return frames;
        }

        private void take(byte b, List<Frame> frames) {
            if (b == STX && !pending) {
                pending = true;
                return;
            }
            if (pending && (b != STX || !inFrame)) {
                inFrame = true;
                length = 0;
            }
            pending = false;
            if (inFrame) {
                inner[length++] = b;
                if (length >= 2 && length == (inner[1] & 0xFF) + 4) {
                    end(frames);
                }
            }
        }

        private void end(List<Frame> frames) {
            inFrame = false;
            int given = (inner[length - 2] & 0xFF) | (inner[length - 1] & 0xFF) << 8;
            if (given == crc(inner, length - 2)) {
                frames.add(new Frame(inner[0] & 0xFF, Arrays.copyOfRange(inner, 2, length - 2)));
            }
        }
    }
}
