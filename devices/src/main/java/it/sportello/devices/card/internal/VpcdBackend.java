package it.sportello.devices.card.internal;

import it.sportello.devices.ThreadGuard;
import it.sportello.devices.card.CardBackend;
import it.sportello.devices.card.CardError;
import it.sportello.devices.card.CardFault;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A reader that is this process itself: it listens on the loopback address and speaks the protocol of vsmartcard's virtual
 * reader to the card that connects. For machines where PC/SC has no virtual reader, such as Windows: the same virtual card
 * connects here instead of to the daemon. One card at a time; the next one waits until the first has left.
 */
public final class VpcdBackend implements CardBackend {
    private static final Logger LOG = LoggerFactory.getLogger(VpcdBackend.class);
    /** The two ways an answer to reset may begin, ISO 7816-3; PC/SC gives up on every other. */
    private static final byte DIRECT = 0x3B;

    private static final byte INVERSE = 0x3F;

    private final int port;
    private final ThreadGuard guard;
    private @Nullable ServerSocket door;
    private @Nullable VpcdLine line;
    private int changes;
    private int told;
    private boolean closed;

    /** @param port to listen at; it is taken at the first use and given back by {@link #close()} */
    public VpcdBackend(int port, ThreadGuard guard) {
        this.port = port;
        this.guard = guard;
    }

    @Override
    public List<CardSlot> slots() {
        guard.check();
        open();
        return List.of(new Slot());
    }

    @Override
    public synchronized boolean waitForChange(Duration atMost) {
        guard.check();
        long end = System.nanoTime() + atMost.toNanos();
        long left = Math.max(1, atMost.toMillis());
        try {
            while (told == changes && left > 0) {
                wait(left);
                left = (end - System.nanoTime()) / 1_000_000;
            }
        } catch (InterruptedException stopped) {
            throw new CardFault(CardError.NO_SERVICE, stopped);
        }
        boolean something = told != changes;
        told = changes;
        return something;
    }

    @Override
    public void rebuild() {
        // There is no context here that could go stale; a thread that waits for a mute card waits until it leaves.
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            try {
                if (door != null) {
                    door.close();
                }
            } catch (IOException alreadyClosed) {
                LOG.debug("the virtual reader was closed already", alreadyClosed);
            }
        }
        VpcdLine there = present();
        if (there != null) {
            there.hangUp();
        }
    }

    private synchronized void open() {
        if (door != null) {
            return;
        }
        try {
            ServerSocket opened = new ServerSocket();
            opened.setReuseAddress(true);
            opened.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port));
            door = opened;
            Thread thread = new Thread(() -> receive(opened), "virtual-reader");
            thread.setDaemon(true);
            thread.start();
            LOG.warn("a virtual card reader is in use: for trials only");
        } catch (IOException taken) {
            throw new CardFault(CardError.NO_SERVICE, taken);
        }
    }

    private void receive(ServerSocket opened) {
        while (!opened.isClosed()) {
            try (Socket socket = opened.accept()) {
                VpcdLine arrived = new VpcdLine(socket);
                arrived.powerOn();
                become(arrived);
                arrived.listenUntilItLeaves();
            } catch (SocketException over) {
                LOG.debug("the virtual reader's line ended: {}", over.getMessage());
            } catch (IOException broken) {
                LOG.info("a virtual card left without a word", broken);
            }
            become(null);
        }
    }

    private synchronized void become(@Nullable VpcdLine now) {
        line = closed ? null : now;
        changes++;
        notifyAll();
    }

    private synchronized @Nullable VpcdLine present() {
        return line;
    }

    private final class Slot implements CardSlot {
        @Override
        public String name() {
            return "Virtual reader " + port;
        }

        @Override
        public boolean isCardPresent() {
            return present() != null;
        }

        @Override
        public CardConnection connect() {
            guard.check();
            VpcdLine there = present();
            if (there == null) {
                throw new CardFault(CardError.NO_CARD);
            }
            byte[] atr = there.atr();
            if (atr.length == 0 || (atr[0] != DIRECT && atr[0] != INVERSE)) {
                throw new CardFault(CardError.MUTE, "PROTO_MISMATCH");
            }
            return new Connection(there, guard);
        }
    }

    private record Connection(VpcdLine line, ThreadGuard guard) implements CardConnection {
        @Override
        public byte[] atr() {
            return line.atr();
        }

        @Override
        public byte[] transmit(byte[] command) {
            guard.check();
            return line.exchange(command);
        }

        @Override
        public void close() {
            // The card stays powered; every reading selects its files anew.
        }
    }
}
