package it.sportello.devices.scanner;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;

/**
 * Tells the hand that holds the reader that a code was refused, on readers that take commands. Honeywell: a menu command
 * is {@code 16 4D 0D} and a text of the maker's manual; the answer repeats the text and ends with 06 done, 05 unknown or
 * 15 bad value. An answer is taken out of what is read, whatever it says; codes are let through.
 */
final class ScannerFeedback {

    private static final byte[] MENU = {0x16, 0x4D, 0x0D};
    private static final long PATIENCE = Duration.ofSeconds(1).toNanos();

    private final byte[] command;
    private final byte[] echo;
    private byte[] kept = {};
    private boolean waiting;
    private long since;

    /** @param menuText what to send for a refused code, with its end sign; empty for a reader that stays as it is */
    ScannerFeedback(String menuText) {
        echo = menuText.replaceAll("[.!]$", "").getBytes(StandardCharsets.US_ASCII);
        command = menuText.isEmpty() ? new byte[0] : joined(MENU, menuText.getBytes(StandardCharsets.US_ASCII));
    }

    /** What to send now that a code was refused; empty for nothing, also while an answer is still to come. */
    byte[] refused(long nanoTime) {
        if (command.length == 0 || waiting) {
            return new byte[0];
        }
        waiting = true;
        since = nanoTime;
        kept = new byte[0];
        return command.clone();
    }

    /** What arrived, without the answer in it. */
    byte[] read(byte[] bytes, int count, long nanoTime) {
        byte[] arrived = Arrays.copyOf(bytes, count);
        if (!waiting) {
            return arrived;
        }
        kept = joined(kept, arrived);
        int begin = begin();
        int end = begin < 0 ? -1 : begin + echo.length;
        boolean whole = end >= 0 && end < kept.length && isMark(kept[end]);
        if (whole) {
            int after = end + 1 < kept.length && (kept[end + 1] == '.' || kept[end + 1] == '!') ? end + 2 : end + 1;
            byte[] rest = joined(Arrays.copyOf(kept, begin), Arrays.copyOfRange(kept, after, kept.length));
            return given(rest);
        }
        if (nanoTime - since > PATIENCE) {
            return given(kept);
        }
        if (mayBegin()) {
            return new byte[0];
        }
        byte[] codes = kept;
        kept = new byte[0];
        return codes;
    }

    /** Nothing arrived: what was kept for an answer that never came goes on. */
    byte[] idle(long nanoTime) {
        return waiting && nanoTime - since > PATIENCE ? given(kept) : new byte[0];
    }

    private byte[] given(byte[] bytes) {
        waiting = false;
        kept = new byte[0];
        return bytes;
    }

    /** Where the echo begins, or -1. */
    private int begin() {
        for (int at = 0; at + echo.length <= kept.length; at++) {
            if (Arrays.equals(kept, at, at + echo.length, echo, 0, echo.length)) {
                return at;
            }
        }
        return -1;
    }

    /** Whether the end of what was kept may still grow into the answer. */
    private boolean mayBegin() {
        for (int at = 0; at < kept.length; at++) {
            int length = Math.min(echo.length, kept.length - at);
            if (Arrays.equals(kept, at, at + length, echo, 0, length)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isMark(byte b) {
        return b == 0x06 || b == 0x05 || b == 0x15;
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] all = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }
}
