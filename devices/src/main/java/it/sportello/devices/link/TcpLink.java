package it.sportello.devices.link;

import it.sportello.devices.link.LinkException.Kind;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Set;
import jdk.net.ExtendedSocketOptions;
import org.jspecify.annotations.Nullable;

/**
 * A raw socket, as printers offer on port 9100. Works without blocking calls, because the writes of an ordinary socket
 * have no time limit and a printer without paper stops reading.
 */
public final class TcpLink implements Link {

    /** A printer that serves somebody else leaves the connection hanging; longer than this nobody waits at a counter. */
    public static final Duration CONNECT_LIMIT = Duration.ofSeconds(3);

    /** A device on the same network answers in a few thousandths of a second. */
    private static final Duration KNOCK_LIMIT = Duration.ofMillis(1500);

    private static final int WATCH_AFTER_SECONDS = 2;
    private static final int WATCH_EVERY_SECONDS = 1;
    private static final int UNANSWERED_WATCHES = 2;

    private final LinkAddress.Tcp address;
    private volatile @Nullable SocketChannel channel;
    private volatile @Nullable Selector selector;

    public TcpLink(LinkAddress.Tcp address) {
        this.address = address;
    }

    @Override
    public void open() throws LinkException {
        connect(CONNECT_LIMIT);
    }

    private void connect(Duration limit) throws LinkException {
        InetSocketAddress target = new InetSocketAddress(address.host(), address.port());
        if (target.isUnresolved()) {
            throw new LinkException(Kind.NOT_FOUND, "unknown host");
        }
        try {
            SocketChannel opened = SocketChannel.open();
            channel = opened;
            opened.configureBlocking(false);
            opened.setOption(StandardSocketOptions.TCP_NODELAY, true);
            Selector opening = Selector.open();
            selector = opening;
            if (!opened.connect(target)) {
                finishConnecting(opened, opening, limit);
            }
        } catch (LinkException e) {
            close();
            throw e;
        } catch (IOException e) {
            close();
            throw new LinkException(Kind.BUSY, "connection refused", e);
        }
    }

    private static void finishConnecting(SocketChannel opened, Selector opening, Duration limit) throws IOException {
        opened.register(opening, SelectionKey.OP_CONNECT);
        opening.select(limit.toMillis());
        if (!opened.finishConnect()) {
            throw new LinkException(Kind.TIME_OUT, "no connection within " + limit);
        }
        opened.register(opening, 0);
    }

    @Override
    public int read(byte[] buffer, Duration limit) throws LinkException {
        SocketChannel open = opened();
        try {
            ByteBuffer target = ByteBuffer.wrap(buffer);
            int count = open.read(target);
            if (count == 0 && awaits(open, SelectionKey.OP_READ, limit)) {
                count = open.read(target);
            }
            if (count < 0) {
                throw new LinkException(Kind.GONE, "the other side closed the connection");
            }
            return count;
        } catch (LinkException e) {
            throw e;
        } catch (IOException e) {
            throw Link.gone(e);
        }
    }

    @Override
    public int write(byte[] bytes, int offset, int length, Duration limit) throws LinkException {
        SocketChannel open = opened();
        ByteBuffer source = ByteBuffer.wrap(bytes, offset, length);
        long end = System.nanoTime() + limit.toNanos();
        try {
            while (source.hasRemaining()) {
                if (open.write(source) == 0) {
                    long left = end - System.nanoTime();
                    if (left <= 0 || !awaits(open, SelectionKey.OP_WRITE, Duration.ofNanos(left))) {
                        break;
                    }
                }
            }
            return length - source.remaining();
        } catch (LinkException e) {
            throw e;
        } catch (IOException e) {
            throw Link.gone(e);
        }
    }

    private boolean awaits(SocketChannel open, int interest, Duration limit) throws IOException {
        Selector waiting = selector;
        if (waiting == null || !waiting.isOpen() || !open.isOpen()) {
            throw new LinkException(Kind.GONE, "closed");
        }
        open.register(waiting, interest);
        waiting.selectedKeys().clear();
        int ready = waiting.select(Math.max(1, limit.toMillis()));
        if (!open.isOpen()) {
            throw new LinkException(Kind.GONE, "closed");
        }
        return ready > 0;
    }

    private SocketChannel opened() throws LinkException {
        SocketChannel open = channel;
        if (open == null || !open.isOpen()) {
            throw new LinkException(Kind.GONE, "not open");
        }
        return open;
    }

    @Override
    public boolean isThere() {
        SocketChannel open = channel;
        if (open != null && open.isOpen()) {
            return true;
        }
        try (TcpLink door = new TcpLink(address)) {
            door.connect(KNOCK_LIMIT);
            return true;
        } catch (LinkException nobody) {
            return false;
        }
    }

    @Override
    public void keepWatch() throws LinkException {
        SocketChannel open = opened();
        try {
            if (open.supportedOptions()
                    .containsAll(Set.of(
                            ExtendedSocketOptions.TCP_KEEPIDLE,
                            ExtendedSocketOptions.TCP_KEEPINTERVAL,
                            ExtendedSocketOptions.TCP_KEEPCOUNT))) {
                open.setOption(ExtendedSocketOptions.TCP_KEEPIDLE, WATCH_AFTER_SECONDS);
                open.setOption(ExtendedSocketOptions.TCP_KEEPINTERVAL, WATCH_EVERY_SECONDS);
                open.setOption(ExtendedSocketOptions.TCP_KEEPCOUNT, UNANSWERED_WATCHES);
            }
            open.setOption(StandardSocketOptions.SO_KEEPALIVE, true);
        } catch (IOException e) {
            throw Link.gone(e);
        }
    }

    /** After how much silence, in seconds, a partner that does not answer the system is given up; 0 for never. */
    int watch() throws LinkException {
        SocketChannel open = opened();
        try {
            return open.getOption(StandardSocketOptions.SO_KEEPALIVE)
                    ? open.getOption(ExtendedSocketOptions.TCP_KEEPIDLE)
                            + open.getOption(ExtendedSocketOptions.TCP_KEEPINTERVAL)
                                    * open.getOption(ExtendedSocketOptions.TCP_KEEPCOUNT)
                    : 0;
        } catch (IOException e) {
            throw Link.gone(e);
        }
    }

    @Override
    public void close() {
        QuietClose.of(channel);
        QuietClose.of(selector);
    }
}
