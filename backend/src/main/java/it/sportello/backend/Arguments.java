package it.sportello.backend;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The words of the command line.
 *
 * @param seed seed of the sample, null for the usual one
 */
record Arguments(
        Path home,
        int port,
        @Nullable String database,
        boolean sample,
        @Nullable Long seed) {
    static final String USAGE = "usage: --home DIR [--port N] [--database JDBC_URL] [--sample [--seed N]]";
    private static final int HIGHEST_PORT = 65_535;

    /** @throws IllegalArgumentException when a word is not understood */
    static Arguments parse(List<String> words) {
        Deque<String> left = new ArrayDeque<>(words);
        Path home = null;
        int port = 0;
        String database = null;
        boolean sample = false;
        Long seed = null;
        while (!left.isEmpty()) {
            String word = left.removeFirst();
            switch (word) {
                case "--home" -> home = Path.of(value(word, left)).toAbsolutePath();
                case "--port" -> port = (int) number(word, left, HIGHEST_PORT);
                case "--database" -> database = value(word, left);
                case "--sample" -> sample = true;
                case "--seed" -> seed = number(word, left, Long.MAX_VALUE);
                default -> throw new IllegalArgumentException(word + " is unknown; " + USAGE);
            }
        }
        if (home == null) {
            throw new IllegalArgumentException("--home is missing; " + USAGE);
        }
        return new Arguments(home, port, database, sample, seed);
    }

    private static String value(String word, Deque<String> left) {
        if (left.isEmpty()) {
            throw new IllegalArgumentException(word + " needs a value; " + USAGE);
        }
        return left.removeFirst();
    }

    private static long number(String word, Deque<String> left, long most) {
        String text = value(word, left);
        if (!text.matches("[0-9]{1,18}") || Long.parseLong(text) > most) {
            throw new IllegalArgumentException(word + " needs a number up to " + most + "; " + USAGE);
        }
        return Long.parseLong(text);
    }
}
