package it.sportello.quality.day.story;

import java.util.Locale;

/** Amounts as the counter writes and counts them, worked out here and not by the program that is watched. */
final class Euro {
    private static final int[] PIECES = {50_000, 20_000, 10_000, 5_000, 2_000, 1_000, 500, 200, 100, 50, 20, 10, 5, 2, 1
    };
    private static final int LARGEST_NOTE = 4;

    private Euro() {}

    /** {@code 1.236,15 €}. */
    static String words(long cents) {
        return String.format(Locale.ITALY, "%,d", cents / 100) + String.format(Locale.ROOT, ",%02d €", cents % 100);
    }

    /** What is typed: {@code 40} or {@code 17,45}. */
    static String typed(long cents) {
        return cents % 100 == 0
                ? Long.toString(cents / 100)
                : String.format(Locale.ROOT, "%d,%02d", cents / 100, cents % 100);
    }

    /** What is asked for when all is paid in cash: the nearest five cents (decree-law 50/2017, article 13-quater). */
    static long inCash(long cents) {
        return (cents + 2) / 5 * 5;
    }

    /** Cents of a denomination, by its place from the largest. */
    static int denomination(int place) {
        return PIECES[place];
    }

    /** Pieces of every denomination, largest first, that make up an amount; no notes above twenty. */
    static int[] pieces(long cents) {
        int[] count = new int[PIECES.length];
        long left = cents;
        for (int i = LARGEST_NOTE; i < PIECES.length; i++) {
            count[i] = (int) (left / PIECES[i]);
            left %= PIECES[i];
        }
        return count;
    }
}
