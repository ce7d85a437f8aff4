package it.sportello.devices.display;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import it.sportello.devices.display.AlphaProtocol.Content;
import it.sportello.devices.display.AlphaProtocol.Position;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The frames of the reference. */
class DisplayProtocolTest {

    private static final QueueCall CALL = new QueueCall(1, "A042", "3");

    private static String hex(byte[] bytes) {
        return HexFormat.ofDelimiter(" ").withUpperCase().formatHex(bytes);
    }

    @Test
    void cd5220WritesBothLinesWhole() {
        assertEquals(
                "1B 51 41 43 48 49 41 4D 41 54 41 20 41 30 34 32 20 20 20 20 20 20 20 0D "
                        + "1B 51 42 53 50 4F 52 54 45 4C 4C 4F 20 33 20 20 20 20 20 20 20 20 20 0D",
                hex(new Cd5220Protocol(Locale.ITALIAN).show(CALL)));
    }

    @Test
    void alphaUsesThePriorityFile() {
        assertEquals(
                "00 00 00 00 00 01 5A 30 30 02 41 30 1B 30 62 41 30 34 32 03 30 31 46 41 04",
                hex(new AlphaProtocol(Position.FILL, Content.NUMBER, true, false).show(CALL)));
        assertEquals(
                "00 00 00 00 00 01 5A 30 30 02 41 30 1B 20 62 41 30 34 32 04",
                hex(new AlphaProtocol(Position.MIDDLE, Content.NUMBER, false, false).show(CALL)));
        assertEquals(
                "00 00 00 00 00 01 5A 30 30 02 41 30 03 30 30 37 36 04",
                hex(new AlphaProtocol(Position.FILL, Content.NUMBER, true, false).clear()));
    }

    @Test
    void dmdPutsTheCursorAtTheHeadOfEachLine() {
        DmdProtocol alone = new DmdProtocol(Locale.ITALIAN, false);
        assertEquals("1B 40 1F 01 1F 43 00 0C", hex(alone.begin()));
        String both = "1F 24 01 01 43 48 49 41 4D 41 54 41 20 41 30 34 32 20 20 20 20 20 20 20 "
                + "1F 24 01 02 53 50 4F 52 54 45 4C 4C 4F 20 33 20 20 20 20 20 20 20 20 20";
        assertEquals(both, hex(alone.show(CALL)));
        assertEquals("0C", hex(alone.clear()));
        DmdProtocol behind = new DmdProtocol(Locale.ITALIAN, true);
        assertEquals("1B 3D 02 " + both + " 1B 3D 01", hex(behind.show(CALL)));
        assertEquals("1B 3D 02 0C 1B 3D 01", hex(behind.clear()));
    }

    @Test
    void aedexWritesEachLineBehindItsAttentionCode() {
        assertEquals(
                "21 23 31 43 48 49 41 4D 41 54 41 20 41 30 34 32 20 20 20 20 20 20 20 0D "
                        + "21 23 32 53 50 4F 52 54 45 4C 4C 4F 20 33 20 20 20 20 20 20 20 20 20 0D",
                hex(new AedexProtocol(Locale.ITALIAN, 20, AedexProtocol.FACTORY_ATTENTION).show(CALL)));
        assertEquals(
                "20 20 31 43 48 49 41 4D 41 54 41 20 41 30 34 32 20 20 20 0D "
                        + "20 20 32 53 50 4F 52 54 45 4C 4C 4F 20 33 20 20 20 20 20 0D",
                hex(new AedexProtocol(Locale.ITALIAN, 16, "  ").show(CALL)));
        assertThrows(IllegalArgumentException.class, () -> new AedexProtocol(Locale.ITALIAN, 41, "!#"));
        assertThrows(IllegalArgumentException.class, () -> new AedexProtocol(Locale.ITALIAN, 20, "!\r"));
    }

    @Test
    void alphaUnderstandsOnlyAWholeAnswer() {
        AlphaProtocol sign = new AlphaProtocol(Position.FILL, Content.NUMBER, true, true, "0A");
        assertEquals("00 00 00 00 00 01 5A 30 41 02 45 73 31 03 30 30 45 45 04", hex(sign.begin()));
        assertEquals(Optional.empty(), sign.answer(new byte[] {0x06}, 1));
        assertEquals(Optional.of(true), sign.answer(new byte[] {0x06, 0x40}, 2));
        assertEquals(Optional.of(true), sign.answer(new byte[] {0x33, 0x06, 0x40}, 3));
        assertEquals(Optional.of(true), sign.answer(new byte[] {0x06, (byte) 0xC0}, 2), "parity left in place");
        assertEquals(Optional.of(false), sign.answer(new byte[] {0x15, 0x50}, 2));
        assertEquals(Optional.of(false), sign.answer(new byte[] {0x06, 0x60}, 2), "accepted, but an illegal command");
        assertEquals(Optional.empty(), sign.answer(new byte[] {0x06, 0x06}, 2));
        assertThrows(
                IllegalArgumentException.class,
                () -> new AlphaProtocol(Position.FILL, Content.NUMBER, true, true, "0G"));
    }

    @Test
    void textIsMadePlainAndCannotHoldCommands() {
        assertEquals("CITTA' l'altra  x", PlainText.of("CITTÀ l’altra \u0004x"));
        assertEquals(
                "Strasse Oresund AE Lodz 5 EUR",
                PlainText.of("Straße Øresund Æ Łódź 5 €").replace("'", ""));
        String frame = hex(new Cd5220Protocol(Locale.ITALIAN).show(new QueueCall(1, "\u001B\u000C\r", "3")));
        assertEquals(frame.indexOf("0D"), frame.lastIndexOf("0D 1B"));
    }
}
