package it.sportello.devices.printer;

import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;

/**
 * Sorts the bytes a printer sends into kinds. They come mixed: answers to questions, reports sent by itself, markers that
 * come through the print queue, flow control of serial lines. Anything else is left aside. Custom models put their full
 * status between, which begins as a report of Epson does: the dialect tells which it is.
 */
final class PrinterReplies {

    private static final int KIND_MASK = 0x93;
    private static final int CUSTOM_MASK = 0x13;
    private static final int ANSWER = 0x12;
    private static final int AUTOMATIC = 0x10;
    private static final int XON = 0x11;
    private static final int XOFF = 0x13;
    private static final int TEXT_START = 0x5F;
    private static final int BLOCK_START = 0x37;
    private static final int LONGEST_TEXT = 128;
    /** A printer that says more than anybody asked for is talking nonsense: the oldest is let go. */
    static final int MOST_WAITING = 64;

    private static final int FULL_START = 0x10;
    private static final int FULL_SECOND = 0x0F;
    private static final int CLEARED = 0x25;

    private final boolean custom;
    private final int answerMask;
    private final Queue<Integer> answers = new ArrayDeque<>();
    private final Queue<Integer> markers = new ArrayDeque<>();
    private final int[] automatic = new int[4];
    private int automaticCount;
    private int textLength;
    private boolean inText;
    private boolean inBlock;
    private boolean cleared;
    private final int[] full = new int[6];
    private int fullCount;
    private Optional<int[]> fullStatus = Optional.empty();
    private Optional<PrinterReport> report = Optional.empty();

    PrinterReplies(PrinterProfile.StatusDialect dialect) {
        this.custom = dialect == PrinterProfile.StatusDialect.CUSTOM;
        this.answerMask = dialect == PrinterProfile.StatusDialect.CUSTOM ? CUSTOM_MASK : KIND_MASK;
    }

    void accept(byte[] bytes, int count) {
        for (int i = 0; i < count; i++) {
            accept(bytes[i] & 0xFF);
        }
    }

    private void accept(int b) {
        if (fullCount > 0) {
            full(b);
        } else if (inText) {
            textLength++;
            cleared |= inBlock && textLength == 1 && b == CLEARED;
            inText = b != 0 && textLength < LONGEST_TEXT;
        } else if (b == XON || b == XOFF) {
            return;
        } else if (automaticCount > 0 && (b & 0x90) == 0) {
            automatic[automaticCount++] = b;
            if (automaticCount == automatic.length) {
                report = Optional.of(PrinterReport.ofAutomatic(automatic[0], automatic[1], automatic[2]));
                automaticCount = 0;
            }
        } else {
            first(b);
        }
    }

    private void full(int b) {
        if (fullCount == 1 && b != FULL_SECOND) {
            // Noise: what follows is looked at by itself.
            fullCount = 0;
            accept(b);
            return;
        }
        full[fullCount++] = b;
        if (fullCount == full.length) {
            fullCount = 0;
            fullStatus = Optional.of(new int[] {full[2], full[3], full[4], full[5]});
        }
    }

    private void first(int b) {
        automaticCount = 0;
        if (custom && b == FULL_START) {
            full[0] = b;
            fullCount = 1;
        } else if ((b & answerMask) == ANSWER) {
            keep(answers, b);
        } else if ((b & KIND_MASK) == AUTOMATIC) {
            automatic[0] = b;
            automaticCount = 1;
        } else if (b == TEXT_START || b == BLOCK_START) {
            inText = true;
            inBlock = b == BLOCK_START;
            textLength = 0;
        } else if ((b & 0x90) == 0) {
            keep(markers, b);
        }
    }

    private static void keep(Queue<Integer> waiting, int b) {
        if (waiting.size() == MOST_WAITING) {
            waiting.remove();
        }
        waiting.add(b);
    }

    /** Answers that came before the question belong to nobody. */
    void forgetAnswers() {
        answers.clear();
    }

    /** Whether the printer has confirmed since the last call that its memory is empty ({@code 37 25 00}). */
    boolean takeCleared() {
        boolean was = cleared;
        cleared = false;
        return was;
    }

    /** The newest full status since the last call: paper, user, recoverable, unrecoverable. */
    Optional<int[]> takeFullStatus() {
        Optional<int[]> newest = fullStatus;
        fullStatus = Optional.empty();
        return newest;
    }

    Optional<Integer> nextAnswer() {
        return Optional.ofNullable(answers.poll());
    }

    boolean hasMarker() {
        return !markers.isEmpty();
    }

    Optional<Integer> nextMarker() {
        return Optional.ofNullable(markers.poll());
    }

    /** The newest report sent by itself since the last call. */
    Optional<PrinterReport> newReport() {
        Optional<PrinterReport> newest = report;
        report = Optional.empty();
        return newest;
    }
}
