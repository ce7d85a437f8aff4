package it.sportello.domain.identity;

import java.text.Normalizer;

/** The letters that surname and names give to the tax code (DM 23 December 1976, articles 3 and 4). */
final class TaxCodeNames {
    private TaxCodeNames() {}

    static String surname(String surname) {
        return three(split(surname), false);
    }

    static String names(String names) {
        return three(split(names), true);
    }

    /** Index 0 the consonants in order, index 1 the vowels in order. */
    private static StringBuilder[] split(String text) {
        StringBuilder[] parts = {new StringBuilder(), new StringBuilder()};
        String plain = plain(text);
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if (c >= 'A' && c <= 'Z') {
                parts["AEIOU".indexOf(c) >= 0 ? 1 : 0].append(c);
            }
        }
        return parts;
    }

    private static String three(StringBuilder[] parts, boolean skipSecond) {
        StringBuilder consonants = parts[0];
        if (skipSecond && consonants.length() >= 4) {
            consonants.deleteCharAt(1);
        }
        return consonants.append(parts[1]).append("XXX").substring(0, 3);
    }

    /** Upper case without diacritics; letters that do not decompose are written out as the registries do. */
    static String plain(String text) {
        String upper = text.toUpperCase(java.util.Locale.ROOT);
        if (isAscii(upper)) {
            return upper;
        }
        StringBuilder plain = new StringBuilder(upper.length() + 4);
        String apart = Normalizer.normalize(upper, Normalizer.Form.NFD);
        for (int i = 0; i < apart.length(); i++) {
            char c = apart.charAt(i);
            switch (c) {
                case 'Æ' -> plain.append("AE");
                case 'Œ' -> plain.append("OE");
                case 'Ø' -> plain.append('O');
                case 'Đ', 'Ð' -> plain.append('D');
                case 'Ł' -> plain.append('L');
                case 'Þ' -> plain.append("TH");
                default -> {
                    if (Character.getType(c) != Character.NON_SPACING_MARK) {
                        plain.append(c);
                    }
                }
            }
        }
        return plain.toString();
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 127) {
                return false;
            }
        }
        return true;
    }
}
