package it.sportello.devices.twin.card;

import it.sportello.devices.DeviceFault;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.util.List;
import jdk.net.ExtendedSocketOptions;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A slot of the virtual reader (vsmartcard's vpcd): a card is in it while the line is open. Frames both ways are two bytes
 * of length, big-endian, and that many bytes; a frame of one byte is an order of the reader (0 off, 1 on, 2 reset, 4 tell
 * the answer to reset), a longer one a command. The answer to reset is owed at any time, or the whole reader freezes.
 *
 * <p>The reader's driver writes length and body apart, which costs 44 ms each time unless the card acknowledges at once:
 * TCP_QUICKACK is set anew before every reading, as Linux forgets it.
 */
public final class VirtualCardSlot implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(VirtualCardSlot.class);
    private static final int TELL_ATR = 0x04;
    private static final int RESET = 0x02;

    private final VpcdDoor door;
    private @Nullable Line line;

    public VirtualCardSlot(VpcdDoor door) {
        this.door = door;
    }

    /**
     * Puts a card in; one that is still there comes out first.
     *
     * @throws DeviceFault {@link DeviceFault#LINK_UNAVAILABLE} when the reader is not there
     */
    public synchronized void insert(VirtualCard card) {
        remove();
        card.reset();
        try {
            Line opened = new Line(door.open(), card);
            line = opened;
            Thread thread = new Thread(opened, "virtual-card");
            thread.setDaemon(true);
            thread.start();
        } catch (IOException unreachable) {
            throw new DeviceFault(DeviceFault.LINK_UNAVAILABLE, true, List.of("vpcd"), unreachable);
        }
    }

    /** Pulls the card out; nothing happens when there is none. */
    public synchronized void remove() {
        if (line != null) {
            line.hangUp();
            line = null;
        }
    }

    /** Whether a card is in. */
    public synchronized boolean isOccupied() {
        return line != null && !line.socket.isClosed();
    }

    @Override
    public void close() {
        remove();
    }

    private static final class Line implements Runnable {
        private final Socket socket;
        private final VirtualCard card;

        Line(Socket socket, VirtualCard card) {
            this.socket = socket;
            this.card = card;
        }

        @Override
        public void run() {
            try (socket) {
                socket.setTcpNoDelay(true);
                DataInputStream in = new DataInputStream(socket.getInputStream());
                OutputStream out = socket.getOutputStream();
                boolean there = true;
                while (there) {
                    acknowledgeAtOnce();
                    int length = in.readUnsignedShort();
                    acknowledgeAtOnce();
                    byte[] frame = new byte[length];
                    in.readFully(frame);
                    there = length == 1 ? order(frame[0], out) : length == 0 || command(frame, out);
                }
            } catch (EOFException | SocketException over) {
                LOG.debug("the line to the virtual reader is closed: {}", over.getMessage());
            } catch (IOException broken) {
                LOG.warn("the line to the virtual reader broke", broken);
            } catch (InterruptedException stopped) {
                LOG.debug("the card was taken away while it was working");
            }
        }

        void hangUp() {
            try {
                socket.close();
            } catch (IOException alreadyBroken) {
                LOG.debug("the line could not be closed", alreadyBroken);
            }
        }

        private boolean order(byte order, OutputStream out) throws IOException {
            if (order == TELL_ATR) {
                send(card.atr(), out);
            } else if (order >= 0 && order <= RESET) {
                card.reset();
            }
            return true;
        }

        private boolean command(byte[] frame, OutputStream out) throws IOException, InterruptedException {
            switch (card.obey(frame)) {
                case CardReply.Answer answer -> send(answer.bytes(), out);
                case CardReply.Twice twice -> {
                    send(twice.bytes(), out);
                    send(twice.bytes(), out);
                }
                case CardReply.Half half -> {
                    byte[] whole = framed(half.bytes());
                    out.write(whole, 0, 2 + (whole.length - 2) / 2);
                    out.flush();
                }
                case CardReply.Trickled trickled -> {
                    for (byte one : framed(trickled.bytes())) {
                        Thread.sleep(trickled.pause().toMillis());
                        out.write(one);
                        out.flush();
                    }
                }
                case CardReply.Silence silence -> {}
                case CardReply.Pulled pulled -> {
                    return false;
                }
            }
            return true;
        }

        private static void send(byte[] body, OutputStream out) throws IOException {
            out.write(framed(body));
            out.flush();
        }

        private static byte[] framed(byte[] body) {
            byte[] frame = new byte[body.length + 2];
            frame[0] = (byte) (body.length >> 8);
            frame[1] = (byte) body.length;
            System.arraycopy(body, 0, frame, 2, body.length);
            return frame;
        }

        private void acknowledgeAtOnce() throws IOException {
            if (socket.supportedOptions().contains(ExtendedSocketOptions.TCP_QUICKACK)) {
                socket.setOption(ExtendedSocketOptions.TCP_QUICKACK, true);
            }
        }
    }
}
