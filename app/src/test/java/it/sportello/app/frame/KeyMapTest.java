package it.sportello.app.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class KeyMapTest {
    private final KeyMap map = new KeyMap();

    @Test
    @Tag("R-KEY-1")
    void theStandardMapKeepsOffTheSystemsKeys() {
        for (Verb verb : Verb.values()) {
            assertFalse(verb.standard().key().equals("F10"), verb.name());
            assertFalse(verb.standard().equals(KeyChord.of("Ctrl+H")), verb.name());
        }
        assertThrows(IllegalArgumentException.class, () -> KeyChord.of("Ctrl+Alt+E"));
    }

    @Test
    void noTwoVerbsShareAChord() {
        Set<KeyChord> seen = new HashSet<>();
        for (Verb verb : Verb.values()) {
            assertTrue(seen.add(verb.standard()), verb.name());
        }
    }

    @Test
    @Tag("R-KEY-5")
    void aTakenChordIsRefusedAndNothingChanges() {
        assertEquals(Optional.of(KeyMap.Refusal.TAKEN), map.remap(Verb.MOVE, KeyChord.of("F9")));
        assertEquals(KeyChord.of("F6"), map.chordOf(Verb.MOVE));
        assertEquals(Optional.of(Verb.COLLECT), map.verbOf(KeyChord.of("F9")));
    }

    @Test
    @Tag("R-KEY-5")
    void reservedKeysAreRefused() {
        for (String chord : new String[] {"F10", "Ctrl+H", "Ctrl+C", "F13", "F24", "7", "K"}) {
            assertEquals(Optional.of(KeyMap.Refusal.RESERVED), map.remap(Verb.MOVE, KeyChord.of(chord)), chord);
        }
    }

    @Test
    void aFreeChordTakesTheVerbAndFreesTheOldOne() {
        assertEquals(Optional.empty(), map.remap(Verb.MOVE, KeyChord.of("Ctrl+G")));
        assertEquals(Optional.of(Verb.MOVE), map.verbOf(KeyChord.of("Ctrl+G")));
        assertEquals(Optional.empty(), map.verbOf(KeyChord.of("F6")));
        map.reset();
        assertEquals(Optional.of(Verb.MOVE), map.verbOf(KeyChord.of("F6")));
        assertTrue(map.changes().isEmpty());
    }

    @Test
    void chordsReadAsTheyAreShown() {
        for (Verb verb : Verb.values()) {
            assertEquals(verb.standard(), KeyChord.of(verb.standard().shown()));
        }
        assertEquals("Ctrl+Shift+F12", Verb.STAFF_ALERT.standard().shown());
        assertEquals("Esc", Verb.BACK.standard().shown());
    }
}
