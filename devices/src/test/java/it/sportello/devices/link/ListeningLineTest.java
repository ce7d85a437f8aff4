package it.sportello.devices.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.devices.DeviceFault;
import it.sportello.devices.DeviceKind;
import it.sportello.devices.DeviceState;
import it.sportello.devices.StatusBoard;
import it.sportello.devices.dispenser.DispenserTexts;
import it.sportello.devices.scanner.ScannerTexts;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The loop around a device that only speaks, on a line whose plug is in the test's hand. */
@Tag("Q53")
class ListeningLineTest {
    private static final Duration SHORT = Duration.ofMillis(20);

    private final StatusBoard board = new StatusBoard(DeviceKind.TICKET_DISPENSER, "prova", Clock.systemUTC());
    private final BlockingQueue<String> states = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final AtomicBoolean plugged = new AtomicBoolean(true);
    private final AtomicBoolean listed = new AtomicBoolean(true);
    private final BlockingQueue<byte[]> said = new LinkedBlockingQueue<>();

    /** A line that breaks when its plug is pulled; its port may vanish without a word. */
    private final class Plug implements Link {
        private volatile boolean closed;

        @Override
        public void open() throws LinkException {
            if (!plugged.get()) {
                throw new LinkException(LinkException.Kind.NOT_FOUND, "no such port");
            }
        }

        @Override
        public int read(byte[] buffer, Duration limit) throws LinkException {
            byte[] next = poll(limit);
            if (!plugged.get() || closed) {
                throw new LinkException(LinkException.Kind.GONE, "pulled");
            }
            System.arraycopy(next, 0, buffer, 0, next.length);
            return next.length;
        }

        private byte[] poll(Duration limit) {
            try {
                byte[] next = said.poll(limit.toMillis(), TimeUnit.MILLISECONDS);
                return next == null ? new byte[0] : next;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return new byte[0];
            }
        }

        @Override
        public int write(byte[] bytes, int offset, int length, Duration limit) {
            return length;
        }

        @Override
        public boolean isThere() {
            return listed.get();
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    private ListeningLine line(Supplier<Link> links, Duration retry, ListeningLine.Ear ear) {
        board.addListener(status -> states.add(status.state() + " " + status.code()));
        return new ListeningLine("prova", links, SHORT, retry, board, link -> ear);
    }

    private ListeningLine line(ListeningLine.Ear ear) {
        return line(Plug::new, SHORT, ear);
    }

    private void hear(byte[] buffer, int count, long nanoTime) {
        if (count > 0) {
            String text = new String(buffer, 0, count, StandardCharsets.US_ASCII);
            if (text.equals("bug")) {
                throw new IllegalStateException("a mistake in the parser");
            }
            heard.add(text);
        }
    }

    private void say(String text) {
        said.add(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static String next(BlockingQueue<String> queue) throws InterruptedException {
        String next = queue.poll(60, TimeUnit.SECONDS);
        return next == null ? "nothing came" : next;
    }

    /** The next state that is of this kind; a line that is away says so once for the loss and once for the tries. */
    private String nextOf(DeviceState state) throws InterruptedException {
        String next = next(states);
        while (!next.startsWith(state.name()) && !next.equals("nothing came")) {
            next = next(states);
        }
        return next;
    }

    @Test
    void aLineThatIsPulledIsToldAndTakenUpAgain() throws Exception {
        try (ListeningLine line = line(this::hear)) {
            line.start();
            assertEquals("READY ", nextOf(DeviceState.READY));
            say("uno");
            assertEquals("uno", next(heard));
            plugged.set(false);
            assertEquals("DISCONNECTED " + DeviceFault.LINK_LOST, nextOf(DeviceState.DISCONNECTED));
            assertEquals("DISCONNECTED " + DeviceFault.LINK_UNAVAILABLE, nextOf(DeviceState.DISCONNECTED));
            plugged.set(true);
            assertEquals("READY ", nextOf(DeviceState.READY));
            say("due");
            assertEquals("due", next(heard));
        }
    }

    /** The system still reads silence from it, but its port is not listed any more. */
    @Test
    void aPortThatVanishedWithoutAWordIsNoticed() throws Exception {
        try (ListeningLine line = line(this::hear)) {
            line.start();
            assertEquals("READY ", nextOf(DeviceState.READY));
            listed.set(false);
            assertEquals("DISCONNECTED " + DeviceFault.LINK_LOST, nextOf(DeviceState.DISCONNECTED));
        }
    }

    @Test
    void aMistakeInWhatListensTurnsTheLampAndTheLineIsHeardAgain() throws Exception {
        try (ListeningLine line = line(this::hear)) {
            line.start();
            assertEquals("READY ", nextOf(DeviceState.READY));
            say("bug");
            assertEquals("FAULT " + DeviceFault.LISTENING_FAILED, nextOf(DeviceState.FAULT));
            assertEquals("READY ", nextOf(DeviceState.READY));
            say("tre");
            assertEquals("tre", next(heard));
            say("bug");
            assertEquals("FAULT " + DeviceFault.LISTENING_FAILED, nextOf(DeviceState.FAULT));
            assertEquals("READY ", nextOf(DeviceState.READY));
        }
    }

    @Test
    void aMistakeWhileTheLineIsMadeTurnsTheLampToo() throws Exception {
        AtomicBoolean broken = new AtomicBoolean(true);
        Supplier<Link> links = () -> {
            if (broken.getAndSet(false)) {
                throw new IllegalStateException("a mistake");
            }
            return new Plug();
        };
        try (ListeningLine line = line(links, SHORT, this::hear)) {
            line.start();
            assertEquals("FAULT " + DeviceFault.LISTENING_FAILED, nextOf(DeviceState.FAULT));
            assertEquals("READY ", nextOf(DeviceState.READY));
        }
    }

    /** Nothing but its own end stops a rest of an hour: the thread must be gone long before. */
    @Test
    void closingDuringTheRestEndsAtOnceAndIsTheLastWord() throws Exception {
        plugged.set(false);
        CountDownLatch asked = new CountDownLatch(1);
        Supplier<Link> links = () -> {
            asked.countDown();
            return new Plug();
        };
        ListeningLine line = line(links, Duration.ofHours(1), this::hear);
        line.start();
        assertTrue(asked.await(60, TimeUnit.SECONDS));
        nextOf(DeviceState.DISCONNECTED);
        assertEquals("DISCONNECTED " + DeviceFault.LINK_UNAVAILABLE, next(states));
        List<Thread> threads = Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("prova-lane"))
                .toList();
        assertFalse(threads.isEmpty());
        line.close();
        for (Thread thread : threads) {
            assertTrue(thread.join(Duration.ofSeconds(60)), "still there");
        }
        assertEquals("DISCONNECTED " + DeviceFault.CLOSED, next(states));
        board.become(DeviceState.READY, "");
        assertEquals(DeviceFault.CLOSED, board.status().code());
    }

    @Test
    void theMistakeHasItsWordsForEveryDeviceThatIsListenedTo() {
        for (ResourceBundle bundle :
                List.of(DispenserTexts.bundle(Locale.ITALIAN), ScannerTexts.bundle(Locale.ITALIAN))) {
            assertTrue(bundle.containsKey("device." + DeviceFault.LISTENING_FAILED));
            assertTrue(bundle.containsKey("device." + DeviceFault.LISTENING_FAILED + ".action"));
        }
    }
}
