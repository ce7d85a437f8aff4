package it.sportello.devices.twin.detector;

import java.io.ByteArrayOutputStream;
import java.util.Optional;

/**
 * The line side of an SSP unit: takes the stuffing out, checks CRC and address, knows whether a question is a repeated one.
 * Its CRC runs over a table, so that a slip in one of the two sides cannot hide behind the other.
 */
final class SspSlave {

    private static final int[] TABLE = table();

    /** A question of the host. */
    @SuppressWarnings("ArrayRecordComponent") // never compared as a record
    record Question(byte[] data, boolean repeated) {}

    private final int address;
    private final ByteArrayOutputStream frame = new ByteArrayOutputStream();
    private boolean open;
    private boolean escaped;
    private int lastBit = -1;
    private int answerBit;

    SspSlave(int address) {
        this.address = address;
    }

    private static int[] table() {
        int[] table = new int[256];
        for (int i = 0; i < table.length; i++) {
            int value = i << 8;
            for (int k = 8; k > 0; k--) {
                value = (value << 1) ^ ((value >> 15 & 1) * 0x8005);
            }
            table[i] = value & 0xFFFF;
        }
        return table;
    }

    private static int sum(byte[] bytes, int length) {
        int sum = 0xFFFF;
        for (int i = 0; i < length; i++) {
            sum = (sum << 8 & 0xFFFF) ^ TABLE[(sum >> 8) ^ (bytes[i] & 0xFF)];
        }
        return sum;
    }

    /** Forgets the line's state: the unit was switched on. */
    void forget() {
        open = false;
        escaped = false;
        lastBit = -1;
        frame.reset();
    }

    Optional<Question> receive(int b) {
        if (escaped) {
            escaped = false;
            if (b == 0x7F && open) {
                return add(b);
            }
            open = true;
            frame.reset();
            if (b == 0x7F) {
                escaped = true;
                return Optional.empty();
            }
            return add(b);
        }
        if (b == 0x7F) {
            escaped = true;
            return Optional.empty();
        }
        return open ? add(b) : Optional.empty();
    }

    private Optional<Question> add(int b) {
        frame.write(b);
        byte[] bytes = frame.toByteArray();
        if (bytes.length < 4 || bytes.length < (bytes[1] & 0xFF) + 4) {
            return Optional.empty();
        }
        open = false;
        int length = bytes.length - 2;
        boolean sound = sum(bytes, length) == ((bytes[length] & 0xFF) | (bytes[length + 1] & 0xFF) << 8);
        if (!sound || (bytes[0] & 0x7F) != address || length < 3) {
            return Optional.empty();
        }
        int bit = bytes[0] >> 7 & 1;
        byte[] data = new byte[length - 2];
        System.arraycopy(bytes, 2, data, 0, data.length);
        boolean sync = data[0] == 0x11;
        boolean repeated = !sync && bit == lastBit;
        lastBit = sync ? 1 : bit;
        answerBit = bit;
        return Optional.of(new Question(data, repeated));
    }

    /** An answer to the last question. */
    byte[] answer(byte[] data) {
        byte[] plain = new byte[data.length + 4];
        plain[0] = (byte) (address | answerBit << 7);
        plain[1] = (byte) data.length;
        System.arraycopy(data, 0, plain, 2, data.length);
        int sum = sum(plain, data.length + 2);
        plain[plain.length - 2] = (byte) (sum & 0xFF);
        plain[plain.length - 1] = (byte) (sum >> 8);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(0x7F);
        for (byte b : plain) {
            out.write(b);
            if (b == 0x7F) {
                out.write(0x7F);
            }
        }
        return out.toByteArray();
    }
}
