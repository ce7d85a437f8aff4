package it.sportello.devices.trace;

import java.util.Arrays;

/**
 * What goes to an ESC/POS printer: commands stay, text becomes its classes, pictures and codes become {@code x}. It
 * counts through commands as a printer does, so that a letter that is a parameter stays one; a command it does not know
 * is taken to have none, and what follows is masked as text.
 */
final class PrinterMask implements FrameMask {
    private static final int DLE = 0x10;
    private static final int ESC = 0x1B;
    private static final int FS = 0x1C;
    private static final int GS = 0x1D;
    private static final int LONGEST_HEAD = 8;
    /** The part of {@code 1D 28} that says which function it is. */
    private static final int FUNCTION = 3;

    private static final String ESC_ONE = " !%-3=?EGJKMRTUVadert{s";
    private static final String ESC_TWO = "$\\cf";
    private static final String GS_ONE = "!/BEHITabfhjrw";
    private static final String GS_TWO = "$LPW\\";

    private final byte[] head = new byte[LONGEST_HEAD];
    private int headLength;
    private long keep;
    private long hide;
    private boolean untilNull;
    private final AnswerMask answers = new AnswerMask();

    @Override
    public byte[] toDevice(byte[] bytes) {
        answers.asked();
        byte[] masked = bytes.clone();
        for (int i = 0; i < masked.length; i++) {
            masked[i] = next(masked[i]);
        }
        return masked;
    }

    @Override
    public byte[] fromDevice(byte[] bytes) {
        return answers.next(bytes);
    }

    @Override
    public byte[] rest() {
        return answers.rest();
    }

    private byte next(byte b) {
        if (keep > 0) {
            keep--;
            return b;
        }
        if (hide > 0) {
            hide--;
            return 'x';
        }
        if (untilNull) {
            untilNull = b != 0;
            return untilNull ? (byte) 'x' : b;
        }
        if (headLength > 0) {
            head[headLength++] = b;
            measure();
            return b;
        }
        int value = b & 0xFF;
        if (value == ESC || value == GS || value == FS || value == DLE) {
            head[headLength++] = b;
            return b;
        }
        return FrameMask.classOf(b);
    }

    /** Ends the head as soon as it says how the command goes on. */
    private void measure() {
        int code = head[1] & 0xFF;
        boolean complete = switch (head[0] & 0xFF) {
            case ESC -> escape(code);
            case GS -> group(code);
            case FS -> parameters("!-CW".indexOf(code) >= 0 ? 1 : 0);
            default -> pulse(code);
        };
        if (complete || headLength == LONGEST_HEAD) {
            Arrays.fill(head, (byte) 0);
            headLength = 0;
        }
    }

    private boolean escape(int code) {
        if (code == '*') {
            return headLength == 5 && hides(word(3) * (at(2) >= 32 ? 3 : 1));
        }
        if (code == 'p') {
            return parameters(3);
        }
        return parameters(count(code, ESC_ONE, ESC_TWO));
    }

    private boolean group(int code) {
        return switch (code) {
            case 'V' -> headLength == 3 && parameters(at(2) == 65 || at(2) == 66 ? 1 : 0);
            case 'v' -> headLength == 8 && hides(word(4) * word(6));
            case '(' -> headLength == 5 && function(word(3));
            case '8' -> headLength == 7 && hides(word(3) | word(5) << 16);
            case '*' -> headLength == 4 && hides((long) at(2) * at(3) * 8);
            case 'k' -> barcode();
            default -> parameters(count(code, GS_ONE, GS_TWO));
        };
    }

    private boolean pulse(int code) {
        if (code == 0x14) {
            return headLength == 3 && parameters(at(2) == 1 || at(2) == 2 ? 2 : 0);
        }
        return parameters(code == 4 || code == 5 ? 1 : 0);
    }

    private static int count(int code, String one, String two) {
        if (one.indexOf(code) >= 0) {
            return 1;
        }
        return two.indexOf(code) >= 0 ? 2 : 0;
    }

    private boolean function(long length) {
        keep = Math.min(FUNCTION, length);
        return hides(length - keep);
    }

    private boolean barcode() {
        if (headLength == 3 && at(2) <= 6) {
            untilNull = true;
            return true;
        }
        return headLength == 4 && hides(at(3));
    }

    private boolean hides(long length) {
        hide = length;
        return true;
    }

    private boolean parameters(int number) {
        keep = number;
        return true;
    }

    private long word(int index) {
        return at(index) | at(index + 1) << 8;
    }

    private int at(int index) {
        return head[index] & 0xFF;
    }
}
