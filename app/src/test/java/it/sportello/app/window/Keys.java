package it.sportello.app.window;

import it.sportello.app.frame.KeyChord;
import java.util.Locale;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** A keyboard: what it sends goes to whatever has the focus, through every filter on the way. */
public final class Keys {
    private final Desk desk;

    public Keys(Desk desk) {
        this.desk = desk;
    }

    /** A text, key by key. */
    public void type(String text) {
        text.chars().forEach(c -> Desk.run(() -> character((char) c)));
        desk.settle();
    }

    /** A key alone or with Ctrl or Shift, such as {@code Ctrl+P}, {@code Enter}, {@code F12}. */
    public void press(String chord) {
        hold(chord, 1);
    }

    /** A key held down so long that it repeats; the focus may move meanwhile. */
    public void hold(String chord, int times) {
        KeyChord keys = KeyChord.of(chord);
        KeyCode code = code(keys.key());
        String text = code == KeyCode.ENTER ? "\r" : "";
        Desk.run(() -> {
            for (int i = 0; i < times; i++) {
                send(KeyEvent.KEY_PRESSED, "", code, keys, false);
                if (!text.isEmpty()) {
                    send(KeyEvent.KEY_TYPED, text, KeyCode.UNDEFINED, keys, false);
                }
            }
            send(KeyEvent.KEY_RELEASED, "", code, keys, false);
        });
        desk.settle();
    }

    /** Alt with an underlined letter. */
    public void alt(char letter) {
        KeyChord alone = KeyChord.of(String.valueOf(letter).toUpperCase(Locale.ROOT));
        KeyCode code = code(alone.key());
        Desk.run(() -> {
            send(KeyEvent.KEY_PRESSED, "", KeyCode.ALT, alone, true);
            send(KeyEvent.KEY_PRESSED, String.valueOf(letter), code, alone, true);
            send(KeyEvent.KEY_TYPED, String.valueOf(letter), KeyCode.UNDEFINED, alone, true);
            send(KeyEvent.KEY_RELEASED, "", code, alone, true);
            send(KeyEvent.KEY_RELEASED, "", KeyCode.ALT, alone, false);
        });
        desk.settle();
    }

    /** One character, on the window's thread, as a reader sends it inside a burst. */
    public void character(char c) {
        KeyCode code = codeOf(c);
        KeyChord alone = new KeyChord(false, Character.isUpperCase(c), code.name());
        send(KeyEvent.KEY_PRESSED, "", code, alone, false);
        send(KeyEvent.KEY_TYPED, String.valueOf(c), KeyCode.UNDEFINED, alone, false);
        send(KeyEvent.KEY_RELEASED, "", code, alone, false);
    }

    /** A key down and up, on the window's thread. */
    public void key(KeyCode code, boolean control) {
        KeyChord keys = new KeyChord(control, false, code.name());
        send(KeyEvent.KEY_PRESSED, "", code, keys, false);
        if (code == KeyCode.ENTER) {
            send(KeyEvent.KEY_TYPED, "\r", KeyCode.UNDEFINED, keys, false);
        }
        send(KeyEvent.KEY_RELEASED, "", code, keys, false);
    }

    private void send(EventType<KeyEvent> type, String character, KeyCode code, KeyChord keys, boolean alt) {
        Scene scene = desk.window.scene();
        var owner = scene.getFocusOwner();
        Event.fireEvent(
                owner == null ? scene : owner,
                new KeyEvent(type, character, character, code, keys.shift(), keys.control(), alt, false));
    }

    private static KeyCode code(String key) {
        return switch (key) {
            case "ESC" -> KeyCode.ESCAPE;
            case String digit when digit.matches("\\d") -> KeyCode.valueOf("DIGIT" + digit);
            default -> KeyCode.valueOf(key);
        };
    }

    private static KeyCode codeOf(char c) {
        return switch (c) {
            case ' ' -> KeyCode.SPACE;
            case ',' -> KeyCode.COMMA;
            case '.' -> KeyCode.PERIOD;
            case '-' -> KeyCode.MINUS;
            default ->
                c < 128 && Character.isLetterOrDigit(c)
                        ? code(String.valueOf(Character.toUpperCase(c)))
                        : KeyCode.UNDEFINED;
        };
    }
}
