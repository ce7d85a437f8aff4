package it.sportello.devices.scanner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.devices.scanner.KeyInput.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Key by key, as the toolkit hands events out: press, typed, release. */
class WedgeDecoderTest {

    /** Plays events into a decoder and keeps what reaches the focused field and what was read. */
    private static final class Keyboard {

        private final WedgeDecoder<String> decoder;
        private final List<String> field = new ArrayList<>();
        private final List<String> scans = new ArrayList<>();
        private long now = 1_000_000_000L;

        Keyboard(WedgeSettings settings) {
            decoder = new WedgeDecoder<>(settings);
        }

        void after(int millis) {
            long end = now + millis * 1_000_000L;
            while (now < end) {
                now = Math.min(end, now + 10_000_000L);
                decoder.tick(now).ifPresent(verdict -> obey(verdict, ""));
            }
        }

        void press(String key) {
            send(new KeyInput(Kind.PRESSED, key, "", false, now), "+" + key);
        }

        void release(String key) {
            send(new KeyInput(Kind.RELEASED, key, "", false, now), "-" + key);
        }

        void typed(String character) {
            send(new KeyInput(Kind.TYPED, "", character, false, now), character);
        }

        void chord(String key, String character) {
            send(new KeyInput(Kind.PRESSED, "CONTROL", "", true, now), "+CONTROL");
            send(new KeyInput(Kind.PRESSED, key, "", true, now), "+^" + key);
            send(new KeyInput(Kind.TYPED, "", character, true, now), "^" + key);
            send(new KeyInput(Kind.RELEASED, key, "", true, now), "-^" + key);
            send(new KeyInput(Kind.RELEASED, "CONTROL", "", false, now), "-CONTROL");
        }

        void enter() {
            press("ENTER");
            typed("\r");
            release("ENTER");
        }

        void type(String text, int pause) {
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                String key = String.valueOf(Character.toUpperCase(c));
                boolean shift = Character.isUpperCase(c) || c == '|' || c == ':';
                if (shift) {
                    press("SHIFT");
                }
                press(key);
                typed(String.valueOf(c));
                release(key);
                if (shift) {
                    release("SHIFT");
                }
                after(pause);
            }
        }

        private void send(KeyInput input, String event) {
            obey(decoder.accept(input, event), event);
        }

        private void obey(WedgeVerdict<String> verdict, String event) {
            switch (verdict) {
                case WedgeVerdict.Pass<String>() -> field.add(event);
                case WedgeVerdict.Hold<String>() -> assertFalse(event.isEmpty());
                case WedgeVerdict.Release<String> release -> field.addAll(release.events());
                case WedgeVerdict.Read<String> read -> scans.add(read.scan().text());
            }
        }

        /** The characters that reached the field. */
        String characters() {
            return String.join("", field.stream().filter(e -> e.length() == 1).toList());
        }

        boolean fieldHeard(String key) {
            return field.contains("+" + key);
        }
    }

    @Test
    @Tag("Q51")
    void withAPrefixEverythingUpToEnterIsTheReading() {
        Keyboard keyboard = new Keyboard(WedgeSettings.withPrefix("F13"));
        keyboard.type("rossi", 120);
        keyboard.press("F13");
        keyboard.release("F13");
        keyboard.type("SP1R:SR-T01A/2026/000123", 4);
        keyboard.enter();
        keyboard.after(200);
        keyboard.type("m", 120);
        assertEquals(List.of("SP1R:SR-T01A/2026/000123"), keyboard.scans);
        assertEquals("rossim", keyboard.characters());
        assertFalse(keyboard.fieldHeard("ENTER"), "the default button must not fire");
        assertFalse(keyboard.fieldHeard("F13"));
    }

    @Test
    @Tag("Q51")
    void controlCharactersAndChordsInsideAReadingDoNothingElse() {
        Keyboard keyboard = new Keyboard(WedgeSettings.withPrefix("F20"));
        keyboard.press("F20");
        keyboard.type("0112", 3);
        keyboard.chord("CLOSE_BRACKET", "\u001D");
        keyboard.chord("P", "\u0010");
        keyboard.type("10A", 3);
        keyboard.press("ENTER");
        keyboard.typed("\r");
        keyboard.chord("J", "\n");
        keyboard.after(100);
        assertEquals(List.of("0112\u001D10A"), keyboard.scans);
        assertEquals(List.of(), keyboard.field);
    }

    @Test
    void aPrefixWithoutAnEndGivesTheKeyboardBack() {
        Keyboard keyboard = new Keyboard(WedgeSettings.withPrefix("F13"));
        keyboard.press("F13");
        keyboard.after(200);
        keyboard.type("abc", 100);
        assertEquals(List.of(), keyboard.scans);
        assertEquals("abc", keyboard.characters());
        keyboard.press("F13");
        keyboard.type("12345678", 4);
        keyboard.after(200);
        assertEquals(List.of("12345678"), keyboard.scans);
    }

    @Test
    void bySpeedABurstIsAReadingAndNothingReachesTheField() {
        Keyboard keyboard = new Keyboard(WedgeSettings.BY_SPEED);
        keyboard.type("RSSMRA80A01H501U", 8);
        keyboard.enter();
        keyboard.after(300);
        assertEquals(List.of("RSSMRA80A01H501U"), keyboard.scans);
        assertEquals("", keyboard.characters());
        assertFalse(keyboard.fieldHeard("ENTER"));
    }

    @Test
    void aReaderWithoutSuffixEndsByItsPause() {
        Keyboard keyboard = new Keyboard(WedgeSettings.BY_SPEED);
        keyboard.type("1234567890", 20);
        keyboard.after(300);
        assertEquals(List.of("1234567890"), keyboard.scans);
    }

    @Test
    void aPersonTypesUnhinderedAndEnterWorks() {
        Keyboard keyboard = new Keyboard(WedgeSettings.BY_SPEED);
        keyboard.type("De Luca", 90);
        keyboard.press("BACK_SPACE");
        keyboard.release("BACK_SPACE");
        keyboard.enter();
        keyboard.after(100);
        assertEquals("De Luca", keyboard.characters().replace("\r", ""));
        assertTrue(keyboard.fieldHeard("ENTER"));
        assertTrue(keyboard.fieldHeard("BACK_SPACE"));
        assertEquals(List.of(), keyboard.scans);
        assertTrue(keyboard.field.indexOf("+L") < keyboard.field.indexOf("L"));
    }

    @Test
    void aFewFastKeysAndEnterAreAPersonInAHurry() {
        Keyboard keyboard = new Keyboard(WedgeSettings.BY_SPEED);
        keyboard.type("50", 20);
        keyboard.enter();
        keyboard.after(100);
        assertEquals("50", keyboard.characters().replace("\r", ""));
        assertTrue(keyboard.fieldHeard("ENTER"));
        assertEquals(List.of(), keyboard.scans);
    }

    @Test
    void aKeyHeldDownIsNotAReading() {
        Keyboard keyboard = new Keyboard(WedgeSettings.BY_SPEED);
        for (int i = 0; i < 20; i++) {
            keyboard.press("A");
            keyboard.typed("a");
            keyboard.after(30);
        }
        keyboard.release("A");
        keyboard.after(300);
        assertEquals("a".repeat(20), keyboard.characters());
        assertEquals(List.of(), keyboard.scans);
    }

    @Test
    void shortcutsAndFunctionKeysPassAtOnce() {
        Keyboard keyboard = new Keyboard(WedgeSettings.BY_SPEED);
        keyboard.press("F12");
        keyboard.chord("K", "\u000B");
        keyboard.press("ESCAPE");
        assertTrue(keyboard.fieldHeard("F12"));
        assertTrue(keyboard.fieldHeard("^K"));
        assertTrue(keyboard.fieldHeard("ESCAPE"));
    }

    @Test
    void aReplacedGroupSeparatorComesBack() {
        WedgeSettings settings =
                new WedgeSettings("F13", WedgeSettings.BY_SPEED.gap(), 6, WedgeSettings.BY_SPEED.total(), '~');
        Keyboard keyboard = new Keyboard(settings);
        keyboard.press("F13");
        keyboard.type("10a~21b".toLowerCase(Locale.ROOT), 3);
        keyboard.enter();
        assertEquals(List.of("10a\u001D21b"), keyboard.scans);
    }

    @Test
    void twoReadingsInARow() {
        Keyboard keyboard = new Keyboard(WedgeSettings.BY_SPEED);
        keyboard.type("0504A1234567890", 5);
        keyboard.enter();
        keyboard.type("RSSMRA80A01H501U", 5);
        keyboard.enter();
        keyboard.after(100);
        assertEquals(List.of("0504A1234567890", "RSSMRA80A01H501U"), keyboard.scans);
        assertEquals("", keyboard.characters());
    }

    @Test
    void aLongCodeIsReadWholeInBothWays() {
        String postal = "PAGOPA|002|301123456789012316|80000000001|3610".repeat(5);
        Keyboard announced = new Keyboard(WedgeSettings.withPrefix("F13"));
        announced.press("F13");
        announced.type(postal, 20);
        announced.enter();
        assertEquals(List.of(postal), announced.scans);
        Keyboard bySpeed = new Keyboard(WedgeSettings.BY_SPEED);
        bySpeed.type(postal, 20);
        bySpeed.enter();
        assertEquals(List.of(postal), bySpeed.scans);
        assertEquals("", bySpeed.characters());
    }

    @Test
    void aGroupSeparatorSentAsAChordStaysBySpeedToo() {
        Keyboard keyboard = new Keyboard(WedgeSettings.BY_SPEED);
        keyboard.type("10AB", 3);
        keyboard.chord("CLOSE_BRACKET", "\u001D");
        keyboard.type("21CD", 3);
        keyboard.enter();
        assertEquals(List.of("10AB\u001D21CD"), keyboard.scans);
    }

    @Test
    void theSettingsOfADeskAreRead() {
        assertEquals(WedgeSettings.BY_SPEED, WedgeSettings.parse("speed"));
        WedgeSettings settings = WedgeSettings.parse("F13 gap=100 gs=~");
        assertEquals(new WedgeSettings("F13", java.time.Duration.ofMillis(100), 6, settings.total(), '~'), settings);
        for (String wrong : List.of("", "F9", "F13 gap=5", "F13 gap=999", "F13 gs=", "F13 gs=ab", "F13 x=1")) {
            assertThrows(IllegalArgumentException.class, () -> WedgeSettings.parse(wrong), wrong);
        }
    }

    @Test
    void onlyKeysNobodyTypesMayBeThePrefix() {
        assertThrows(IllegalArgumentException.class, () -> WedgeSettings.withPrefix("F9"));
        assertThrows(IllegalArgumentException.class, () -> WedgeSettings.withPrefix("ENTER"));
    }
}
