package it.sportello.devices.detector.internal;

import java.io.ByteArrayOutputStream;

/**
 * Plays the receipt printer of a counter that prints its report in ESC/POS: status questions get the answer of a printer
 * that is well, commands are swallowed with their parameters, text and line feeds are kept. Holds a few bytes of a
 * command at most.
 */
public final class PrinterStandIn {

    private static final int DLE = 0x10;
    private static final int ESC = 0x1B;
    private static final int FS = 0x1C;
    private static final int GS = 0x1D;
    private static final int MOST_SKIPPED = 1 << 20;
    /** Commands with one or two parameters, by the byte behind ESC, FS and GS. */
    private static final String ESC_ONE = " !%-3=?EGJMRTUVadert{";

    private static final String ESC_TWO = "$\\c";
    private static final String FS_ONE = "!-W";
    private static final String GS_ONE = "!BHIETabfhrw/";
    private static final String GS_TWO = "$LPW\\";

    /** What came of some bytes. */
    @SuppressWarnings("ArrayRecordComponent") // never compared as a record
    public record Heard(byte[] text, byte[] answers) {}

    private final ByteArrayOutputStream text = new ByteArrayOutputStream();
    private final ByteArrayOutputStream answers = new ByteArrayOutputStream();
    private final int[] command = new int[8];
    private int length;
    private long skip;
    private boolean untilZero;

    public Heard accept(byte[] bytes, int count) {
        text.reset();
        answers.reset();
        for (int i = 0; i < count; i++) {
            take(bytes[i] & 0xFF);
        }
        return new Heard(text.toByteArray(), answers.toByteArray());
    }

    /** After a pause a command that broke off is forgotten, or a wrong length would swallow everything that follows. */
    public void idle() {
        length = 0;
        skip = 0;
        untilZero = false;
    }

    private void take(int b) {
        if (skip > 0) {
            skip--;
        } else if (untilZero) {
            untilZero = b != 0;
        } else if (length > 0) {
            command[length++] = b;
            continueCommand();
        } else if (b == DLE || b == ESC || b == FS || b == GS) {
            command[length++] = b;
        } else if (b >= 0x20 || b == '\n' || b == '\r' || b == '\t') {
            text.write(b);
        }
    }

    private void continueCommand() {
        int wanted = switch (command[0]) {
            case DLE -> dle();
            case ESC -> esc();
            case FS -> fs();
            default -> gs();
        };
        if (length >= wanted) {
            done();
            length = 0;
        }
    }

    private int dle() {
        if (command[1] == 0x14) {
            if (length > 2 && command[2] == 8) {
                skipBehind(7);
                return 3;
            }
            return length > 2 ? 5 : 3;
        }
        return command[1] == 0x04 || command[1] == 0x05 ? 3 : 2;
    }

    private int esc() {
        int c = command[1];
        if (c == '*' || c == '(' || c == 'p') {
            return 5;
        }
        if (c == 'W') {
            skipBehind(8);
        }
        return ESC_TWO.indexOf(c) >= 0 ? 4 : ESC_ONE.indexOf(c) >= 0 ? 3 : 2;
    }

    private int fs() {
        int c = command[1];
        if (c == '(') {
            return 5;
        }
        return c == 'S' ? 4 : FS_ONE.indexOf(c) >= 0 ? 3 : 2;
    }

    private int gs() {
        int c = command[1];
        if (c == '(' || c == '^') {
            return 5;
        }
        if (c == 'v') {
            return 8;
        }
        if (c == '*') {
            return 4;
        }
        if (c == 'k') {
            return length > 2 && command[2] > 6 ? 4 : 3;
        }
        if (c == 'V') {
            return length > 2 && command[2] >= 'A' ? 4 : 3;
        }
        return GS_TWO.indexOf(c) >= 0 ? 4 : GS_ONE.indexOf(c) >= 0 ? 3 : 2;
    }

    private void done() {
        int c = command[1];
        if (command[0] == DLE && c == 0x04) {
            answers.write(0x12);
        } else if ((command[0] == ESC && c == 'v') || (command[0] == GS && c == 'r')) {
            answers.write(0x00);
        } else if (command[0] == ESC && (c == 'd' || c == 'J')) {
            text.write('\n');
        } else if (command[0] == ESC && c == 'D') {
            untilZero = true;
        } else if (command[0] == ESC && c == '*') {
            skipBehind((command[3] + 256L * command[4]) * (command[2] >= 32 ? 3 : 1));
        } else if (command[0] != DLE && c == '(') {
            skipBehind(command[3] + 256L * command[4]);
        } else if (command[0] == GS && c == 'v') {
            skipBehind((command[4] + 256L * command[5]) * (command[6] + 256L * command[7]));
        } else if (command[0] == GS && c == '*') {
            skipBehind(8L * command[2] * command[3]);
        } else if (command[0] == GS && c == 'k') {
            untilZero = command[2] <= 6;
            skipBehind(command[2] > 6 ? command[3] : 0);
        }
    }

    private void skipBehind(long count) {
        skip = Math.min(count, MOST_SKIPPED);
    }
}
