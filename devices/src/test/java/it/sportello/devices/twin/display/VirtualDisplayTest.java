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

    /** What lcdproc's driver for Epson displays sends: home, a line, the next one by running on; cursor, brightness. */
    @Test
    void dmdUnderstandsTheSequencesOfLcdproc() {
        DmdScreen screen = new DmdScreen();
        feed(screen, "1B 40 1B 26 01 F5 F6 05 41 41 41 41 41 05 42 42 42 42 42 1B 25 01");
        assertEquals(List.of("", ""), screen.lines());
        feed(screen, "0B 43 48 49 41 4D 41 54 41 20 41 30 34 32 20 20 20 20 20 20 20");
        feed(screen, "53 50 4F 52 54 45 4C 4C 4F 20 33 20 20 20 20 20 20 20 20 20");
        assertEquals(List.of("CHIAMATA A042", "SPORTELLO 3"), screen.lines());
        feed(screen, "1F 43 00 0B 0A 58 1F 24 05 02 59 1F 58 04");
        assertEquals(List.of("CHIAMATA A042", "XPORYELLO 3"), screen.lines());
        feed(screen, "1F 24 30 31 1B 3D 01 5A 5A 1B 3D 02 0D 5A");
        assertEquals(List.of("CHIAMATA A042", "ZPORYELLO 3"), screen.lines());
        feed(screen, "18");
        assertEquals(List.of("CHIAMATA A042", ""), screen.lines());
        feed(screen, "0C");
        assertEquals(List.of("", ""), screen.lines());
    }

    /** What lcdproc's driver for AEDEX displays sends, of the newest source and of the release. */
    @Test
    void aedexUnderstandsTheSequencesOfLcdproc() {
        AedexScreen screen = new AedexScreen();
        feed(screen, "21 23 38 20 20 0D 20 20 39 20 0D");
        feed(screen, "20 20 39 41 42 20 20 20 20 20 20 20 20 20 20 20 20 20 20 20 20 20 20 43 44 0D");
        assertEquals(List.of("AB", "CD"), screen.lines());
        screen.reset();
        feed(screen, "21 23 38 7E 60 0D 00 00 7E 60 31 43 49 0D 00 7E 60 32 21 23 31 58 0D 00");
        assertEquals(List.of("CI", "!#1X"), screen.lines());
        feed(screen, "21 23 31 59 0D");
        assertEquals(List.of("CI", "!#1X"), screen.lines());
    }

    /** What lcdproc's driver for CD5220 displays sends. */
    @Test
    void cd5220UnderstandsTheSequencesOfLcdproc() {
        Cd5220Screen screen = new Cd5220Screen();
        feed(screen, "1B 40 1B 25 01");
        assertEquals(List.of("", ""), screen.lines());
        feed(screen, "1B 51 41 41 0D 1B 51 42 42 0D 1B 5F 00 1B 6C 01 01 1B 2A 04");
        assertEquals(List.of("A", "B"), screen.lines());
    }

    @Test
    void theFramedDisplayTakesOnlyWhatIsWhole() {
        FramedScreen screen = new FramedScreen();
        feed(screen, "02 43 41 30 34 32 20 33 03 24");
        assertEquals(List.of("A042", "> 3"), screen.lines());
        feed(screen, "02 43 41 30 34 33 20 33 03 24");
        assertEquals(List.of("A042", "> 3"), screen.lines());
        feed(screen, "02 58 03 5B");
        assertEquals(List.of("", ""), screen.lines());
    }

    @Test
    void noiseIsSurvived() {
        Random random = new Random(42);
        for (DisplayScreen screen : List.of(
                new AlphaScreen(), new Cd5220Screen(), new DmdScreen(), new AedexScreen(), new FramedScreen())) {
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
