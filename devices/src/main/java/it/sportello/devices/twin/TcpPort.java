package it.sportello.devices.twin;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A twin's network plug, on the loopback address only. As with the real devices one client is served at a time; a second
 * one is connected by the system but not answered until the first has left.
 */
public final class TcpPort implements TwinPort {
    private static final int MOST_TRIES = 100;
    private static final long BETWEEN_TRIES = 20;

    private final ServerSocket server;
    private volatile @Nullable Socket client;
    private volatile boolean closed;

    /**
     * Opens the plug at a port that may have been let go a moment ago: the system keeps it until the thread that waited
     * there has heard of it.
     */
    static TcpPort open(int port) throws IOException {
        for (int tries = 1; ; tries++) {
            try {
                return new TcpPort(port);
            } catch (BindException busy) {
                if (port == 0 || tries == MOST_TRIES) {
                    throw busy;
                }
            }
            try {
                TimeUnit.MILLISECONDS.sleep(BETWEEN_TRIES);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("while the port was busy");
            }
        }
    }

    /**
     * Opens the plug.
     *
     * @param port 0 lets the system choose; {@link #port()} tells which
     */
    public TcpPort(int port) throws IOException {
        server = new ServerSocket();
        server.setReuseAddress(true);
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1);
    }

    public int port() {
        return server.getLocalPort();
    }

    @Override
    public String address() {
        return "tcp:127.0.0.1:" + port();
    }

    @Override
    public int read(byte[] buffer, Duration limit) throws IOException {
        Socket served = client;
        int millis = (int) Math.max(1, limit.toMillis());
        if (served == null) {
            return accept(millis);
        }
        try {
            served.setSoTimeout(millis);
            int count = served.getInputStream().read(buffer);
            if (count >= 0) {
                return count;
            }
            hangUp();
            return NOBODY;
        } catch (SocketTimeoutException e) {
            return 0;
        } catch (SocketException e) {
            hangUp();
            if (closed) {
                throw e;
            }
            return NOBODY;
        }
    }

    private int accept(int millis) throws IOException {
        try {
            server.setSoTimeout(millis);
            Socket accepted = server.accept();
            accepted.setTcpNoDelay(true);
            client = accepted;
            if (closed) {
                hangUp();
            }
            return 0;
        } catch (SocketTimeoutException e) {
            return NOBODY;
        }
    }

    @Override
    public void write(byte[] bytes) throws IOException {
        Socket served = client;
        if (served == null) {
            return;
        }
        try {
            served.getOutputStream().write(bytes);
        } catch (SocketException e) {
            hangUp();
        }
    }

    /** Cuts the present client off, as a printer that resets an idle connection does. */
    public void hangUp() {
        Socket served = client;
        client = null;
        TwinClose.of(served);
    }

    /** Cuts the present client off without a farewell, as a device does that loses its power. */
    public void reset() throws IOException {
        Socket served = client;
        if (served != null) {
            served.setSoLinger(true, 0);
        }
        hangUp();
    }

    @Override
    public void close() {
        closed = true;
        hangUp();
        TwinClose.of(server);
    }
}
