package it.sportello.devices.link;

import it.sportello.devices.link.LinkException.Kind;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Datagrams to one address, as some displays on a network take them: each write is one datagram. Nobody says whether they
 * arrive; only a computer that is there and does not listen may refuse them, which counts as gone.
 */
public final class UdpLink implements Link {

    private final LinkAddress.Udp address;
    private volatile @Nullable DatagramChannel channel;
    private volatile @Nullable Selector selector;

    public UdpLink(LinkAddress.Udp address) {
        this.address = address;
    }

    @Override
    public void open() throws LinkException {
        InetSocketAddress target = new InetSocketAddress(address.host(), address.port());
        if (target.isUnresolved()) {
            throw new LinkException(Kind.NOT_FOUND, "unknown host");
        }
        try {
            DatagramChannel opened = DatagramChannel.open();
            channel = opened;
            opened.configureBlocking(false);
            Selector opening = Selector.open();
            selector = opening;
            opened.connect(target);
            opened.register(opening, SelectionKey.OP_READ);
        } catch (IOException e) {
            close();
            throw new LinkException(Kind.NOT_FOUND, "no way to the address", e);
        }
    }

    @Override
    public int read(byte[] buffer, Duration limit) throws LinkException {
        DatagramChannel open = opened();
        Selector waiting = selector;
        if (waiting == null) {
            throw new LinkException(Kind.GONE, "not open");
        }
        try {
            ByteBuffer target = ByteBuffer.wrap(buffer);
            int count = open.read(target);
            if (count == 0) {
                waiting.selectedKeys().clear();
                if (waiting.select(Math.max(1, limit.toMillis())) > 0) {
                    count = open.read(target);
                }
            }
            if (!open.isOpen()) {
                throw new LinkException(Kind.GONE, "closed");
            }
            return Math.max(0, count);
        } catch (LinkException e) {
            throw e;
        } catch (IOException | java.nio.channels.ClosedSelectorException e) {
            throw new LinkException(Kind.GONE, "nobody takes the datagrams", e);
        }
    }

    @Override
    public int write(byte[] bytes, int offset, int length, Duration limit) throws LinkException {
        try {
            return opened().write(ByteBuffer.wrap(bytes, offset, length));
        } catch (LinkException e) {
            throw e;
        } catch (IOException e) {
            throw Link.gone(e);
        }
    }

    private DatagramChannel opened() throws LinkException {
        DatagramChannel open = channel;
        if (open == null || !open.isOpen()) {
            throw new LinkException(Kind.GONE, "not open");
        }
        return open;
    }

    @Override
    public void close() {
        QuietClose.of(channel);
        QuietClose.of(selector);
    }
}
