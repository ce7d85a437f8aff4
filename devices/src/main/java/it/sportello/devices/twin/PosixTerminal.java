package it.sportello.devices.twin;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.NativeLong;
import com.sun.jna.Pointer;

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

    /** Descriptors are of 8 bytes each: an int for the file, a short for what is wanted, a short for what happened. */
    int poll(Pointer descriptors, int count, int millis);

    NativeLong read(int descriptor, byte[] buffer, NativeLong length);

    NativeLong write(int descriptor, byte[] buffer, NativeLong length);

    int close(int descriptor);
}
