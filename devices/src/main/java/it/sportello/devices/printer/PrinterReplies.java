package it.sportello.devices.printer;

import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;

/**
 * Sorts the bytes a printer sends into kinds. They come mixed: answers to questions, reports sent by itself, markers that
 * come through the print queue, flow control of serial lines. Anything else is left aside.
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

    private final int answerMask;
    private final Queue<Integer> answers = new ArrayDeque<>();
    private final Queue<Integer> markers = new ArrayDeque<>();
    private final int[] automatic = new int[4];
    private int automaticCount;
    private int textLength;
    private boolean inText;
    private Optional<PrinterReport> report = Optional.empty();

    PrinterReplies(PrinterProfile.StatusDialect dialect) {
        this.answerMask = dialect == PrinterProfile.StatusDialect.CUSTOM ? CUSTOM_MASK : KIND_MASK;
    }

    void accept(byte[] bytes, int count) {
        for (int i = 0; i < count; i++) {
            accept(bytes[i] & 0xFF);
        }
    }

    private void accept(int b) {
        if (inText) {
            textLength++;
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

    private void first(int b) {
        automaticCount = 0;
        if ((b & answerMask) == ANSWER) {
            answers.add(b);
        } else if ((b & KIND_MASK) == AUTOMATIC) {
            automatic[0] = b;
            automaticCount = 1;
        } else if (b == TEXT_START || b == BLOCK_START) {
            inText = true;
            textLength = 0;
        } else if ((b & 0x90) == 0) {
            markers.add(b);
        }
    }

    /** Answers that came before the question belong to nobody. */
    void forgetAnswers() {
        answers.clear();
    }

    Optional<Integer> nextAnswer() {
        return Optional.ofNullable(answers.poll());
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
