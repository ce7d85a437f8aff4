package it.sportello.quality.day;

import it.sportello.backend.sample.SampleAuthority;
import java.nio.file.Path;
import java.util.Set;

/**
 * How the day was asked for.
 *
 * @param only names of the parts to play; empty for all of them
 */
record DayOptions(Path report, Path pictures, long seed, boolean window, Set<String> only) {
    /**
     * Reads the command line.
     *
     * @throws IllegalArgumentException saying what is not understood
     */
    static DayOptions read(String[] arguments) {
        Path report = Path.of("target", "day", "report.json");
        Path pictures = Path.of("target", "day", "pictures");
        long seed = SampleAuthority.DEFAULT_SEED;
        boolean window = false;
        Set<String> only = Set.of();
        for (int i = 0; i < arguments.length; i++) {
            switch (arguments[i]) {
                case "--window" -> window = true;
                case "--report" -> report = Path.of(value(arguments, ++i));
                case "--pictures" -> pictures = Path.of(value(arguments, ++i));
                case "--only" -> only = Set.of(value(arguments, ++i).split(",", -1));
                case "--seed" -> seed = number(value(arguments, ++i));
                default -> throw new IllegalArgumentException("unknown option " + arguments[i]);
            }
        }
        return new DayOptions(report.toAbsolutePath(), pictures.toAbsolutePath(), seed, window, only);
    }

    private static String value(String[] arguments, int index) {
        if (index >= arguments.length) {
            throw new IllegalArgumentException(arguments[index - 1] + " needs a value");
        }
        return arguments[index];
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("a seed is a whole number: " + text, e);
        }
    }
}
