package it.sportello.app.frame;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * A key with its modifiers, free of the toolkit so that view models may name it.
 *
 * @param control Ctrl held
 * @param shift Shift held
 * @param key name of the key in capitals: {@code F2}, {@code ESC}, {@code ENTER}, {@code K}, {@code 1}
 */
public record KeyChord(boolean control, boolean shift, String key) {
    /**
     * Reads {@code Ctrl+Shift+C}.
     *
     * @throws IllegalArgumentException on an empty key or a modifier other than Ctrl and Shift (Alt belongs to the
     *     underlined letters, and with Ctrl to the third level of Italian keyboards: R-KEY-1)
     */
    public static KeyChord of(String text) {
        String[] parts = text.split("\\+", -1);
        Set<String> modifiers = new TreeSet<>();
        for (int i = 0; i < parts.length - 1; i++) {
            modifiers.add(parts[i].strip().toUpperCase(Locale.ROOT));
        }
        String key = parts[parts.length - 1].strip().toUpperCase(Locale.ROOT);
        boolean control = modifiers.remove("CTRL");
        boolean shift = modifiers.remove("SHIFT");
        if (key.isEmpty() || !modifiers.isEmpty()) {
            throw new IllegalArgumentException("not a chord: " + text);
        }
        return new KeyChord(control, shift, key);
    }

    /** How a key cap shows it: {@code Ctrl+Shift+C}, {@code Esc}, {@code F2}. */
    public String shown() {
        String name = key.length() > 2 && !key.startsWith("F1")
                ? key.charAt(0) + key.substring(1).toLowerCase(Locale.ROOT)
                : key;
        return (control ? "Ctrl+" : "") + (shift ? "Shift+" : "") + name;
    }

    @Override
    public String toString() {
        return shown();
    }
}
