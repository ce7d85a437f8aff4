package it.sportello.devices.twin.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import it.sportello.devices.DeviceState;
import it.sportello.devices.ThreadGuard;
import it.sportello.devices.card.CardEvent;
import it.sportello.devices.card.CardReader;
import it.sportello.devices.card.CardReaderSettings;
import it.sportello.devices.card.CardReaders;
import it.sportello.devices.card.CardReading;
import it.sportello.devices.twin.PseudoTerminal;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Every twin as a program of its own, and other programs against it. */
@Timeout(120)
class TwinProgramTest {
    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

    @TempDir
    private Path folder;

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex.replace(" ", ""));
    }

    private static Socket connect(TwinProcess twin) throws IOException {
        return new Socket(LOOPBACK, twin.port());
    }

    @Test
    void aReceiptOfAnyProgramIsShownAndPainted() throws Exception {
        try (TwinProcess twin = new TwinProcess("printer", "--pictures", folder.toString())) {
            try (Socket program = connect(twin)) {
                program.getOutputStream().write(bytes("1B 40 1B 74 13"));
                program.getOutputStream().write("Totale ".getBytes(StandardCharsets.US_ASCII));
                program.getOutputStream().write(bytes("D5 20 33 36 2C 31 30 0A 1B 70 00 19 FA 1D 56 41 03 10 04 01"));
                assertEquals(0x12, program.getInputStream().read());
                twin.await("receipt 1");
                twin.await("| Totale € 36,10");
                String picture = twin.await(line -> line.startsWith("picture "));
                assertTrue(Files.size(Path.of(picture.substring("picture ".length()))) > 100);
                twin.await("the drawer opens");
                twin.obeys("paper out");
                twin.tell("paper upside down");
                assertTrue(twin.await(line -> line.startsWith("the paper is one of"))
                        .contains("low, ok, out"));
                program.getOutputStream().write(bytes("10 04 04"));
                assertEquals(0x7E, program.getInputStream().read());
            }
            twin.tell("quit");
            assertEquals(0, twin.exit());
        }
    }

    @Test
    void theTerminalAnswersThePublishedFrameAndDoesWhatItIsTold() throws Exception {
        try (TwinProcess twin = new TwinProcess("terminal", "--tcp", "0")) {
            try (Socket desk = connect(twin)) {
                desk.getOutputStream().write(bytes("02 31 32 33 34 35 36 37 38 30 73 03 35"));
                InputStream in = desk.getInputStream();
                assertArrayEquals(bytes("06 03 7A"), in.readNBytes(3));
                String answer = new String(in.readNBytes(42), StandardCharsets.US_ASCII);
                assertEquals("\u0002123456780s", answer.substring(0, 11));
                assertEquals('2', answer.charAt(31));
                twin.await("request: s status");
            }
            twin.obeys("refuse CARTA SCADUTA");
            try (Socket desk = connect(twin)) {
                String payment = "123456780P00000001" + "00000" + "00003675" + " ".repeat(128) + "00000000";
                desk.getOutputStream().write(bytes("02"));
                desk.getOutputStream().write(payment.getBytes(StandardCharsets.US_ASCII));
                desk.getOutputStream().write(bytes("03 20"));
                assertArrayEquals(bytes("06 03 7A"), desk.getInputStream().readNBytes(3));
                String answer = new String(desk.getInputStream().readNBytes(74), StandardCharsets.US_ASCII);
                assertEquals("E01CARTA SCADUTA", answer.substring(10, 26));
                twin.await("request: P payment of 36,75 euro");
                twin.await("bank: payment refused, 36,75 euro, STAN 000041");
            }
            assertEquals(143, twin.terminate());
            twin.saidNothingOf("Exception in thread");
        }
    }

    @Test
    void nobodyFromOutsideReachesIt() throws Exception {
        try (TwinProcess twin = new TwinProcess("display", "--tcp", "0")) {
            connect(twin).close();
            List<InetAddress> outside = NetworkInterface.networkInterfaces()
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
                    .toList();
            for (InetAddress address : outside) {
                try (Socket stranger = new Socket()) {
                    assertThrows(
                            ConnectException.class,
                            () -> stranger.connect(new InetSocketAddress(address, twin.port()), 5000));
                }
            }
        }
    }

    @Test
    void aDisplayShowsWhatIsWrittenOnItsLine() throws Exception {
        assumeTrue(PseudoTerminal.isSupported());
        Path link = folder.resolve("display");
        try (TwinProcess twin = new TwinProcess("display", "--link", link.toString())) {
            assertEquals("serial:" + link, twin.address());
            twin.obeys("mute off");
            twin.saidNothingOf("a program is connected");
            Files.write(
                    link, bytes("0C 1B 51 41 4E 55 4D 45 52 4F 20 41 30 34 37 0D 1B 51 42 53 50 4F 52 54 20 33 0D"));
            twin.await("| NUMERO A047");
            twin.await("| SPORT 3");
            twin.tell("quit");
            assertEquals(0, twin.exit());
        }
        assertFalse(Files.exists(link, java.nio.file.LinkOption.NOFOLLOW_LINKS), "its name goes with it");
    }

    @Test
    void aScannerAndItsFaults() throws Exception {
        try (TwinProcess twin = new TwinProcess("scanner", "--tcp", "0", "--suffix", "crlf", "--stx");
                Socket program = connect(twin)) {
            InputStream in = program.getInputStream();
            program.setSoTimeout(60_000);
            twin.await("a program is connected");
            twin.tell("scan RSSMRA80A41H501Y");
            assertEquals("\u0002RSSMRA80A41H501Y\r\n", new String(in.readNBytes(19), StandardCharsets.US_ASCII));
            twin.tell("fault partial at 2 after 3");
            twin.tell("scan A");
            twin.tell("scan BCDEF");
            twin.tell("scan G");
            assertEquals("\u0002A\r\n\u0002BC\u0002G\r\n", new String(in.readNBytes(11), StandardCharsets.US_ASCII));
            twin.tell("fault confetti");
            twin.await(line -> line.startsWith("the fault is one of delayed-byte, disconnect, duplicate, garbage"));
        }
    }

    @Test
    void aValidatorTellsOfItsGate() throws Exception {
        try (TwinProcess twin = new TwinProcess("detector", "--tcp", "0", "--protocol", "ssp")) {
            twin.tell("note 50");
            twin.await(line -> line.startsWith("the gate is closed"));
            try (Socket program = connect(twin)) {
                program.getOutputStream().write(bytes("7F 80 01 11 65 82"));
                assertArrayEquals(
                        bytes("7F 80 01 F0 23 80"), program.getInputStream().readNBytes(6));
                program.getOutputStream().write(bytes("7F 00 01 0A 3C 08"));
                twin.await("the gate is open");
            }
        }
    }

    @Test
    void aDetectorWritesItsLines() throws Exception {
        Path scenario = folder.resolve("scenario");
        Files.writeString(scenario, "# a bad day\nrefuse CARTA SCADUTA\n\nnote 50\n");
        try (TwinProcess twin = new TwinProcess("detector", "--tcp", "0");
                Socket program = connect(twin)) {
            twin.await("a program is connected");
            twin.tell("note 50 SA1");
            twin.tell("suspect 20 SA2");
            assertEquals(
                    "EUR  50 PASS SA1\r\nEUR  20 COUNTERFEIT SA2\r\n",
                    new String(program.getInputStream().readNBytes(43), StandardCharsets.US_ASCII));
        }
        try (TwinProcess twin = new TwinProcess("terminal", "--tcp", "0", "--scenario", scenario.toString())) {
            twin.await("ok");
            twin.await("there is no command note; help lists them");
        }
    }

    @Test
    void withoutADaemonOurOwnDriverReadsTheCard() throws Exception {
        Path cards = folder.resolve("cards");
        Files.writeString(
                cards,
                "anna = 6090000000025005;2024-03-15;2030-03-14;NERI;ANNA;1980-01-01;F;NREANN80A41H501T;H501;D612\n");
        try (TwinProcess twin = new TwinProcess("card", "--in-process", "--file", cards.toString())) {
            twin.await(line -> line.startsWith("read: card 6090000000017002 in "));
            twin.tell("remove");
            twin.await("the card is gone");
            twin.tell("insert anna mute");
            twin.await(line -> line.startsWith("the commands is missing"));
            twin.tell("insert anna sticky");
            twin.await(line -> line.startsWith("there is no trouble sticky"));
            twin.tell("insert anna");
            twin.await(line -> line.startsWith("read: card 6090000000025005 in "));
            twin.tell("insert anna garbage 0");
            twin.await(line -> line.startsWith("not read: "));
            twin.tell("insert bank");
            twin.await(line -> line.startsWith("not read: WRONG_CARD"));
            twin.tell("quit");
            assertEquals(0, twin.exit());
        }
    }

    @Test
    void aWorkstationThatPlaysTheReaderIsGivenTheCard() throws Exception {
        int port;
        try (ServerSocket probe = new ServerSocket(0, 1, LOOPBACK)) {
            port = probe.getLocalPort();
        }
        BlockingQueue<CardEvent> events = new LinkedBlockingQueue<>();
        try (CardReader reader = CardReaders.reader(
                CardReaderSettings.usual("desk"),
                CardReaders.virtualReader(port, ThreadGuard.ANY_THREAD),
                Clock.systemUTC())) {
            reader.addCardListener(events::add);
            reader.start();
            while (reader.status().state() != DeviceState.READY) {
                Thread.onSpinWait();
            }
            try (TwinProcess twin = new TwinProcess("card", "--vpcd", Integer.toString(port), "--insert", "v2")) {
                assertTrue(twin.address().endsWith(" tcp:127.0.0.1:" + port), twin.address());
                CardEvent event = events.poll(60, TimeUnit.SECONDS);
                while (event != null && !(event instanceof CardEvent.Inserted)) {
                    event = events.poll(60, TimeUnit.SECONDS);
                }
                CardReading reading =
                        assertInstanceOf(CardEvent.Inserted.class, event).reading();
                assertEquals("VRDLGU62T12F205K", reading.data().codiceFiscale().value());
            }
        }
    }

    /** In a name space where {@code /run/pcscd} is ours, so that no daemon of the machine is met. */
    @Test
    @Tag("oracle")
    void openScReadsTheCardAtTheUsualSocketAndNoDaemonIsLeft() throws Exception {
        assumeTrue("root".equals(System.getProperty("user.name")), "the daemon needs the superuser");
        Path socket = folder.resolve("pcscd.comm");
        List<String> here = List.of(
                "unshare",
                "-m",
                "sh",
                "-c",
                "mkdir -p /run/pcscd && mount --bind \"$0\" /run/pcscd && exec \"$@\"",
                folder.toString());
        try (TwinProcess twin = new TwinProcess(here, "card")) {
            assertEquals("pcsc:\"Virtual PCD 00 00\" of a PC/SC daemon started for it", twin.address());
            awaitCard(socket, true);
            assertTrue(openSc(socket, "-n").contains("CNS card"));
            assertThrows(ConnectException.class, () -> new Socket(LOOPBACK, 35963).close(), "the reader is confined");
            twin.obeys("remove");
            awaitCard(socket, false);
            twin.obeys("insert identity");
            awaitCard(socket, true);
            assertFalse(openSc(socket, "-n").contains("CNS card"));
            assertEquals(143, twin.terminate());
            assertFalse(Files.exists(socket));
        }
        try (TwinProcess twin = new TwinProcess(here, "card", "--empty")) {
            awaitCard(socket, false);
            twin.kill();
            while (Files.exists(socket)) {
                Thread.onSpinWait();
            }
        }
    }

    private static void awaitCard(Path socket, boolean there) throws Exception {
        while (openSc(socket, "-l").contains("Yes") != there) {
            Thread.onSpinWait();
        }
    }

    private static String openSc(Path socket, String option) throws Exception {
        ProcessBuilder builder = new ProcessBuilder("opensc-tool", option).redirectErrorStream(true);
        builder.environment().put("PCSCLITE_CSOCK_NAME", socket.toString());
        Process process = builder.start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return text;
    }
}
