package it.sportello.devices.link;

import it.sportello.devices.DeviceFault;
import it.sportello.devices.DeviceState;
import it.sportello.devices.StatusBoard;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The line of a device that only speaks: it is listened to all the time, looked after, and opened again whenever it is
 * lost. When what is heard meets a mistake of ours the device shows {@link DeviceFault#LISTENING_FAILED} and is listened
 * to again: a lamp that says ready over a thread that has ended would be a lie.
 */
public final class ListeningLine implements AutoCloseable {

    /** Half of the time within which the lamp must have turned (Q53). */
    private static final Duration LOOK = Duration.ofMillis(2500);

    /** How long one turn on the lane listens. */
    private static final Duration TURN = Duration.ofSeconds(1);
    /** Longer than opening a line and hearing what it says may ever take, beside the rest before a new try. */
    private static final Duration TURN_LIMIT = Duration.ofSeconds(30);

    /** What understands the bytes of one connection. */
    @FunctionalInterface
    public interface Ear {
        /**
         * Called for everything that arrives, and with a count of 0 whenever a while passed in silence.
         *
         * @param buffer holds {@code count} bytes at its start, valid during the call only
         * @param nanoTime the moment, by {@link System#nanoTime()}
         * @throws LinkException when an answer could not be given: the line is lost
         */
        void hear(byte[] buffer, int count, long nanoTime) throws LinkException;
    }

    private final Supplier<Link> links;
    private final Duration silence;
    private final Duration retry;
    private final StatusBoard board;
    private final Function<Link, Ear> ears;
    private final DeviceLane lane;
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile @Nullable Connection current;
    private volatile boolean rests;
    private boolean begun;

    /** One connection, with what one turn leaves to the next. */
    private static final class Connection {
        private final Link link;
        private final Ear ear;
        private final byte[] buffer = new byte[512];
        private long looked = System.nanoTime();

        Connection(Link link, Ear ear) {
            this.link = link;
            this.ear = ear;
        }
    }

    /**
     * A line that {@link #start()} begins to listen to.
     *
     * @param name of the device, for its thread and the log
     * @param links a new link for every connection
     * @param silence after so long without a byte the ear is told
     * @param retry between two tries to open the line
     * @param ears a new one for every connection
     */
    public ListeningLine(
            String name,
            Supplier<Link> links,
            Duration silence,
            Duration retry,
            StatusBoard board,
            Function<Link, Ear> ears) {
        this.links = links;
        this.silence = silence;
        this.retry = retry;
        this.board = board;
        this.ears = ears;
        this.lane = new DeviceLane(name, 2, this::cut);
    }

    /** Begins to listen; a second call does nothing. */
    public synchronized void start() {
        if (!begun) {
            begun = true;
            goOn();
        }
    }

    private void goOn() {
        CompletableFuture<Void> unused = lane.submit("listen", retry.plus(TURN_LIMIT), () -> {
                    turn();
                    return board.status();
                })
                .handle((status, failure) -> {
                    if (failure != null) {
                        // The lane has logged it; the lamp must not stay as it was.
                        board.become(DeviceState.FAULT, DeviceFault.LISTENING_FAILED);
                        drop(current);
                    }
                    if (closed.getCount() > 0) {
                        goOn();
                    }
                    return null;
                });
    }

    private void turn() throws InterruptedException {
        Connection open = current;
        if (open != null) {
            listen(open);
        } else if (!rests || !closed.await(retry.toMillis(), TimeUnit.MILLISECONDS)) {
            connect();
        }
    }

    private void connect() {
        rests = true;
        Link link = links.get();
        Connection opening = new Connection(link, ears.apply(link));
        current = opening;
        try {
            link.open();
            link.keepWatch();
            board.become(DeviceState.READY, "");
        } catch (LinkException e) {
            lost(opening, DeviceFault.LINK_UNAVAILABLE);
        }
        if (closed.getCount() == 0) {
            drop(opening);
        }
    }

    private void listen(Connection open) {
        try {
            long end = System.nanoTime() + TURN.toNanos();
            while (closed.getCount() > 0 && System.nanoTime() < end) {
                int count = open.link.read(open.buffer, silence);
                long now = System.nanoTime();
                open.ear.hear(open.buffer, count, now);
                if (now - open.looked > LOOK.toNanos()) {
                    open.looked = now;
                    lookAt(open.link);
                }
            }
        } catch (LinkException e) {
            lost(open, DeviceFault.LINK_LOST);
        }
    }

    /** Not every system says that a USB device was pulled out: the port is looked for as well (Q53). */
    private static void lookAt(Link link) throws LinkException {
        if (!link.isThere()) {
            throw new LinkException(LinkException.Kind.GONE, "the device's port is not there any more");
        }
    }

    private void lost(Connection open, String code) {
        if (drop(open)) {
            board.become(DeviceState.DISCONNECTED, code);
        }
    }

    /** Whether it was the present one: a turn that was left behind must not speak for what took its place. */
    private synchronized boolean drop(@Nullable Connection open) {
        if (open == null) {
            return false;
        }
        open.link.close();
        boolean present = open.equals(current);
        if (present) {
            current = null;
        }
        return present;
    }

    /** Called by the lane's watchdog, too. */
    private void cut() {
        drop(current);
    }

    /** Lets the line go; what happens on it from now on changes nothing on the board. */
    @Override
    public void close() {
        closed.countDown();
        board.end(DeviceState.DISCONNECTED, DeviceFault.CLOSED);
        lane.close();
        cut();
    }
}
