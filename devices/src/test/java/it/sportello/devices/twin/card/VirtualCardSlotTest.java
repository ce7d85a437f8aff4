package it.sportello.devices.twin.card;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import it.sportello.devices.card.CardVectors;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.HexFormat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The card's side of the virtual reader's line, against frames as its driver sends them. */
@Timeout(30)
class VirtualCardSlotTest {
    private static final String ATR = CardBehaviour.USUAL_ATR;

    private ServerSocket reader;
    private VirtualCardSlot slot;
    private Socket line;

    @BeforeEach
    void insert() throws IOException {
        reader = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        slot = new VirtualCardSlot(VpcdDoor.port(reader.getLocalPort()));
        slot.insert(VirtualCards.health(CardVectors.maria()));
        line = reader.accept();
    }

    @AfterEach
    void close() throws IOException {
        slot.close();
        line.close();
        reader.close();
    }

    /** As observed: three questions around the power-on; later one every 0.4 s, also when the power is off. */
    @Test
    void tellsItsAnswerToResetAtAnyTime() throws IOException {
        say("04", "04", "01", "04");
        for (int question = 0; question < 3; question++) {
            assertEquals(ATR, hear());
        }
        say("00", "04");
        assertEquals(ATR, hear());
    }

    @Test
    void powerAndResetForgetTheFileAndUnknownOrdersDoNothing() throws IOException {
        for (String order : new String[] {"00", "01", "02"}) {
            assertEquals("9000", ask("00A408000411001102"));
            say(order);
            assertEquals("6986", ask("00B0000006"), "order " + order);
        }
        ask("00A408000411001102");
        say("03", "05", "80", "FF");
        assertEquals("3030303036359000", ask("00B0000006"), "orders nobody knows are passed over");
    }

    @Test
    void aFrameWithoutBytesIsPassedOver() throws IOException {
        say("", "04");
        assertEquals(ATR, hear());
    }

    @Test
    void pullingItOutClosesTheLine() throws IOException {
        slot.remove();
        assertFalse(slot.isOccupied());
        assertEquals(-1, line.getInputStream().read());
    }

    private String ask(String command) throws IOException {
        say(command);
        return hear();
    }

    private void say(String... frames) throws IOException {
        OutputStream out = line.getOutputStream();
        for (String frame : frames) {
            byte[] body = HexFormat.of().parseHex(frame);
            out.write(body.length >> 8);
            out.write(body.length);
            out.write(body);
        }
        out.flush();
    }

    private String hear() throws IOException {
        DataInputStream in = new DataInputStream(line.getInputStream());
        byte[] body = new byte[in.readUnsignedShort()];
        in.readFully(body);
        return HexFormat.of().withUpperCase().formatHex(body);
    }
}
