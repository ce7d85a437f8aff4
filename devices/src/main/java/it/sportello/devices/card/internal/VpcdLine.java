package it.sportello.devices.card.internal;

import it.sportello.devices.card.CardError;
import it.sportello.devices.card.CardFault;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The line of one virtual card, seen from the reader: frames of two bytes of length, big-endian, and that many bytes. One
 * byte is an order (1 power on, 4 tell the answer to reset), more is a command.
 */
final class VpcdLine {
    private static final Logger LOG = LoggerFactory.getLogger(VpcdLine.class);
    private static final byte[] POWER_ON = {0x00, 0x01, 0x01};
    private static final byte[] TELL_ATR = {0x00, 0x01, 0x04};
    private static final byte[] GONE = new byte[0];

    private final Socket socket;
    private final DataInputStream in;
    private final OutputStream out;
    private final BlockingQueue<byte[]> answers = new LinkedBlockingQueue<>();
    private byte[] atr = GONE;

    VpcdLine(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new DataInputStream(socket.getInputStream());
        this.out = socket.getOutputStream();
        socket.setTcpNoDelay(true);
    }

    /** Powers the card and learns its answer to reset. */
    void powerOn() throws IOException {
        out.write(POWER_ON);
        out.write(TELL_ATR);
        out.flush();
        atr = frame();
    }

    byte[] atr() {
        return atr.clone();
    }

    /** Takes what the card says until the line closes. */
    void listenUntilItLeaves() throws IOException {
        try {
            while (true) {
                answers.add(frame());
            }
        } catch (EOFException left) {
            // That is how a card is pulled out.
        } finally {
            answers.add(GONE);
        }
    }

    /** Sends a command and waits for the next frame, however long the card takes. */
    byte[] exchange(byte[] command) {
        byte[] framed = new byte[command.length + 2];
        framed[0] = (byte) (command.length >> 8);
        framed[1] = (byte) command.length;
        System.arraycopy(command, 0, framed, 2, command.length);
        byte[] answer;
        try {
            out.write(framed);
            out.flush();
            answer = answers.take();
        } catch (IOException closed) {
            throw new CardFault(CardError.REMOVED, closed);
        } catch (InterruptedException stopped) {
            throw new CardFault(CardError.TIMEOUT, stopped);
        }
        if (answer.length == 0) {
            answers.add(GONE);
            throw new CardFault(CardError.REMOVED);
        }
        return answer;
    }

    void hangUp() {
        try {
            socket.close();
        } catch (IOException alreadyGone) {
            LOG.debug("the card had hung up already", alreadyGone);
        }
    }

    private byte[] frame() throws IOException {
        byte[] body = new byte[in.readUnsignedShort()];
        in.readFully(body);
        return body;
    }
}
