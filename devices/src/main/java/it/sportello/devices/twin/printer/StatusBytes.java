package it.sportello.devices.twin.printer;

/** The state of the printer, and the bytes by which it tells it. */
record StatusBytes(
        PaperState paper,
        boolean coverOpen,
        boolean offline,
        boolean cutterJam,
        boolean drawerOpen,
        boolean paperInMouth) {

    /** A printer in good order. */
    static final StatusBytes FINE = new StatusBytes(PaperState.OK, false, false, false, false, false);

    StatusBytes withPaper(PaperState next) {
        return new StatusBytes(next, coverOpen, offline, cutterJam, drawerOpen, paperInMouth);
    }

    StatusBytes withCover(boolean open) {
        return new StatusBytes(paper, open, offline, cutterJam, drawerOpen, paperInMouth);
    }

    StatusBytes withOffline(boolean off) {
        return new StatusBytes(paper, coverOpen, off, cutterJam, drawerOpen, paperInMouth);
    }

    StatusBytes withJam(boolean jam) {
        return new StatusBytes(paper, coverOpen, offline, jam, drawerOpen, paperInMouth);
    }

    StatusBytes withDrawer(boolean open) {
        return new StatusBytes(paper, coverOpen, offline, cutterJam, open, paperInMouth);
    }

    StatusBytes withMouth(boolean full) {
        return new StatusBytes(paper, coverOpen, offline, cutterJam, drawerOpen, full);
    }

    boolean stopped() {
        return offline || coverOpen || cutterJam || paper == PaperState.END;
    }

    /** The answer to {@code 10 04 n}; 0 for a question it does not know. */
    int realTime(int n) {
        return switch (n) {
            case 1 -> 0x12 | flag(drawerOpen, 0x04) | flag(stopped(), 0x08);
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
        int first = 0x10 | flag(drawerOpen, 0x04) | flag(stopped(), 0x08) | flag(coverOpen, 0x20);
        int second = flag(cutterJam, 0x08);
        return new byte[] {(byte) first, (byte) second, (byte) paperSensor(), 0};
    }

    /** The full status of Custom models, {@code 10 04 14}. */
    byte[] full() {
        int paperByte =
                flag(paper == PaperState.END, 0x01) | flag(paper != PaperState.OK, 0x04) | flag(paperInMouth, 0x20);
        return new byte[] {0x10, 0x0F, (byte) paperByte, (byte) flag(coverOpen, 0x01), (byte) flag(cutterJam, 0x40), 0};
    }

    private static int flag(boolean set, int bit) {
        return set ? bit : 0;
    }
}
