package it.sportello.devices.twin.card;

import java.text.Normalizer;
import java.util.Locale;

/** Spells a name as cards do: capital ASCII letters, an accent on the last letter of a word as an apostrophe behind it. */
final class CardSpelling {
    private CardSpelling() {}

    static String of(String name) {
        String apart = Normalizer.normalize(name.strip().replace('’', '\''), Normalizer.Form.NFD);
        return apart.replaceAll("\\p{M}+(?=\\s|-|$)", "'")
                .replaceAll("\\p{M}+", "")
                .toUpperCase(Locale.ROOT)
                .replace("ß", "SS")
                .replaceAll("[^A-Z0-9 '.,/-]", " ");
    }
}
