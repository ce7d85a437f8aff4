package it.sportello.devices.twin.terminal;

import it.sportello.devices.twin.TcpPort;
import it.sportello.devices.twin.TwinPlug;
import it.sportello.devices.twin.TwinPort;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A plug that tells when the desk has left, and can hang up on it. */
final class WatchedPlug implements TwinPlug {

    private final TwinPlug plug;
    private final Runnable left;
    private volatile @Nullable TwinPort open;

    WatchedPlug(TwinPlug plug, Runnable left) {
        this.plug = plug;
        this.left = left;
    }

    @Override
    public TwinPort plugIn() throws IOException {
        TwinPort opened = plug.plugIn();
        open = opened;
        return new Watched(opened);
    }

    /** Does nothing on a serial line, which knows no connections. */
    void hangUp(boolean hard) {
        if (open instanceof TcpPort socket) {
            try {
                if (hard) {
                    socket.reset();
                } else {
                    socket.hangUp();
                }
            } catch (IOException gone) {
                socket.hangUp();
            }
        }
    }

    private final class Watched implements TwinPort {

        private final TwinPort port;

        Watched(TwinPort port) {
            this.port = port;
        }

        @Override
        public int read(byte[] buffer, Duration limit) throws IOException {
            int count = port.read(buffer, limit);
            if (count == NOBODY) {
                left.run();
            }
            return count;
        }

        @Override
        public void write(byte[] bytes) throws IOException {
            port.write(bytes);
        }

        @Override
        public String address() {
            return port.address();
        }

        @Override
        public void close() {
            port.close();
        }
    }
}
