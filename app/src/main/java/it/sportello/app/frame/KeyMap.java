package it.sportello.app.frame;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;

/** The operator's keyboard map: the standard one, with the chords the operator changed (S62). */
public final class KeyMap {
    /** Why a chord cannot be given to a verb. */
    public enum Refusal {
        /** Another verb has it. */
        TAKEN,
        /**
         * The system or the text fields need it: F10, Alt+F4, Ctrl+H and the keys of editing (R-KEY-1), and every key
         * that would type something.
         */
        RESERVED
    }

    private static final Set<String> EDITING = Set.of("H", "A", "C", "V", "X", "Z", "Y");

    private final Map<Verb, KeyChord> changed = new EnumMap<>(Verb.class);
    private final ReadOnlyIntegerWrapper version = new ReadOnlyIntegerWrapper();

    /** A map without changes. */
    public KeyMap() {}

    /** The chord that runs a verb now. */
    public KeyChord chordOf(Verb verb) {
        return changed.getOrDefault(verb, verb.standard());
    }

    /** The verb a chord runs now. */
    public Optional<Verb> verbOf(KeyChord chord) {
        for (Verb verb : Verb.values()) {
            if (chordOf(verb).equals(chord)) {
                return Optional.of(verb);
            }
        }
        return Optional.empty();
    }

    /** Grows with every change, so that what shows keys can follow. */
    public ReadOnlyIntegerProperty versionProperty() {
        return version.getReadOnlyProperty();
    }

    /** Gives a verb another chord; refused when the chord is taken or reserved (R-KEY-5), and nothing changes then. */
    public Optional<Refusal> remap(Verb verb, KeyChord chord) {
        if (isReserved(chord)) {
            return Optional.of(Refusal.RESERVED);
        }
        Optional<Verb> owner = verbOf(chord);
        if (owner.isPresent() && owner.get() != verb) {
            return Optional.of(Refusal.TAKEN);
        }
        if (chord.equals(verb.standard())) {
            changed.remove(verb);
        } else {
            changed.put(verb, chord);
        }
        version.set(version.get() + 1);
        return Optional.empty();
    }

    /** Every verb has its standard chord again. */
    public void reset() {
        changed.clear();
        version.set(version.get() + 1);
    }

    /** The changed chords only, to be stored. */
    public Map<Verb, KeyChord> changes() {
        return Map.copyOf(changed);
    }

    private static boolean isReserved(KeyChord chord) {
        if (isFunctionKey(chord.key())) {
            return chord.key().equals("F10") || isReaderPrefix(chord.key());
        }
        if (chord.key().equals("ESC")) {
            return false;
        }
        return !chord.control() || (EDITING.contains(chord.key()) && !chord.shift());
    }

    private static boolean isFunctionKey(String key) {
        return key.matches("F\\d{1,2}");
    }

    // F13 to F24 are the prefixes of keyboard-wedge readers.
    private static boolean isReaderPrefix(String key) {
        return Integer.parseInt(key.substring(1)) > 12;
    }
}
