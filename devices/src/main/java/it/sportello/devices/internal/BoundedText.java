package it.sportello.devices.internal;

import java.io.Serial;

/** A line that an expression may look at only so often: however bad the expression, the work ends. */
public final class BoundedText implements CharSequence {

    private static final int MOST_LOOKS = 100_000;

    /** The expression looked too often. */
    public static final class Spent extends RuntimeException {
        @Serial
        private static final long serialVersionUID = 1L;

        Spent() {
            super("the expression takes too long", null, false, false);
        }
    }

    private final String text;
    private int looks;

    public BoundedText(String text) {
        this.text = text;
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public char charAt(int index) {
        looks++;
        if (looks > MOST_LOOKS) {
            throw new Spent();
        }
        return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.substring(start, end);
    }

    @Override
    public String toString() {
        return text;
    }
}
