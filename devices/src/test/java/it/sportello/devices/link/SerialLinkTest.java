package it.sportello.devices.link;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.devices.twin.PseudoTerminal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The serial link on a real line of the system, with the twin's plug on the other end. */
@Timeout(20)
@SuppressWarnings("try")
class SerialLinkTest {

    private static final Duration SHORT = Duration.ofMillis(200);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void everyByteTravelsUnchangedBothWays() throws Exception {
        byte[] all = new byte[256];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) i;
        }
        try (PseudoTerminal line = PseudoTerminal.open();
                Link link = LinkAddress.parse(line.address()).newLink()) {
            link.open();
            link.writeAll(all, SHORT);
            assertArrayEquals(all, readTwin(line, 256));
            line.write(all);
            assertArrayEquals(all, readLink(link, 256));
        }
    }

    @Test
    void anEmptyLineAnswersNothingWithinTheLimit() throws Exception {
        try (PseudoTerminal line = PseudoTerminal.open();
                Link link = LinkAddress.parse(line.address()).newLink()) {
            link.open();
            assertEquals(0, link.read(new byte[10], SHORT));
        }
    }

    @Test
    @Tag("Q53")
    void aPulledPlugIsNoticedAndTheSameNameOpensAgain() throws Exception {
        Path name = folder.resolve("reader");
        PseudoTerminal first = PseudoTerminal.open(name);
        LinkAddress address = LinkAddress.parse(first.address());
        try (Link link = address.newLink()) {
            link.open();
            first.close();
            LinkException gone = assertThrows(LinkException.class, () -> link.read(new byte[10], SHORT));
            assertEquals(LinkException.Kind.GONE, gone.kind());
        }
        try (Link absent = address.newLink()) {
            assertEquals(
                    LinkException.Kind.NOT_FOUND,
                    assertThrows(LinkException.class, absent::open).kind());
        }
        try (PseudoTerminal second = PseudoTerminal.open(name);
                Link link = address.newLink()) {
            link.open();
            second.write("pronto".getBytes(StandardCharsets.US_ASCII));
            assertEquals("pronto", new String(readLink(link, 6), StandardCharsets.US_ASCII));
        }
    }

    @Test
    void aDeviceThatTakesNothingDoesNotHoldTheThread() throws Exception {
        try (PseudoTerminal line = PseudoTerminal.open();
                Link link = LinkAddress.parse(line.address()).newLink()) {
            link.open();
            byte[] more = new byte[1_000_000];
            LinkException late = assertThrows(LinkException.class, () -> link.writeAll(more, SHORT));
            assertTrue(late.kind() == LinkException.Kind.GONE || late.kind() == LinkException.Kind.TIME_OUT);
        }
    }

    @Test
    void aBlockedReadEndsWhenAnotherThreadCloses() throws Exception {
        try (PseudoTerminal line = PseudoTerminal.open();
                Link link = LinkAddress.parse(line.address()).newLink()) {
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

    private static byte[] readTwin(PseudoTerminal line, int wanted) throws IOException {
        byte[] all = new byte[wanted];
        int have = 0;
        byte[] buffer = new byte[wanted];
        long end = System.nanoTime() + 20_000_000_000L;
        while (have < wanted && System.nanoTime() < end) {
            int count = line.read(buffer, SHORT);
            if (count > 0) {
                System.arraycopy(buffer, 0, all, have, count);
                have += count;
            }
        }
        return Arrays.copyOf(all, have);
    }

    private static byte[] readLink(Link link, int wanted) throws IOException {
        byte[] all = new byte[wanted];
        int have = 0;
        byte[] buffer = new byte[wanted];
        long end = System.nanoTime() + 20_000_000_000L;
        while (have < wanted && System.nanoTime() < end) {
            int count = link.read(buffer, SHORT);
            System.arraycopy(buffer, 0, all, have, count);
            have += count;
        }
        return Arrays.copyOf(all, have);
    }
}
