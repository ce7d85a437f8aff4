package it.sportello.devices.display;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import it.sportello.devices.DeviceState;
import it.sportello.devices.display.AlphaProtocol.Content;
import it.sportello.devices.display.AlphaProtocol.Position;
import it.sportello.devices.display.DisplayOutcome.NotShown;
import it.sportello.devices.display.DisplayOutcome.Overtaken;
import it.sportello.devices.display.DisplayOutcome.Shown;
import it.sportello.devices.link.Link;
import it.sportello.devices.link.LinkAddress;
import it.sportello.devices.link.LinkException;
import it.sportello.devices.twin.TwinFault;
import it.sportello.devices.twin.TwinPlug;
import it.sportello.devices.twin.display.VirtualDisplay;
import it.sportello.devices.twin.display.VirtualDisplay.Dialect;
import java.io.ByteArrayOutputStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Driver and twin over a pseudo-terminal and over TCP. */
@Timeout(60)
class QueueDisplayTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private static QueueDisplay driver(String address, DisplayProtocol protocol) {
        LinkAddress place = LinkAddress.parse(address);
        return new LinkQueueDisplay("prova", place::newLink, protocol, Duration.ofMillis(100), Clock.systemUTC());
    }

    private static DisplayOutcome show(QueueDisplay display, long sequence, String number) throws Exception {
        return display.show(new QueueCall(sequence, number, "3")).get(20, TimeUnit.SECONDS);
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + 20_000_000_000L;
        while (!condition.getAsBoolean() && System.nanoTime() < end) {
            Thread.sleep(10);
        }
        assertTrue(condition.getAsBoolean(), "did not happen in time");
    }

    @Test
    @Tag("Q43")
    void theNumberIsToBeReadAndTheDeskKnows() throws Exception {
        try (VirtualDisplay twin = new VirtualDisplay(TwinPlug.line(folder.resolve("display")), Dialect.CD5220);
                QueueDisplay display = driver(twin.address(), new Cd5220Protocol(Locale.ITALIAN))) {
            assertEquals(new Shown(1, false), show(display, 1, "A042"));
            await(() -> twin.lines().equals(List.of("CHIAMATA A042", "SPORTELLO 3")));
            assertEquals(new Overtaken(1), show(display, 1, "A041"));
            display.clear(2).get(20, TimeUnit.SECONDS);
            await(() -> twin.lines().equals(List.of("", "")));
        }
    }

    @Test
    @Tag("Q43")
    void afterAnInterruptionItShowsTheLatestStateOnly() throws Exception {
        try (VirtualDisplay twin = new VirtualDisplay(TwinPlug.line(folder.resolve("display")), Dialect.CD5220);
                QueueDisplay display = driver(twin.address(), new Cd5220Protocol(Locale.ITALIAN))) {
            display.start();
            show(display, 1, "A042");
            await(() -> display.status().state() == DeviceState.READY);
            twin.unplug();
            await(() -> display.status().state() == DeviceState.DISCONNECTED);
            assertInstanceOf(NotShown.class, show(display, 2, "A043"));
            assertEquals(new NotShown(3, "DEV-010"), show(display, 3, "A044"));
            twin.plugIn();
            await(() -> twin.lines().equals(List.of("CHIAMATA A044", "SPORTELLO 3")));
            assertTrue(twin.seen().stream().noneMatch(lines -> lines.getFirst().contains("A043")));
            assertEquals(DeviceState.READY, display.status().state());
        }
    }

    @Test
    void anAlphaSignConfirmsAndItsSilenceIsTold() throws Exception {
        try (VirtualDisplay twin = new VirtualDisplay(TwinPlug.tcp(0), Dialect.ALPHA);
                QueueDisplay display =
                        driver(twin.address(), new AlphaProtocol(Position.FILL, Content.NUMBER_AND_DESK, true, true))) {
            assertEquals(new Shown(1, true), show(display, 1, "A042"));
            assertEquals(List.of("A042 > 3"), twin.lines());
            twin.setMute(true);
            assertEquals(new NotShown(2, "DEV-012"), show(display, 2, "A043"));
            twin.setMute(false);
            assertEquals(new Shown(3, true), show(display, 3, "A044"));
        }
    }

    @Test
    void anAlphaSignOnASerialLineWithSevenBits() throws Exception {
        try (VirtualDisplay twin = new VirtualDisplay(TwinPlug.line(folder.resolve("alpha")), Dialect.ALPHA);
                QueueDisplay display = driver(
                        twin.address() + "?baud=9600&data=7&parity=even",
                        new AlphaProtocol(Position.MIDDLE, Content.NUMBER, false, false))) {
            assertEquals(new Shown(1, false), show(display, 1, "B007"));
            await(() -> twin.lines().equals(List.of("B007")));
        }
    }

    private static DisplayProtocol framed() {
        Map<String, String> settings = Map.of(
                "call", "\\x02C{ticket:4}{deskNumber:2}\\x03{check}",
                "recall", "\\x02R{ticket:4}{deskNumber:2}\\x03{check}",
                "clear", "\\x02X\\x03{check}",
                "keepalive", "\\x02K\\x03{check}",
                "check", "xor8 2..-1",
                "answer", "\\x06",
                "refused", "\\x15");
        return assertInstanceOf(DisplayTemplate.Reading.Good.class, DisplayTemplate.read(settings))
                .protocol();
    }

    private static DisplayProtocol protocol(Dialect dialect) {
        return switch (dialect) {
            case CD5220 -> new Cd5220Protocol(Locale.ITALIAN);
            case ALPHA -> new AlphaProtocol(Position.FILL, Content.NUMBER_AND_DESK, true, true);
            case DMD -> new DmdProtocol(Locale.ITALIAN, false);
            case AEDEX -> new AedexProtocol(Locale.ITALIAN, 20, AedexProtocol.FACTORY_ATTENTION);
            case FRAMED -> framed();
        };
    }

    private static List<String> showing(Dialect dialect, String number) {
        return switch (dialect) {
            case ALPHA -> List.of(number + " > 3");
            case FRAMED -> List.of(number, "> 3");
            default -> List.of("CHIAMATA " + number, "SPORTELLO 3");
        };
    }

    private static List<String> dark(Dialect dialect) {
        return dialect == Dialect.ALPHA ? List.of("") : List.of("", "");
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    @Tag("Q43")
    void everyProtocolShowsRepeatsAndClearsOnBothChannels(Dialect dialect) throws Exception {
        for (TwinPlug plug : List.of(TwinPlug.line(folder.resolve("display")), TwinPlug.tcp(0))) {
            try (VirtualDisplay twin = new VirtualDisplay(plug, dialect);
                    QueueDisplay display = driver(twin.address(), protocol(dialect))) {
                DisplayProtocol spoken = protocol(dialect);
                assertEquals(new Shown(1, spoken.answers()), show(display, 1, "A042"));
                await(() -> twin.lines().equals(showing(dialect, "A042")));
                QueueCall again = new QueueCall(2, "A042", "3", "", true);
                assertEquals(new Shown(2, spoken.answers()), display.show(again).get(20, TimeUnit.SECONDS));
                assertEquals(new Overtaken(1), show(display, 1, "A041"));
                await(() -> twin.lines().equals(showing(dialect, "A042")));
                display.clear(3).get(20, TimeUnit.SECONDS);
                await(() -> twin.lines().equals(dark(dialect)));
            }
        }
    }

    /** Whatever happens to an answer, in the end the latest number stands there and the desk was never told a lie. */
    @ParameterizedTest
    @EnumSource(TwinFault.class)
    @Tag("Q43")
    void aTroubledAnswerIsTriedAgain(TwinFault fault) throws Exception {
        for (Dialect dialect : List.of(Dialect.ALPHA, Dialect.FRAMED)) {
            try (VirtualDisplay twin = new VirtualDisplay(TwinPlug.line(folder.resolve(dialect.name())), dialect);
                    QueueDisplay display = driver(twin.address(), protocol(dialect))) {
                assertEquals(new Shown(1, true), show(display, 1, "A042"));
                twin.fail(fault);
                DisplayOutcome outcome = show(display, 2, "A043");
                if (outcome.equals(new Shown(2, true))) {
                    assertEquals(showing(dialect, "A043"), twin.lines(), fault.name());
                } else {
                    assertInstanceOf(NotShown.class, outcome);
                }
                display.start();
                twin.plugIn();
                await(() -> twin.lines().equals(showing(dialect, "A043"))
                        && display.status().state() == DeviceState.READY);
            }
        }
    }

    @Test
    @Tag("Q43")
    void aDisplayThatLostItsPowerWhileTheLineStayedIsWrittenAgain() throws Exception {
        for (Dialect dialect : List.of(Dialect.CD5220, Dialect.DMD, Dialect.AEDEX, Dialect.ALPHA)) {
            try (VirtualDisplay twin = new VirtualDisplay(TwinPlug.line(folder.resolve(dialect.name())), dialect);
                    QueueDisplay display = driver(twin.address(), protocol(dialect))) {
                display.start();
                show(display, 1, "A042");
                await(() -> twin.lines().equals(showing(dialect, "A042")));
                twin.restart();
                await(() -> twin.lines().equals(showing(dialect, "A042")));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void aPlugPulledInTheMiddleOfAMessageLeavesTheWholeNumberInTheEnd(Dialect dialect) throws Exception {
        try (VirtualDisplay twin = new VirtualDisplay(TwinPlug.line(folder.resolve("display")), dialect);
                QueueDisplay display = driver(twin.address(), protocol(dialect))) {
            display.start();
            show(display, 1, "A042");
            await(() -> twin.lines().equals(showing(dialect, "A042")));
            twin.unplugAfter(6);
            show(display, 2, "A043");
            await(() -> display.status().state() == DeviceState.DISCONNECTED);
            twin.plugIn();
            await(() -> twin.lines().equals(showing(dialect, "A043")));
        }
    }

    /** A line that hangs while it is opened: the call comes too late for its caller, but it is not lost. */
    @Test
    @Tag("Q43")
    void aCallThatCouldNotWaitIsShownWhenTheLineIsThere() throws Exception {
        CountDownLatch hanging = new CountDownLatch(1);
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        Supplier<Link> links = () -> new HangingLink(hanging, written);
        DisplayProtocol plain = assertInstanceOf(
                        DisplayTemplate.Reading.Good.class, DisplayTemplate.read(Map.of("call", "<{ticket}>")))
                .protocol();
        try (QueueDisplay display =
                new LinkQueueDisplay("prova", links, plain, Duration.ofMillis(50), Clock.systemUTC())) {
            display.start();
            assertInstanceOf(NotShown.class, show(display, 1, "A042"));
            assertInstanceOf(NotShown.class, show(display, 2, "A043"));
            hanging.countDown();
            await(() -> text(written).equals("<A043>"));
            assertEquals(new Overtaken(1), show(display, 1, "A042"));
            assertEquals("<A043>", text(written));
        }
    }

    private static String text(ByteArrayOutputStream written) {
        return written.toString(StandardCharsets.US_ASCII);
    }

    private record HangingLink(CountDownLatch hanging, ByteArrayOutputStream written) implements Link {
        @Override
        public void open() throws LinkException {
            try {
                hanging.await();
            } catch (InterruptedException cut) {
                Thread.currentThread().interrupt();
                throw new LinkException(LinkException.Kind.GONE, "cut", cut);
            }
        }

        @Override
        public int read(byte[] buffer, Duration limit) {
            return 0;
        }

        @Override
        public int write(byte[] bytes, int offset, int length, Duration limit) {
            written.write(bytes, offset, length);
            return length;
        }

        @Override
        public void close() {
            // Nothing is held.
        }
    }

    @Test
    @Tag("Q53")
    void aLineThatOpensAfterTheDisplayWasPutAwayIsLetGo() throws Exception {
        CountDownLatch opening = new CountDownLatch(1);
        CountDownLatch mayOpen = new CountDownLatch(1);
        CountDownLatch letGo = new CountDownLatch(1);
        Link slow = new Link() {
            @Override
            public void open() {
                opening.countDown();
                for (boolean held = true; held; ) {
                    try {
                        mayOpen.await();
                        held = false;
                    } catch (InterruptedException deaf) {
                        held = true;
                    }
                }
            }

            @Override
            public int read(byte[] buffer, Duration limit) {
                return 0;
            }

            @Override
            public int write(byte[] bytes, int offset, int length, Duration limit) {
                return length;
            }

            @Override
            public void close() {
                letGo.countDown();
            }
        };
        QueueDisplay display = new LinkQueueDisplay(
                "prova", () -> slow, new Cd5220Protocol(Locale.ITALIAN), Duration.ofMinutes(1), Clock.systemUTC());
        CompletableFuture<DisplayOutcome> showing = display.show(new QueueCall(1, "A042", "3"));
        assertTrue(opening.await(20, TimeUnit.SECONDS));
        display.close();
        mayOpen.countDown();
        assertTrue(letGo.await(20, TimeUnit.SECONDS), "its successor could not have the line");
        assertInstanceOf(NotShown.class, showing.get(20, TimeUnit.SECONDS));
    }

    @Test
    void aDisplayThatTakesDatagrams() throws Exception {
        try (DatagramSocket sign = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            sign.setSoTimeout(10_000);
            DisplayProtocol spoken = assertInstanceOf(
                            DisplayTemplate.Reading.Good.class,
                            DisplayTemplate.read(
                                    Map.of("call", "N{number:03}D{deskNumber}", "clear", "X", "answer", "OK")))
                    .protocol();
            try (QueueDisplay display = driver("udp:127.0.0.1:" + sign.getLocalPort(), spoken)) {
                CompletableFuture<DisplayOutcome> outcome = display.show(new QueueCall(1, "A042", "3"));
                DatagramPacket packet = new DatagramPacket(new byte[64], 64);
                sign.receive(packet);
                assertEquals("N042D3", new String(packet.getData(), 0, packet.getLength(), StandardCharsets.US_ASCII));
                sign.send(new DatagramPacket("OK".getBytes(StandardCharsets.US_ASCII), 2, packet.getSocketAddress()));
                assertEquals(new Shown(1, true), outcome.get(10, TimeUnit.SECONDS));
            }
        }
    }

    /** A panel with a web server: one request for each call, a connection for each request. */
    @Test
    void aDisplayBehindAWebServer() throws Exception {
        List<String> requests = new CopyOnWriteArrayList<>();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 4);
        server.createContext("/", exchange -> {
            requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
            boolean known = exchange.getRequestURI().getPath().equals("/call");
            exchange.sendResponseHeaders(known ? 204 : 404, -1);
            exchange.close();
        });
        server.start();
        try {
            Map<String, String> settings = Map.of(
                    "call", "GET /call?n={ticket}&d={deskNumber} HTTP/1.0\\r\\nHost: panel\\r\\n\\r\\n",
                    "recall", "GET /nowhere HTTP/1.0\\r\\nHost: panel\\r\\n\\r\\n",
                    "answer.pattern", "^HTTP/1\\.[01] 2",
                    "refused.pattern", "^HTTP/1\\.[01] [345]",
                    "retries", "0",
                    "connection", "each");
            DisplayProtocol spoken = assertInstanceOf(
                            DisplayTemplate.Reading.Good.class, DisplayTemplate.read(settings))
                    .protocol();
            try (QueueDisplay display =
                    driver("tcp:127.0.0.1:" + server.getAddress().getPort(), spoken)) {
                display.start();
                assertEquals(new Shown(1, true), show(display, 1, "A042"));
                assertEquals(new Shown(2, true), show(display, 2, "A043"));
                assertEquals(List.of("GET /call?n=A042&d=3", "GET /call?n=A043&d=3"), requests);
                assertEquals(
                        new NotShown(3, LinkQueueDisplay.REFUSED),
                        display.show(new QueueCall(3, "A043", "3", "", true)).get(20, TimeUnit.SECONDS));
            }
        } finally {
            server.stop(0);
        }
    }

    @Test
    void everyCodeOfTheDriverHasItsText() {
        for (String code : List.of("DEV-001", "DEV-010", "DEV-011", "DEV-012", LinkQueueDisplay.REFUSED)) {
            assertTrue(DisplayTexts.bundle(Locale.ITALIAN).containsKey("device." + code + ".action"), code);
        }
    }
}
