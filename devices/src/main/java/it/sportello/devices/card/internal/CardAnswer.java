package it.sportello.devices.card.internal;

import java.util.Arrays;

/** An answer of a card, ISO 7816-4: data and status word. */
final class CardAnswer {
    static final int OK = 0x9000;
    static final int END_OF_FILE = 0x6282;
    static final int WRONG_LENGTH = 0x6700;
    static final int PROTECTED = 0x6982;
    static final int NO_CURRENT_FILE = 0x6986;
    static final int BEYOND_FILE = 0x6B00;
    static final int INTERNAL_ERROR = 0x6F00;

    private final byte[] bytes;

    CardAnswer(byte[] bytes) {
        this.bytes = bytes;
    }

    byte[] data() {
        return Arrays.copyOf(bytes, bytes.length - 2);
    }

    int statusWord() {
        return (bytes[bytes.length - 2] & 0xFF) << 8 | (bytes[bytes.length - 1] & 0xFF);
    }

    boolean isOk() {
        return statusWord() == OK;
    }
}
