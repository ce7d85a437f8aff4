package it.sportello.devices.detector;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * How the lines of one model are understood. The first rule that fits decides.
 *
 * @param genuine words of a genuine note; upper and lower case are the same in all three lists
 * @param suspect words of a note held to be false
 * @param rejected words of a note that was not read
 * @param decimal comma or point
 */
public record LineRules(
        List<LineRule> rules, Set<String> genuine, Set<String> suspect, Set<String> rejected, char decimal) {

    public static final Set<String> GENUINE = Set.of("OK", "PASS", "VALID", "GENUINE", "BUONA");
    public static final Set<String> SUSPECT = Set.of("SUSPECT", "FALSE", "FAKE", "COUNTERFEIT", "FALSA", "SOSPETTA");
    public static final Set<String> REJECTED = Set.of("REJECT", "REJECTED", "RIFIUTATA");

    public LineRules {
        rules = List.copyOf(rules);
        genuine = upper(genuine);
        suspect = upper(suspect);
        rejected = upper(rejected);
        if (decimal != ',' && decimal != '.') {
            throw new IllegalArgumentException("the decimal mark is comma or point");
        }
        Set<String> all = new HashSet<>(genuine);
        all.addAll(suspect);
        all.addAll(rejected);
        if (all.size() < genuine.size() + suspect.size() + rejected.size()) {
            throw new IllegalArgumentException("a word has one meaning");
        }
    }

    /** With the usual words and a decimal comma. */
    public static LineRules of(List<LineRule> rules) {
        return new LineRules(rules, GENUINE, SUSPECT, REJECTED, ',');
    }

    private static Set<String> upper(Set<String> words) {
        Set<String> raised = new HashSet<>();
        words.forEach(word -> raised.add(word.strip().toUpperCase(Locale.ROOT)));
        return Set.copyOf(raised);
    }

    NoteVerdict verdict(String word) {
        String raised = word.strip().toUpperCase(Locale.ROOT);
        if (suspect.contains(raised)) {
            return NoteVerdict.SUSPECT;
        }
        if (rejected.contains(raised)) {
            return NoteVerdict.REJECTED;
        }
        return genuine.contains(raised) ? NoteVerdict.GENUINE : NoteVerdict.UNKNOWN;
    }
}
