package it.sportello.quality.day.place;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** The line between desk and server, which the day can cut: a relay on the loopback address. */
public final class LineCutter implements AutoCloseable {
    private final ServerSocket server;
    private final InetSocketAddress target;
    private final AtomicBoolean cut = new AtomicBoolean();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    private LineCutter(ServerSocket server, InetSocketAddress target) {
        this.server = server;
        this.target = target;
    }

    /** A whole line to a server. */
    public static LineCutter before(URI backend) {
        try {
            LineCutter line = new LineCutter(
                    new ServerSocket(0, 50, InetAddress.getLoopbackAddress()),
                    new InetSocketAddress(backend.getHost(), backend.getPort()));
            Thread.ofVirtual().start(line::accept);
            return line;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The desk's side of the line. */
    public URI uri() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort());
    }

    /** Cuts the line: open connections break in the middle, new ones are dropped at once. */
    public void cut() {
        cut.set(true);
        open.forEach(LineCutter::drop);
    }

    /** The line is back. */
    public void mend() {
        cut.set(false);
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket desk = server.accept();
                if (cut.get()) {
                    drop(desk);
                    continue;
                }
                Thread.ofVirtual().start(() -> relay(desk));
            } catch (IOException e) {
                if (!server.isClosed()) {
                    System.err.println("line: " + e.getMessage());
                }
            }
        }
    }

    private void relay(Socket desk) {
        Socket backend = new Socket();
        open.add(desk);
        open.add(backend);
        try {
            backend.connect(target, 3_000);
            Thread answers = Thread.ofVirtual().start(() -> pump(backend, desk));
            pump(desk, backend);
            answers.join();
        } catch (IOException e) {
            drop(desk);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            drop(desk);
            drop(backend);
            open.remove(desk);
            open.remove(backend);
        }
    }

    private static void pump(Socket from, Socket to) {
        byte[] buffer = new byte[16_384];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                out.write(buffer, 0, read);
                out.flush();
            }
            to.shutdownOutput();
        } catch (IOException e) {
            drop(from);
            drop(to);
        }
    }

    private static void drop(Socket socket) {
        if (socket.isClosed()) {
            return;
        }
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException e) {
            // Both directions of a connection end it: the second may find it gone.
            if (!socket.isClosed()) {
                System.err.println("line: " + e.getMessage());
            }
        }
    }

    @Override
    public void close() {
        cut();
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
