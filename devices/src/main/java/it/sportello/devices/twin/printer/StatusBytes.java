package it.sportello.devices.twin.printer;

/** The state of the printer, and the bytes by which it tells it. */
record StatusBytes(PaperState paper, boolean coverOpen, boolean offline, boolean cutterJam) {

    boolean stopped() {
        return offline || coverOpen || cutterJam || paper == PaperState.END;
    }

    /** The answer to {@code 10 04 n}; 0 for a question it does not know. */
    int realTime(int n) {
        return switch (n) {
            case 1 -> 0x12 | flag(stopped(), 0x08);
            case 2 -> 0x12 | flag(coverOpen, 0x04) | flag(paper == PaperState.END, 0x20) | flag(cutterJam, 0x40);
            case 3 -> 0x12 | flag(cutterJam, 0x08);
            case 4 -> 0x12 | flag(paper != PaperState.OK, 0x0C) | flag(paper == PaperState.END, 0x60);
            default -> 0;
        };
    }

    /** The answer to {@code 1D 72 01}. */
    int paperSensor() {
        return flag(paper != PaperState.OK, 0x03) | flag(paper == PaperState.END, 0x0C);
    }

    /** The four bytes it sends by itself on a change. */
    byte[] automatic() {
        int first = 0x10 | flag(stopped(), 0x08) | flag(coverOpen, 0x20);
        int second = flag(cutterJam, 0x08);
        return new byte[] {(byte) first, (byte) second, (byte) paperSensor(), 0};
    }

    /** The full status of Custom models, {@code 10 04 14}. */
    byte[] full() {
        int paperByte = flag(paper == PaperState.END, 0x01) | flag(paper != PaperState.OK, 0x04);
        return new byte[] {0x10, 0x0F, (byte) paperByte, (byte) flag(coverOpen, 0x01), (byte) flag(cutterJam, 0x40), 0};
    }

    private static int flag(boolean set, int bit) {
        return set ? bit : 0;
    }
}
