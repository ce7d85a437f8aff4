package it.sportello.devices.twin;

import java.io.IOException;
import java.nio.file.Path;

/** Puts a twin's plug in, and after it was pulled out puts it in again at the same place. */
public interface TwinPlug {

    TwinPort plugIn() throws IOException;

    /**
     * A socket on the loopback address.
     *
     * @param port 0 for one the system chooses at the first time; it stays the same afterwards
     */
    static TwinPlug tcp(int port) {
        return new TwinPlug() {
            private int chosen = port;

            @Override
            public synchronized TwinPort plugIn() throws IOException {
                TcpPort opened = TcpPort.open(chosen);
                chosen = opened.port();
                return opened;
            }
        };
    }

    /** A pseudo-terminal with the name the system gives it, another one each time the plug goes in. */
    static TwinPlug line() {
        return PseudoTerminal::open;
    }

    /** A pseudo-terminal reached by a fixed name, which is made when the plug goes in and vanishes when it comes out. */
    static TwinPlug line(Path name) {
        return () -> PseudoTerminal.open(name);
    }
}
