package it.sportello.offlinecache.cache;

import java.text.Normalizer;
import java.util.Locale;

/** Texts as they are compared: without accents, case, apostrophes and double blanks. */
final class PlainText {
    private PlainText() {}

    static String name(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replaceAll("['’`]", "")
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip()
                .toUpperCase(Locale.ROOT);
    }

    static String code(String typed) {
        return typed.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
    }

    static String phone(String typed) {
        String digits = typed.replaceAll("[^0-9+]", "").replaceFirst("^(\\+39|0039)", "");
        return digits.replace("+", "");
    }
}
