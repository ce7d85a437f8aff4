package it.sportello.devices.display;

import static org.junit.jupiter.api.Assertions.assertEquals;

import it.sportello.devices.display.AlphaProtocol.Content;
import it.sportello.devices.display.AlphaProtocol.Position;
import java.util.HexFormat;
import java.util.Locale;
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
    void textIsMadePlainAndCannotHoldCommands() {
        assertEquals("CITTA' l'altra  x", PlainText.of("CITTÀ l’altra \u0004x"));
        String frame = hex(new Cd5220Protocol(Locale.ITALIAN).show(new QueueCall(1, "\u001B\u000C\r", "3")));
        assertEquals(frame.indexOf("0D"), frame.lastIndexOf("0D 1B"));
    }
}
