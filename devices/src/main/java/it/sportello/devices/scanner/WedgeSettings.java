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

    public WedgeSettings {
        if (!prefixKey.isEmpty() && !prefixKey.matches("F(1[3-9]|2[0-4])")) {
            throw new IllegalArgumentException(
                    "a prefix is a key that nobody types and nothing is bound to: F13 to F24");
        }
    }

    /** The recommended way: the reader announces itself. */
    public static WedgeSettings withPrefix(String key) {
        return new WedgeSettings(key, Duration.ofMillis(50), 6, Duration.ofMillis(1500), 0);
    }

    boolean hasPrefix() {
        return !prefixKey.isEmpty();
    }
}
