package it.sportello.devices.twin.printer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.devices.twin.TwinPlug;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The twin against bytes written by hand after the published tables, without our driver. */
@Timeout(20)
@SuppressWarnings("NullAway.Init")
class VirtualPrinterTest {

    private VirtualPrinter printer;
    private Socket host;

    @BeforeEach
    void connect() throws IOException {
        printer = new VirtualPrinter(TwinPlug.tcp(0));
        host = socket();
    }

    private Socket socket() throws IOException {
        int port =
                Integer.parseInt(printer.address().substring(printer.address().lastIndexOf(':') + 1));
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(2000);
        return socket;
    }

    @AfterEach
    void leave() throws Exception {
        host.close();
        printer.close();
    }

    private void send(String hexOrText) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (String part : hexOrText.split("'", -1)) {
            boolean hex = part.matches("[0-9A-F ]*");
            bytes.writeBytes(
                    hex ? HexFormat.of().parseHex(part.replace(" ", "")) : part.getBytes(StandardCharsets.US_ASCII));
        }
        host.getOutputStream().write(bytes.toByteArray());
        host.getOutputStream().flush();
    }

    private byte[] answer(int count) throws IOException {
        return host.getInputStream().readNBytes(count);
    }

    private void settle() throws IOException {
        send("1D 72 01");
        answer(1);
    }

    @Test
    void answersAsPublished() throws IOException {
        send("10 04 01");
        assertArrayEquals(new byte[] {0x12}, answer(1));
        printer.setPaper(PaperState.END);
        send("10 04 01 10 04 02 10 04 04");
        assertArrayEquals(new byte[] {0x1A, 0x32, 0x7E}, answer(3));
        printer.setPaper(PaperState.NEAR_END);
        send("10 04 04 1D 72 01");
        assertArrayEquals(new byte[] {0x1E, 0x03}, answer(2));
        printer.setCoverOpen(true);
        send("10 04 02");
        assertArrayEquals(new byte[] {0x16}, answer(1));
    }

    @Test
    void reportsChangesByItselfWhenAsked() throws IOException {
        send("1D 61 0E");
        assertArrayEquals(new byte[] {0x10, 0, 0, 0}, answer(4));
        printer.setPaper(PaperState.END);
        assertArrayEquals(new byte[] {0x18, 0, 0x0F, 0}, answer(4));
        printer.setCoverOpen(true);
        assertArrayEquals(new byte[] {0x38, 0, 0x0F, 0}, answer(4));
    }

    @Test
    void whatLooksLikeACommandInsideAPictureIsDots() throws IOException {
        send("1D 76 30 00 02 00 04 00 10 04 01 1B 70 00 0A 1D 1D 56 00");
        settle();
        assertEquals(1, printer.receipts().size());
        assertEquals(List.of("[picture]"), printer.receipts().getFirst().lines());
        assertEquals(0, printer.drawerPulses());
    }

    @Test
    void aQueuedQuestionWaitsForThePaperAndARealTimeOneDoesNot() throws IOException {
        printer.setPaper(PaperState.END);
        send("'RIGA'0A 1D 72 01 10 04 02");
        assertArrayEquals(new byte[] {0x32}, answer(1));
        assertEquals(List.of(), printer.hanging().lines());
        printer.setPaper(PaperState.OK);
        assertArrayEquals(new byte[] {0x00}, answer(1));
        assertEquals(List.of("RIGA"), printer.hanging().lines());
    }

    @Test
    void textIsAlignedAndCodesCanBeReadFromThePicture() throws IOException {
        send("1B 40 1B 61 01 'MEZZO'0A 1B 61 02 'DESTRA'0A 1B 61 00 1B 74 13 D5 0A");
        send("1D 28 6B 03 00 31 43 06 1D 28 6B 08 00 31 50 30 'SP1:X'1D 28 6B 03 00 31 51 30 1D 56 42 00");
        settle();
        List<String> lines = printer.receipts().getFirst().lines();
        assertEquals(" ".repeat(21) + "MEZZO", lines.get(0));
        assertEquals(" ".repeat(42) + "DESTRA", lines.get(1));
        assertEquals("€", lines.get(2));
        assertEquals("[QR SP1:X]", lines.get(3));
        byte[] png = printer.receipts().getFirst().png();
        assertEquals("SP1:X", ReadableCode.in(ImageIO.read(new ByteArrayInputStream(png))));
    }

    @Test
    void theDrawerCountsBothWaysOfOpeningIt() throws IOException {
        send("1B 70 00 19 FA 10 14 01 00 01");
        settle();
        assertEquals(2, printer.drawerPulses());
    }

    @Test
    void aSecondClientWaitsForTheFirst() throws IOException {
        send("10 04 01");
        answer(1);
        try (Socket second = socket()) {
            second.setSoTimeout(200);
            second.getOutputStream().write(new byte[] {0x10, 0x04, 0x01});
            InputStream in = second.getInputStream();
            int got;
            try {
                got = in.read();
            } catch (java.net.SocketTimeoutException e) {
                got = -2;
            }
            assertEquals(-2, got);
            host.close();
            second.setSoTimeout(2000);
            assertEquals(0x12, in.read());
        }
    }

    @Test
    void whateverItIsSentItStaysAlive() throws IOException {
        Random random = new Random(7);
        byte[] opening = {0x1B, 0x1D, 0x1C, 0x10, 0x0A, 0x6B, 0x28, 0x38, 0x4C, 0x76, 0x2A, 0x44, 0x26};
        for (int round = 0; round < 300; round++) {
            byte[] noise = new byte[random.nextInt(400)];
            random.nextBytes(noise);
            for (int i = 0; i < noise.length; i += 1 + random.nextInt(6)) {
                noise[i] = opening[random.nextInt(opening.length)];
            }
            host.getOutputStream().write(noise);
        }
        printer.powerCycle();
        host.close();
        host = socket();
        printer.setPaper(PaperState.OK);
        send("1B 40'VIVA'0A 1D 56 00");
        settle();
        List<String> all = new ArrayList<>(printer.receipts().getLast().lines());
        assertTrue(all.contains("VIVA"), () -> Arrays.toString(all.toArray()));
    }

    @Test
    void itComesBackAtTheSamePlaceHoweverQuicklyItIsSwitchedOn() {
        String before = printer.address();
        for (int i = 0; i < 60; i++) {
            printer.powerCycle();
        }
        assertEquals(before, printer.address());
    }
}
