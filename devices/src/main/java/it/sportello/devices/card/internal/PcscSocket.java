package it.sportello.devices.card.internal;

import com.sun.jna.Function;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;
import java.nio.file.Path;

/**
 * Leads libpcsclite to a private daemon. The library reads PCSCLITE_CSOCK_NAME from the environment of the process at
 * its first use, and Java cannot change its own environment, so the C library is asked to. First use decides: there is
 * one daemon for the life of the process.
 */
final class PcscSocket {
    private static final String VARIABLE = "PCSCLITE_CSOCK_NAME";

    private PcscSocket() {}

    static void use(Path socket) {
        if (Platform.isWindows()) {
            return;
        }
        Function setenv = NativeLibrary.getInstance("c").getFunction("setenv");
        int failed = setenv.invokeInt(new Object[] {VARIABLE, socket.toString(), 1});
        if (failed != 0) {
            throw new IllegalStateException("The environment of the process cannot be changed");
        }
    }
}
