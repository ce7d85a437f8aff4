package it.sportello.devices.twin;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.NativeLong;
import com.sun.jna.Pointer;
import com.sun.jna.Structure;

/** The C functions a pseudo-terminal needs. Their names are those of POSIX, or they would not be found. */
interface PosixTerminal extends Library {

    static PosixTerminal instance() {
        return Native.load("c", PosixTerminal.class);
    }

    int posix_openpt(int flags);

    int grantpt(int descriptor);

    int unlockpt(int descriptor);

    String ptsname(int descriptor);

    int tcgetattr(int descriptor, Pointer termios);

    int tcsetattr(int descriptor, int actions, Pointer termios);

    void cfmakeraw(Pointer termios);

    int poll(Poll descriptors, int count, int millis);

    NativeLong read(int descriptor, byte[] buffer, NativeLong length);

    NativeLong write(int descriptor, byte[] buffer, NativeLong length);

    int close(int descriptor);

    /** struct pollfd. */
    @Structure.FieldOrder({"fd", "events", "revents"})
    final class Poll extends Structure {
        public int fd;
        public short events;
        public short revents;

        Poll(int descriptor, short wanted) {
            this.fd = descriptor;
            this.events = wanted;
        }

        int happened() {
            return revents;
        }
    }
}
