package it.sportello.devices.twin.command;

import it.sportello.domain.till.Denomination;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/** Notes as a person names them: by their euros. */
final class NoteWords {
    private static final int MOST_NOTES = 9999;

    private NoteWords() {}

    private static Map<String, Denomination> names() {
        Map<String, Denomination> names = new HashMap<>();
        for (Denomination one : Denomination.values()) {
            if (one.isNote()) {
                names.put(Integer.toString(one.cents() / 100), one);
            }
        }
        return names;
    }

    static Denomination note(Words words) {
        return words.choice("the note", names());
    }

    /** A bundle: {@code 50x3 20x2}. */
    static Map<Denomination, Integer> bundle(Words words) {
        Map<Denomination, Integer> bundle = new EnumMap<>(Denomination.class);
        do {
            String[] parts = words.next("the notes").split("x", 2);
            if (parts.length < 2) {
                throw new WrongWords("notes are written as 50x3");
            }
            bundle.merge(
                    Words.choice(parts[0], "the note", names()),
                    Words.number(parts[1], "the count", 1, MOST_NOTES),
                    Integer::sum);
        } while (words.any());
        return bundle;
    }

    static String text(Denomination note) {
        return note.cents() / 100 + " euro";
    }
}
