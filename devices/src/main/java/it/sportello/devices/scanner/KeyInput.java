package it.sportello.devices.scanner;

/**
 * A key event, without any window toolkit.
 *
 * @param kind as the toolkit tells them apart: a press and a release carry a key, a typed event a character
 * @param key name of the key for presses and releases ({@code A}, {@code DIGIT1}, {@code ENTER}, {@code F13}); empty for
 *     typed events
 * @param character what was typed; empty for presses and releases
 * @param chord whether Ctrl, Alt or the system key is held down (not Shift)
 * @param nanoTime when it came
 */
public record KeyInput(Kind kind, String key, String character, boolean chord, long nanoTime) {

    /** What happened to the key. */
    public enum Kind {
        PRESSED,
        TYPED,
        RELEASED
    }

    /** What is typed stays out of logs. */
    @Override
    public String toString() {
        return "KeyInput[" + kind + "]";
    }
}
