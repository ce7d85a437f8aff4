package it.sportello.devices.link;

import com.sun.jna.LastErrorException;
import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.NativeLong;
import com.sun.jna.Pointer;

/** The C functions a device file needs. Their names are those of POSIX, or they would not be found. */
interface PosixFile extends Library {

    static PosixFile load() {
        return Native.load("c", PosixFile.class);
    }

    int open(String path, int flags) throws LastErrorException;

    /** Descriptors are of 8 bytes each: an int for the file, a short for what is wanted, a short for what happened. */
    int poll(Pointer descriptors, int count, int millis);

    NativeLong read(int descriptor, byte[] buffer, NativeLong length) throws LastErrorException;

    NativeLong write(int descriptor, byte[] buffer, NativeLong length) throws LastErrorException;

    int close(int descriptor);
}
