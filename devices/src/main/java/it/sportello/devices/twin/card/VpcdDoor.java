package it.sportello.devices.twin.card;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

/** How a virtual card reaches the slot of the daemon's virtual reader. */
@FunctionalInterface
public interface VpcdDoor {
    /** The port of the reader's first slot; the second slot has the next one. */
    int FIRST_PORT = 35963;

    /** Opens a line to the slot: the card is in the reader until it closes. */
    Socket open() throws IOException;

    /** The slot of a daemon that listens on this machine; its driver speaks IPv4 only. */
    static VpcdDoor local(int slot) {
        return port(FIRST_PORT + slot);
    }

    /** A reader that listens at a port of this machine. */
    static VpcdDoor port(int number) {
        return () -> {
            Socket socket = new Socket();
            socket.connect(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), number), 2000);
            return socket;
        };
    }
}
