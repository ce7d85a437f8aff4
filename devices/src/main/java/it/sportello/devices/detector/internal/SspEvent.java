package it.sportello.devices.detector.internal;

import java.util.ArrayList;
import java.util.List;

/**
 * One event of a poll answer.
 *
 * @param channel 0 when the event has none
 */
record SspEvent(int code, int channel) {

    static final int RESET = 0xF1;
    static final int READ = 0xEF;
    static final int CREDIT = 0xEE;
    static final int REJECTED = 0xEC;
    static final int STACKED = 0xEB;
    static final int SAFE_JAM = 0xEA;
    static final int UNSAFE_JAM = 0xE9;
    static final int DISABLED = 0xE8;
    static final int FULL = 0xE7;
    static final int FRAUD = 0xE6;
    static final int CASHBOX_REMOVED = 0xE3;
    static final int CASHBOX_REPLACED = 0xE4;
    static final int CLEARED_TO_FRONT = 0xE1;
    static final int CLEARED_TO_CASHBOX = 0xE2;
    static final int PATH_OPEN = 0xE0;
    /** Stands for bytes that could not be understood. */
    static final int UNKNOWN = -1;

    /** Reads what follows the F0; where an unknown code comes its length is unknown too, and reading ends with it. */
    static List<SspEvent> parse(byte[] reply) {
        List<SspEvent> events = new ArrayList<>();
        int i = 1;
        while (i < reply.length) {
            int code = reply[i] & 0xFF;
            int length = length(code);
            if (length == 0 || i + length > reply.length) {
                events.add(new SspEvent(UNKNOWN, 0));
                return events;
            }
            events.add(new SspEvent(code, length == 2 ? reply[i + 1] & 0xFF : 0));
            i += length;
        }
        return events;
    }

    private static int length(int code) {
        return switch (code) {
            case READ, CREDIT, FRAUD, CLEARED_TO_FRONT, CLEARED_TO_CASHBOX, 0xDB -> 2;
            case RESET,
                    0xED,
                    REJECTED,
                    0xCC,
                    STACKED,
                    SAFE_JAM,
                    UNSAFE_JAM,
                    DISABLED,
                    FULL,
                    CASHBOX_REMOVED,
                    CASHBOX_REPLACED,
                    PATH_OPEN,
                    0xB5,
                    0xB6 -> 1;
            default -> 0;
        };
    }

    /** Whether a poll with acknowledgement repeats it until it is acknowledged. */
    boolean isWeighty() {
        return code == CREDIT || code == FRAUD || code == CLEARED_TO_FRONT || code == CLEARED_TO_CASHBOX;
    }

    String name() {
        return Integer.toHexString(code) + "." + channel;
    }
}
