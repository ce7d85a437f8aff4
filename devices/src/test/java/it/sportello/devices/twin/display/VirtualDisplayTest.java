package it.sportello.devices.twin.display;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The twin's screens against frames of the manuals, and against noise. */
class VirtualDisplayTest {

    private static void feed(DisplayScreen screen, String hex) {
        for (byte b : HexFormat.ofDelimiter(" ").parseHex(hex)) {
            screen.accept(b & 0xFF);
        }
    }

    @Test
    void alphaChecksTheSumAndClearsThePriorityFile() {
        AlphaScreen screen = new AlphaScreen();
        feed(screen, "00 00 00 00 00 01 5A 30 30 02 41 30 1B 30 62 41 30 34 32 03 30 31 46 41 04");
        assertEquals(List.of("A042"), screen.lines());
        feed(screen, "01 5A 30 30 02 41 30 1B 30 62 41 30 34 33 03 30 31 46 41 04");
        assertEquals(List.of("A042"), screen.lines());
        feed(screen, "00 00 00 00 00 01 5A 30 30 02 41 30 03 30 30 37 36 04");
        assertEquals(List.of(""), screen.lines());
    }

    @Test
    void cd5220IgnoresPlainTextAfterAWholeLineUntilCleared() {
        Cd5220Screen screen = new Cd5220Screen();
        feed(screen, "1B 40 41 42");
        assertEquals(List.of("AB", ""), screen.lines());
        feed(screen, "1B 51 42 43 44 0D 58");
        assertEquals(List.of("AB", "CD"), screen.lines());
        feed(screen, "0C 1B 6C 03 02 58");
        assertEquals(List.of("", "  X"), screen.lines());
    }

    @Test
    void noiseIsSurvived() {
        Random random = new Random(42);
        for (DisplayScreen screen : List.of(new AlphaScreen(), new Cd5220Screen())) {
            for (int i = 0; i < 300_000; i++) {
                screen.accept(random.nextInt(3) == 0 ? random.nextInt(0x60) : random.nextInt(256));
            }
            screen.reset();
        }
        AlphaScreen after = new AlphaScreen();
        feed(after, "01 5A 30 30 02 41 30 41 04");
        assertEquals(List.of("A"), after.lines());
    }
}
