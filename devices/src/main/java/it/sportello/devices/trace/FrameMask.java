package it.sportello.devices.trace;

import it.sportello.devices.DeviceKind;

/**
 * Takes personal values out of what passes, keeping lengths, classes of characters and everything that steers the
 * device. One for each connection and device; not shared between threads. A mask may hold bytes back until it knows what
 * they are.
 */
interface FrameMask {

    byte[] toDevice(byte[] bytes);

    byte[] fromDevice(byte[] bytes);

    /** What is still held back of the device's bytes, masked whole; called when the channel ends. */
    default byte[] rest() {
        return new byte[0];
    }

    /** The mask for a kind of device. Card readers have their own way: {@link WatchedCards}. */
    static FrameMask of(DeviceKind kind) {
        return switch (kind) {
            case RECEIPT_PRINTER, SHEET_PRINTER, LABEL_PRINTER -> new PrinterMask();
            // A dispenser that lets people identify themselves says who took the number.
            case BARCODE_READER, TICKET_DISPENSER -> new ScanMask();
            case PAYMENT_TERMINAL -> new TerminalMask();
            case QUEUE_DISPLAY, NOTE_DETECTOR, CARD_READER -> CLEAR;
        };
    }

    /** Nothing personal passes: numbers on a display, notes and their verdicts. */
    FrameMask CLEAR = new FrameMask() {
        @Override
        public byte[] toDevice(byte[] bytes) {
            return bytes;
        }

        @Override
        public byte[] fromDevice(byte[] bytes) {
            return bytes;
        }
    };

    /** The class of a character: what it is, not which. Control characters stay. */
    static byte classOf(byte b) {
        int value = b & 0xFF;
        if (value >= 0x80 || Character.isLetter(value)) {
            return 'x';
        }
        if (Character.isDigit(value)) {
            return '9';
        }
        return value <= 0x20 || value == 0x7F ? b : (byte) '.';
    }
}
