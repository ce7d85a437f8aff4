package it.sportello.devices.display;

import java.text.Normalizer;

/** Text for displays of 7 bits: accents become an apostrophe, anything else that does not fit a blank. */
final class PlainText {

    private PlainText() {}

    static String of(String text) {
        StringBuilder plain = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFD).codePoints().forEach(c -> {
            if (c >= 0x20 && c < 0x7F) {
                plain.append((char) c);
            } else if (c == 0x300 || c == 0x301) {
                plain.append('\'');
            } else if (Character.getType(c) != Character.NON_SPACING_MARK) {
                plain.append(c == 0x2019 ? '\'' : ' ');
            }
        });
        return plain.toString();
    }
}
