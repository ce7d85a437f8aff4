package it.sportello.devices.twin.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.devices.twin.TwinPlug;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The twin against the frames of the reference, typed by hand, and against noise; no driver here. */
@Timeout(30)
class VirtualTerminalTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T09:30:20Z"), ZoneOffset.UTC);
    private static final String STATUS = "02 31 32 33 34 35 36 37 38 30 73 03 35";
    private static final String CLOSE =
            "02 31 32 33 34 35 36 37 38 30 43 30 30 30 30 30 30 30 31 30 30 30 30 30 30 30 30 03 04";

    private static byte[] bytes(String hex) {
        return HexFormat.ofDelimiter(" ").parseHex(hex);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.ofDelimiter(" ").withUpperCase().formatHex(bytes);
    }

    private static VirtualTerminal twin() throws IOException {
        return new VirtualTerminal(TwinPlug.tcp(0), TerminalSetup.USUAL, CLOCK);
    }

    private static Socket connect(VirtualTerminal twin) throws IOException {
        String address = twin.address();
        Socket socket = new Socket(
                InetAddress.getLoopbackAddress(), Integer.parseInt(address.substring(address.lastIndexOf(':') + 1)));
        socket.setSoTimeout(20_000);
        return socket;
    }

    private static byte[] read(Socket socket, int count) throws IOException {
        return socket.getInputStream().readNBytes(count);
    }

    @Test
    void itListensOnThisComputerOnly() throws Exception {
        try (VirtualTerminal twin = twin()) {
            assertTrue(twin.address().startsWith("tcp:127.0.0.1:"));
        }
    }

    @Test
    void theFramesOfTheReference() throws Exception {
        try (VirtualTerminal twin = twin();
                Socket socket = connect(twin)) {
            socket.getOutputStream().write(bytes(STATUS));
            assertEquals("06 03 7A", hex(read(socket, 3)));
            String status = new String(read(socket, 42), StandardCharsets.US_ASCII);
            assertEquals(
                    "\u0002123456780s0000000000" + "2211261030" + "2" + "SIM10000" + "\u0003", status.substring(0, 41));
            socket.getOutputStream().write(bytes("06 03 7A"));

            byte[] payment = ("\u0002123456780P000000010000000003675" + " ".repeat(128) + "00000000\u0003 ")
                    .getBytes(StandardCharsets.US_ASCII);
            socket.getOutputStream().write(payment);
            assertEquals("06 03 7A", hex(read(socket, 3)));
            String result = new String(read(socket, 74), StandardCharsets.US_ASCII);
            assertEquals(
                    "123456780E00000************4242CLIA1B2C33261030288105000001000041007041", result.substring(1, 72));
            socket.getOutputStream().write(bytes("06 03 7A"));

            socket.getOutputStream().write(bytes(CLOSE));
            assertEquals("06 03 7A", hex(read(socket, 3)));
            assertEquals(
                    "123456780C0000000000000036750000000000003675",
                    new String(read(socket, 47), StandardCharsets.US_ASCII).substring(1, 45));
            assertEquals(List.of(new CardOperation(false, 3675, "000041", true)), twin.operations());
            assertEquals(0, twin.total());
        }
    }

    @Test
    void aRefusedAnswerIsRepeated() throws Exception {
        try (VirtualTerminal twin = twin();
                Socket socket = connect(twin)) {
            socket.getOutputStream().write(bytes(STATUS));
            read(socket, 3);
            String first = hex(read(socket, 42));
            socket.getOutputStream().write(bytes("15 03 69"));
            assertEquals(first, hex(read(socket, 42)));
            socket.getOutputStream().write(bytes("06 03 7A"));
        }
    }

    @Test
    void wrongRequestsAreRefused() throws Exception {
        List<String> wrong = List.of(
                // check byte
                "02 31 32 33 34 35 36 37 38 30 73 03 36",
                // another terminal
                "02 39 32 33 34 35 36 37 38 30 73 03 3D",
                // unknown letter
                "02 31 32 33 34 35 36 37 38 30 7A 03 3C",
                // too short for a closing
                "02 31 32 33 34 35 36 37 38 30 43 03 05");
        try (VirtualTerminal twin = twin();
                Socket socket = connect(twin)) {
            for (String request : wrong) {
                socket.getOutputStream().write(bytes(request));
                assertEquals("15 03 69", hex(read(socket, 3)), request);
            }
        }
    }

    @Test
    void noiseIsSurvived() throws Exception {
        Random random = new Random(42);
        try (VirtualTerminal twin = twin()) {
            try (Socket socket = connect(twin)) {
                for (int i = 0; i < 50; i++) {
                    byte[] noise = new byte[random.nextInt(3000)];
                    random.nextBytes(noise);
                    socket.getOutputStream().write(noise);
                }
            }
            try (Socket socket = connect(twin)) {
                // The last byte of the noise may have made it wait for one more: then it refuses once, and understands.
                socket.getOutputStream().write(bytes(STATUS));
                String answer = hex(read(socket, 3));
                if (answer.equals("15 03 69")) {
                    socket.getOutputStream().write(bytes(STATUS));
                    answer = hex(read(socket, 3));
                }
                assertEquals("06 03 7A", answer);
            }
            assertEquals(List.of(), twin.operations());
        }
    }
}
