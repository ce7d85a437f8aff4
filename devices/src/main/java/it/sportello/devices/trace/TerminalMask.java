package it.sportello.devices.trace;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * ECR17: the card number of a payment's answer, the lines of receipts and the free text of a request become classes of
 * characters. The exclusive or of a packet stays what it was, so that its check byte still fits and the trace can be
 * played to a driver. Packets are kept back until they are whole; what is left of one that lost its beginning or its end
 * is hidden like its text.
 */
final class TerminalMask implements FrameMask {
    private static final int SOH = 0x01;
    private static final int STX = 0x02;
    private static final int EOT = 0x04;
    private static final int ETX = 0x03;
    private static final int CODE = 9;
    private static final int RESULT = 10;
    private static final int CARD = 12;
    private static final int CARD_END = 31;
    private static final int REQUEST_TEXT = 31;
    private static final int REQUEST_TEXT_END = 159;
    private static final int LONGEST = 4096;

    private final ByteArrayOutputStream held = new ByteArrayOutputStream();
    private boolean progress;
    private boolean checkNext;

    @Override
    public byte[] toDevice(byte[] bytes) {
        byte[] masked = bytes.clone();
        if (masked.length > REQUEST_TEXT_END && (masked[1 + CODE] == 'P' || masked[1 + CODE] == 'X')) {
            hide(masked, 1 + REQUEST_TEXT, 1 + REQUEST_TEXT_END);
        }
        return masked;
    }

    @Override
    public byte[] fromDevice(byte[] bytes) {
        held.writeBytes(bytes);
        byte[] all = held.toByteArray();
        int whole = wholeUntil(all);
        if (whole == 0 && all.length > LONGEST) {
            return rest();
        }
        held.reset();
        held.write(all, whole, all.length - whole);
        byte[] ready = Arrays.copyOf(all, whole);
        maskPackets(ready);
        return ready;
    }

    @Override
    public byte[] rest() {
        byte[] all = held.toByteArray();
        held.reset();
        for (int i = 0; i < all.length; i++) {
            all[i] = FrameMask.classOf(all[i]);
        }
        return all;
    }

    /** Up to where everything is either outside of a packet or inside a whole one. */
    private static int wholeUntil(byte[] bytes) {
        int whole = 0;
        int i = 0;
        while (i < bytes.length) {
            i = bytes[i] == STX ? packetEnd(bytes, i) : i + 1;
            if (i < 0) {
                return whole;
            }
            whole = i;
        }
        return whole;
    }

    /** The place behind a packet and its check byte, or -1 when it is not all there. */
    private static int packetEnd(byte[] bytes, int start) {
        for (int i = start + 1; i < bytes.length; i++) {
            if (bytes[i] == ETX) {
                return i + 2 <= bytes.length ? i + 2 : -1;
            }
        }
        return -1;
    }

    private void maskPackets(byte[] bytes) {
        int i = 0;
        while (i < bytes.length) {
            if (bytes[i] == STX) {
                int end = packetEnd(bytes, i);
                maskContent(bytes, i + 1, end - 2);
                i = end;
                progress = false;
                checkNext = false;
            } else {
                bytes[i] = outside(bytes[i]);
                i++;
            }
        }
    }

    /** Outside of packets stand the words of progress and, behind ETX, the check byte of a confirmation. */
    private byte outside(byte b) {
        progress = b == SOH || (progress && b != EOT);
        boolean steers = progress || checkNext;
        checkNext = b == ETX;
        return steers ? b : FrameMask.classOf(b);
    }

    private static void maskContent(byte[] bytes, int start, int end) {
        if (end - start <= RESULT) {
            return;
        }
        for (int i = start; i < end; i++) {
            if (bytes[i] == STX) {
                // The end of this packet was lost and another is inside it.
                hide(bytes, start, end);
                return;
            }
        }
        switch (bytes[start + CODE]) {
            case 'S', 'K' -> hide(bytes, start + RESULT, end);
            case 'E', 'V' -> hide(bytes, Math.min(end, start + CARD), Math.min(end, start + CARD_END));
            default -> {
                // states, totals and dates name nobody
            }
        }
    }

    /** Replaces letters and digits, then evens the exclusive or out over the last two of them. */
    private static void hide(byte[] bytes, int from, int to) {
        List<Integer> hidden = new ArrayList<>();
        int difference = 0;
        for (int i = from; i < to; i++) {
            int value = bytes[i] & 0xFF;
            if (value >= 0x80 || Character.isLetterOrDigit(value)) {
                byte masked = FrameMask.classOf(bytes[i]);
                difference ^= (bytes[i] ^ masked) & 0xFF;
                bytes[i] = masked;
                hidden.add(i);
            }
        }
        if (difference != 0) {
            even(bytes, hidden, difference);
        }
    }

    private static void even(byte[] bytes, List<Integer> hidden, int difference) {
        if (hidden.size() == 1) {
            // One letter alone says nothing, and nothing could even it out.
            bytes[hidden.getFirst()] ^= (byte) difference;
            return;
        }
        int one = hidden.get(hidden.size() - 2);
        int other = hidden.getLast();
        int both = (bytes[one] ^ bytes[other] ^ difference) & 0xFF;
        for (int value = 0x21; value < 0xFF; value++) {
            if (isPlain(value) && isPlain(value ^ both)) {
                bytes[one] = (byte) value;
                bytes[other] = (byte) (value ^ both);
                return;
            }
        }
    }

    /** No control character, and no mark of style of a receipt. */
    private static boolean isPlain(int value) {
        return (value > 0x20 && value < 0x7B && value != 0x5E) || value >= 0xA0;
    }
}
