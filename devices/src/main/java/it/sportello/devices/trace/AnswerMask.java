package it.sportello.devices.trace;

import java.io.ByteArrayOutputStream;

/**
 * What comes from a printer: status bytes stay, since a fault is found by them, text becomes its classes. A printer's own
 * answers hold nothing personal, but what hangs on its line may: a line that echoes sends the receipt back, a reader
 * plugged in the wrong port sends a tax code. Some status bytes look like letters, but never six of them in a row; so
 * characters that follow one another are held back until it is known what they are.
 */
final class AnswerMask {
    private static final int SHORTEST_TEXT = 6;

    private final ByteArrayOutputStream held = new ByteArrayOutputStream();
    private int run;

    /** The printer was asked something: what it says from now on follows nothing of before. */
    void asked() {
        run = 0;
    }

    byte[] next(byte[] bytes) {
        ByteArrayOutputStream masked = new ByteArrayOutputStream();
        for (byte b : bytes) {
            if (run == 0) {
                release(masked);
            }
            if (isCharacter(b)) {
                run++;
                held.write(b);
            } else {
                release(masked);
                run = 0;
                masked.write(b);
            }
            if (run >= SHORTEST_TEXT) {
                hide(masked);
            }
        }
        if (run == 1) {
            // One character alone answers a question: it must not wait for the next one.
            release(masked);
        }
        return masked.toByteArray();
    }

    /** What is still held back, masked. */
    byte[] rest() {
        ByteArrayOutputStream masked = new ByteArrayOutputStream();
        hide(masked);
        return masked.toByteArray();
    }

    private static boolean isCharacter(byte b) {
        return (b & 0xFF) >= 0x20 && b != 0x7F;
    }

    private void release(ByteArrayOutputStream masked) {
        masked.writeBytes(held.toByteArray());
        held.reset();
    }

    private void hide(ByteArrayOutputStream masked) {
        for (byte b : held.toByteArray()) {
            masked.write(FrameMask.classOf(b));
        }
        held.reset();
    }
}
