package it.sportello.devices.scanner;

import java.util.Optional;

/**
 * Which character each key types, with and without Shift, on the keyboards that readers are set to. A reader that acts as
 * a keyboard sends keys, not characters: set to one layout on a computer with another it sends wrong signs. Characters
 * that need AltGr are left out.
 */
public enum KeyboardLayout {
    ITALIAN(
            "\\1234567890'\u00EC" + "qwertyuiop\u00E8+" + "asdfghjkl\u00F2\u00E0\u00F9" + "<zxcvbnm,.-",
            "|!\"\u00A3$%&/()=?^" + "QWERTYUIOP\u00E9*" + "ASDFGHJKL\u00E7\u00B0\u00A7" + ">ZXCVBNM;:_"),
    AMERICAN(
            "`1234567890-=" + "qwertyuiop[]" + "asdfghjkl;'\\" + "\\zxcvbnm,./",
            "~!@#$%^&*()_+" + "QWERTYUIOP{}" + "ASDFGHJKL:\"|" + "|ZXCVBNM<>?"),
    BRITISH(
            "`1234567890-=" + "qwertyuiop[]" + "asdfghjkl;'#" + "\\zxcvbnm,./",
            "\u00AC!\"\u00A3$%^&*()_+" + "QWERTYUIOP{}" + "ASDFGHJKL:@~" + "|ZXCVBNM<>?"),
    GERMAN(
            "^1234567890\u00DF\u00B4" + "qwertzuiop\u00FC+" + "asdfghjkl\u00F6\u00E4#" + "<yxcvbnm,.-",
            "\u00B0!\"\u00A7$%&/()=?`" + "QWERTZUIOP\u00DC*" + "ASDFGHJKL\u00D6\u00C4'" + ">YXCVBNM;:_"),
    FRENCH(
            "\u00B2&\u00E9\"'(-\u00E8_\u00E7\u00E0)=" + "azertyuiop^$" + "qsdfghjklm\u00F9*" + "<wxcvbn,;:!",
            "\u00B21234567890\u00B0+" + "AZERTYUIOP\u00A8\u00A3" + "QSDFGHJKLM%\u00B5" + ">WXCVBN?./\u00A7");

    private final String plain;
    private final String shifted;

    KeyboardLayout(String plain, String shifted) {
        this.plain = plain;
        this.shifted = shifted;
    }

    /** What arrives when a reader set to this layout sends a text to a computer of another one. */
    public String typedOn(KeyboardLayout computer, String text) {
        StringBuilder arrived = new StringBuilder(text.length());
        text.chars().forEach(c -> arrived.append(computer.character(this, (char) c)));
        return arrived.toString();
    }

    private char character(KeyboardLayout reader, char c) {
        int key = reader.plain.indexOf(c);
        if (key >= 0) {
            return plain.charAt(key);
        }
        int upper = reader.shifted.indexOf(c);
        return upper >= 0 ? shifted.charAt(upper) : c;
    }

    /** The reader's layout and the computer's that explain what arrived instead of a text; empty when none do. */
    static Optional<Mismatch> explain(String sent, String arrived) {
        for (KeyboardLayout computer : values()) {
            for (KeyboardLayout reader : values()) {
                if (reader != computer && reader.typedOn(computer, sent).equals(arrived)) {
                    return Optional.of(new Mismatch(reader, computer));
                }
            }
        }
        return Optional.empty();
    }

    /** A reader of one layout on a computer of another. */
    public record Mismatch(KeyboardLayout reader, KeyboardLayout computer) {}
}
