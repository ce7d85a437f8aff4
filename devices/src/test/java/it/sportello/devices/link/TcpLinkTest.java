package it.sportello.devices.link;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.devices.link.LinkException.Kind;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
@SuppressWarnings({"NullAway.Init", "try"})
class TcpLinkTest {

    private static final Duration SHORT = Duration.ofMillis(200);

    private ServerSocket server;
    private LinkAddress address;

    @BeforeEach
    void listen() throws Exception {
        server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        address = LinkAddress.parse("tcp:127.0.0.1:" + server.getLocalPort());
    }

    @AfterEach
    void leave() throws Exception {
        server.close();
    }

    @Test
    void bytesTravelBothWays() throws Exception {
        try (Link link = address.newLink()) {
            link.open();
            try (Socket peer = server.accept()) {
                link.writeAll(new byte[] {1, 2, 3}, SHORT);
                assertArrayEquals(new byte[] {1, 2, 3}, peer.getInputStream().readNBytes(3));
                peer.getOutputStream().write(new byte[] {4, 5});
                byte[] buffer = new byte[10];
                int count = link.read(buffer, SHORT);
                assertArrayEquals(new byte[] {4, 5}, Arrays.copyOf(buffer, count));
                assertEquals(0, link.read(buffer, SHORT));
            }
            LinkException gone = assertThrows(LinkException.class, () -> link.read(new byte[1], SHORT));
            assertEquals(Kind.GONE, gone.kind());
        }
    }

    @Test
    void aPeerThatReadsNothingDoesNotHoldTheThread() throws Exception {
        try (Link link = address.newLink()) {
            link.open();
            try (Socket peer = server.accept()) {
                byte[] much = new byte[64 << 20];
                int taken = link.write(much, 0, much.length, SHORT);
                assertTrue(taken > 0 && taken < much.length, "taken " + taken);
                assertEquals(0, link.read(new byte[1], SHORT));
                assertTrue(peer.isConnected());
            }
        }
    }

    @Test
    @Tag("Q53")
    void whoIsThereIsFoundOutWithoutAByte() throws Exception {
        try (Link link = address.newLink()) {
            assertTrue(link.isThere());
            try (Socket knock = server.accept()) {
                assertEquals(-1, knock.getInputStream().read(), "only a door that opened and shut");
            }
            server.close();
            assertFalse(link.isThere());
        }
    }

    @Test
    @Tag("Q53")
    void aPartnerThatVanishesIsGivenUpByTheSystemWithinFourSeconds() throws Exception {
        try (TcpLink link = new TcpLink((LinkAddress.Tcp) address)) {
            link.open();
            assertEquals(0, link.watch());
            link.keepWatch();
            assertTrue(link.watch() > 0 && link.watch() <= 4, "seconds: " + link.watch());
        }
    }

    @Test
    void aClosedPortAndAnUnknownHostAreToldApart() throws Exception {
        server.close();
        try (Link link = address.newLink()) {
            assertEquals(
                    Kind.BUSY, assertThrows(LinkException.class, link::open).kind());
        }
        try (Link link = LinkAddress.parse("tcp:no-such-host.invalid:9100").newLink()) {
            assertEquals(
                    Kind.NOT_FOUND,
                    assertThrows(LinkException.class, link::open).kind());
        }
    }

    @Test
    void aBlockedReadEndsWhenAnotherThreadCloses() throws Exception {
        try (Link link = address.newLink()) {
            link.open();
            Thread closer = Thread.ofVirtual().start(() -> {
                try {
                    Thread.sleep(100);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                link.close();
            });
            assertThrows(LinkException.class, () -> link.read(new byte[1], Duration.ofSeconds(10)));
            closer.join();
        }
    }
}
