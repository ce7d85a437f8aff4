package it.sportello.devices.twin.command;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/** The words of one command, read from the left. */
final class Words {
    private final Deque<String> left = new ArrayDeque<>();

    Words(String line) {
        if (!line.isBlank()) {
            left.addAll(List.of(line.strip().split("\\s+")));
        }
    }

    boolean any() {
        return !left.isEmpty();
    }

    /** The next word as it was written. */
    String next(String what) {
        String word = left.poll();
        if (word == null) {
            throw new WrongWords(what + " is missing");
        }
        return word;
    }

    /** Takes the next word if it is this one. */
    boolean takes(String word) {
        boolean there = any() && left.element().equalsIgnoreCase(word);
        if (there) {
            left.remove();
        }
        return there;
    }

    /** Everything that is left, with single blanks. */
    String rest(String what) {
        String text = next(what);
        while (any()) {
            text = text + " " + left.remove();
        }
        return text;
    }

    int number(String what, int from, int to) {
        return number(next(what), what, from, to);
    }

    static int number(String word, String what, int from, int to) {
        try {
            int value = Integer.parseInt(word);
            if (value >= from && value <= to) {
                return value;
            }
        } catch (NumberFormatException notOne) {
            // Told below, as one out of range is.
        }
        throw new WrongWords(what + " is a number from " + from + " to " + to + ", not " + word);
    }

    <T> T choice(String what, Map<String, T> choices) {
        return choice(next(what), what, choices);
    }

    static <T> T choice(String word, String what, Map<String, T> choices) {
        T chosen = choices.get(word.toLowerCase(Locale.ROOT));
        if (chosen == null) {
            throw new WrongWords(
                    what + " is one of " + String.join(", ", new TreeSet<>(choices.keySet())) + ", not " + word);
        }
        return chosen;
    }

    boolean onOff(String what) {
        return choice(what, Map.of("on", true, "off", false));
    }

    /** Nothing may be left. */
    void end() {
        if (any()) {
            throw new WrongWords("too many words: " + rest(""));
        }
    }
}
