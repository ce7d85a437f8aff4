package it.sportello.app.frame;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The search of the command palette (S65): any screen or action by the beginnings of its Italian words. */
public final class Palette {
    /** Something the palette finds: the name, more words that find it, its key, and what it does. */
    public record Entry(String name, String alsoFoundBy, Optional<KeyChord> chord, KeyAction action) {}

    private Palette() {}

    /**
     * The entries of which every typed word begins some word; those whose name begins so come first, in their order.
     * Accents and capitals do not matter. All entries when nothing is typed.
     */
    public static List<Entry> find(List<Entry> entries, String typed) {
        String[] words = fold(typed).split("\\s+");
        return entries.stream()
                .filter(entry -> Arrays.stream(words).allMatch(word -> beginsAWord(entry, word)))
                .sorted(Comparator.comparingInt(entry -> fold(entry.name()).startsWith(words[0]) ? 0 : 1))
                .toList();
    }

    private static boolean beginsAWord(Entry entry, String word) {
        return Arrays.stream(fold(entry.name() + " " + entry.alsoFoundBy()).split("[\\s']+"))
                .anyMatch(candidate -> candidate.startsWith(word));
    }

    private static String fold(String text) {
        return Normalizer.normalize(text.strip(), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ITALIAN);
    }
}
