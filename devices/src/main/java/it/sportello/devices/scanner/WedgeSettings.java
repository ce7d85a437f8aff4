package it.sportello.devices.scanner;

import java.time.Duration;

/**
 * How a reader that acts as a keyboard is told from a person.
 *
 * @param prefixKey the key the reader sends first, F13 to F24; empty when none is set: then speed decides
 * @param gap longest pause between two characters of a reading (readers: 5 to 60 ms)
 * @param minimum fewer characters are never a reading, when speed decides
 * @param total longest time of a whole reading
 * @param separator the character that stands for the group separator, which a keyboard cannot send; 0 for none
 */
public record WedgeSettings(String prefixKey, Duration gap, int minimum, Duration total, int separator) {

    public static final WedgeSettings BY_SPEED =
            new WedgeSettings("", Duration.ofMillis(50), 6, Duration.ofMillis(1500), 0);

    /** The same content within this time counts once. */
    public static final Duration DUPLICATES = Duration.ofMillis(700);

    private static final String SPEED = "speed";
    private static final int SHORTEST_GAP = 20;
    private static final int LONGEST_GAP = 200;

    public WedgeSettings {
        if (!prefixKey.isEmpty() && !prefixKey.matches("F(1[3-9]|2[0-4])")) {
            throw new IllegalArgumentException(
                    "a prefix is a key that nobody types and nothing is bound to: F13 to F24");
        }
    }

    /** The recommended way: the reader announces itself. */
    public static WedgeSettings withPrefix(String key) {
        if (key.isEmpty()) {
            throw new IllegalArgumentException("no prefix key");
        }
        return new WedgeSettings(key, Duration.ofMillis(50), 6, Duration.ofMillis(1500), 0);
    }

    /**
     * Reads what the settings of a desk say: the prefix key or {@code speed}, then perhaps {@code gap=} the milliseconds
     * between two characters and {@code gs=} the character that stands for the group separator, parted by blanks:
     * {@code F13 gap=100 gs=~}.
     *
     * @throws IllegalArgumentException when it cannot be understood
     */
    public static WedgeSettings parse(String setting) {
        String[] words = setting.strip().split("\\s+", -1);
        WedgeSettings read = words[0].equals(SPEED) ? BY_SPEED : withPrefix(words[0]);
        for (int i = 1; i < words.length; i++) {
            read = read.with(words[i]);
        }
        return read;
    }

    /** Whether a setting can be read by {@link #parse}; an empty one says that there is no such reader. */
    public static boolean isSetting(String setting) {
        try {
            return setting.isEmpty() || !parse(setting).gap().isZero();
        } catch (IllegalArgumentException wrong) {
            return false;
        }
    }

    private WedgeSettings with(String word) {
        if (word.matches("gap=[0-9]{2,3}")) {
            int millis = Integer.parseInt(word.substring("gap=".length()));
            if (millis >= SHORTEST_GAP && millis <= LONGEST_GAP) {
                return new WedgeSettings(prefixKey, Duration.ofMillis(millis), minimum, total, separator);
            }
        }
        if (word.startsWith("gs=") && word.codePointCount(0, word.length()) == "gs=".length() + 1) {
            return new WedgeSettings(prefixKey, gap, minimum, total, word.codePointAt("gs=".length()));
        }
        throw new IllegalArgumentException("not a setting of a keyboard reader: " + word);
    }

    public boolean hasPrefix() {
        return !prefixKey.isEmpty();
    }
}
