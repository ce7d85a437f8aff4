package it.sportello.devices.display;

import java.text.Normalizer;
import java.util.Map;

/**
 * Text for displays of 7 bits: accents become an apostrophe, letters without a plain one are spelt out, anything else
 * that does not fit becomes a blank.
 */
final class PlainText {

    private static final Map<Integer, String> SPELT = Map.ofEntries(
            Map.entry(0x2019, "'"),
            Map.entry(0x2018, "'"),
            Map.entry(0x201C, "\""),
            Map.entry(0x201D, "\""),
            Map.entry(0x2013, "-"),
            Map.entry(0x2014, "-"),
            Map.entry(0x2026, "..."),
            Map.entry(0x20AC, "EUR"),
            Map.entry(0xB0, "o"),
            Map.entry(0xDF, "ss"),
            Map.entry(0xC6, "AE"),
            Map.entry(0xE6, "ae"),
            Map.entry(0x152, "OE"),
            Map.entry(0x153, "oe"),
            Map.entry(0xD8, "O"),
            Map.entry(0xF8, "o"),
            Map.entry(0x110, "D"),
            Map.entry(0x111, "d"),
            Map.entry(0x141, "L"),
            Map.entry(0x142, "l"));

    private PlainText() {}

    static String of(String text) {
        StringBuilder plain = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFD).codePoints().forEach(c -> {
            if (c >= 0x20 && c < 0x7F) {
                plain.append((char) c);
            } else if (c == 0x300 || c == 0x301) {
                plain.append('\'');
            } else if (Character.getType(c) != Character.NON_SPACING_MARK) {
                plain.append(SPELT.getOrDefault(c, " "));
            }
        });
        return plain.toString();
    }
}
