package it.sportello.devices.twin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The thread in which a twin lives: bytes go in and out, the plug may be pulled and put back. */
public final class TwinLoop implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TwinLoop.class);
    private static final Duration TURN = Duration.ofMillis(10);
    private static final long OUTAGE = Duration.ofMillis(300).toNanos();

    /** The device behind the plug. Called on the twin's thread only. */
    public interface Behaviour {
        /** The first {@code count} bytes of the buffer came from the driver. */
        void received(byte[] buffer, int count);

        /** Called about every ten milliseconds, with or without bytes: a motor that turns. */
        default void turn() {}
    }

    private final TwinPlug plug;
    private final Behaviour behaviour;
    private final Thread thread;
    private volatile @Nullable TwinPort port;
    private volatile String address;
    private volatile boolean closed;
    private volatile boolean somebody;
    private volatile boolean wasAlone;
    private volatile long backAt;

    /** Puts the plug in; {@link #start()} begins to live. */
    public TwinLoop(String name, TwinPlug plug, Behaviour behaviour) throws IOException {
        this.plug = plug;
        this.behaviour = behaviour;
        TwinPort opened = plug.plugIn();
        this.port = opened;
        this.address = opened.address();
        this.thread = new Thread(this::live, name);
        this.thread.setDaemon(true);
    }

    public void start() {
        thread.start();
    }

    /** Where the driver finds the twin, also while it is unplugged. */
    public String address() {
        return address;
    }

    public boolean isPluggedIn() {
        return port != null;
    }

    /** Whether a driver is at the other end of the line. */
    public boolean isConnected() {
        return somebody && port != null;
    }

    /** Pulls the plug out; it stays out. */
    public void unplug() {
        backAt = 0;
        out();
    }

    /** Pulls the plug out and puts it back after a moment: the connection breaks and can be made again. */
    public void drop() {
        out();
        long back = System.nanoTime() + OUTAGE;
        backAt = back == 0 ? 1 : back;
    }

    // Whole before the plug goes in again: the port that leaves takes its name with it.
    private synchronized void out() {
        TwinPort open = port;
        port = null;
        if (open != null) {
            open.close();
        }
    }

    /** Puts it back. A second call does nothing. */
    public synchronized void plugIn() {
        if (port == null && !closed) {
            try {
                TwinPort opened = plug.plugIn();
                address = opened.address();
                wasAlone = false;
                port = opened;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Sends to the driver; lost when nobody is there. */
    public void write(byte[] bytes) {
        TwinPort open = port;
        if (open == null) {
            return;
        }
        try {
            open.write(bytes);
        } catch (IOException e) {
            LOG.debug("nobody took the twin's bytes", e);
        }
    }

    /** Cuts the driver off without a farewell, as a device does that gives up an idle connection; on a line nothing. */
    public void reset() {
        if (port instanceof TcpPort socket) {
            try {
                socket.reset();
            } catch (IOException e) {
                LOG.debug("the driver had left already", e);
            }
        }
    }

    private void live() {
        byte[] buffer = new byte[4096];
        while (!closed) {
            TwinPort open = port;
            if (open == null) {
                rest();
                comeBack();
            } else {
                listen(open, buffer);
            }
            behaviour.turn();
        }
    }

    private void comeBack() {
        long back = backAt;
        if (back == 0 || System.nanoTime() - back < 0) {
            return;
        }
        backAt = 0;
        try {
            plugIn();
        } catch (UncheckedIOException busy) {
            LOG.debug("the place of the plug is taken", busy);
            backAt = System.nanoTime() + OUTAGE;
        }
    }

    private void listen(TwinPort open, byte[] buffer) {
        try {
            int count = open.read(buffer, TURN);
            noticeWhoIsThere(open, count);
            if (count > 0) {
                behaviour.received(buffer, count);
            }
        } catch (IOException e) {
            if (open.equals(port)) {
                LOG.debug("the twin's plug is gone", e);
                unplug();
            }
        }
    }

    /** A pseudo-terminal that was never opened looks as if somebody silent were there. */
    private void noticeWhoIsThere(TwinPort open, int count) {
        wasAlone |= count == TwinPort.NOBODY || open instanceof TcpPort;
        somebody = count > 0 || (count == 0 && wasAlone);
    }

    private void rest() {
        try {
            Thread.sleep(TURN.toMillis());
        } catch (InterruptedException e) {
            closed = true;
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed = true;
        unplug();
    }
}
