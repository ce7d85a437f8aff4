package it.sportello.devices.terminal;

/**
 * Which bytes a packet's check byte runs over, always by exclusive or from 7F. Nexi's documents leave it open and
 * terminals differ; the names are those of the public implementations.
 */
public enum LrcRule {
    /** Leading byte, content and ETX: what recorded Ingenico traffic shows. */
    STX(true, true),
    /** The content only. */
    STD(false, false),
    /** Content and ETX. */
    NOEXT(false, true),
    /** Leading byte and content. */
    STX_NOEXT(true, false);

    private static final int BASE = 0x7F;

    private final boolean leading;
    private final boolean closing;

    LrcRule(boolean leading, boolean closing) {
        this.leading = leading;
        this.closing = closing;
    }

    /**
     * The check byte.
     *
     * @param lead the first byte of the packet: STX, ACK or NAK
     * @param content what stands between it and ETX
     */
    byte of(int lead, byte[] content) {
        int check = leading ? BASE ^ lead : BASE;
        for (byte b : content) {
            check ^= b;
        }
        return (byte) (closing ? check ^ Ecr17Frames.ETX : check);
    }
}
