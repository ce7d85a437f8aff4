package it.sportello.quality.day.inside;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.scene.input.KeyCode;
import javafx.scene.robot.Robot;

/** Presses keys through the window system, as fingers would. To be used on the window's thread. */
final class Keyboard {
    private static final Map<Character, KeyCode> PLAIN = Map.of(
            ' ',
            KeyCode.SPACE,
            ',',
            KeyCode.COMMA,
            '.',
            KeyCode.PERIOD,
            '-',
            KeyCode.MINUS,
            '/',
            KeyCode.SLASH,
            '\'',
            KeyCode.QUOTE,
            ';',
            KeyCode.SEMICOLON,
            '=',
            KeyCode.EQUALS);

    private final Robot robot = new Robot();

    /** Presses a chord such as {@code Ctrl+Shift+C}, {@code F12} or {@code Enter}. */
    void press(String chord) {
        List<KeyCode> keys = new ArrayList<>();
        for (String part : chord.split("\\+", -1)) {
            keys.add(code(part));
        }
        keys.forEach(robot::keyPress);
        keys.reversed().forEach(robot::keyRelease);
    }

    /** Types one character of the layout that every virtual display has. */
    void type(char character) {
        if (Character.isUpperCase(character)) {
            robot.keyPress(KeyCode.SHIFT);
            robot.keyType(KeyCode.getKeyCode(String.valueOf(character)));
            robot.keyRelease(KeyCode.SHIFT);
        } else if (Character.isLetterOrDigit(character)) {
            robot.keyType(KeyCode.getKeyCode(String.valueOf(character).toUpperCase(Locale.ROOT)));
        } else {
            KeyCode code = PLAIN.get(character);
            if (code == null) {
                throw new IllegalArgumentException("no key for character " + (int) character);
            }
            robot.keyType(code);
        }
    }

    private static KeyCode code(String part) {
        return switch (part) {
            case "Ctrl" -> KeyCode.CONTROL;
            case "Shift" -> KeyCode.SHIFT;
            case "Alt" -> KeyCode.ALT;
            case "Esc" -> KeyCode.ESCAPE;
            case "Enter" -> KeyCode.ENTER;
            case "Tab" -> KeyCode.TAB;
            case "Space" -> KeyCode.SPACE;
            case "Down" -> KeyCode.DOWN;
            case "Up" -> KeyCode.UP;
            case "Left" -> KeyCode.LEFT;
            case "Right" -> KeyCode.RIGHT;
            case "Home" -> KeyCode.HOME;
            case "End" -> KeyCode.END;
            case "Backspace" -> KeyCode.BACK_SPACE;
            case "Delete" -> KeyCode.DELETE;
            case "Plus" -> KeyCode.ADD;
            case "Minus" -> KeyCode.SUBTRACT;
            default -> {
                KeyCode code = KeyCode.getKeyCode(part);
                if (code == null) {
                    throw new IllegalArgumentException("no key " + part);
                }
                yield code;
            }
        };
    }
}
