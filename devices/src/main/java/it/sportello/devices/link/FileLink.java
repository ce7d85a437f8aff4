package it.sportello.devices.link;

import com.sun.jna.LastErrorException;
import com.sun.jna.Memory;
import com.sun.jna.NativeLong;
import com.sun.jna.Platform;
import it.sportello.devices.link.LinkException.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A character device of Linux, opened as a file for both ways: the kernel's USB printer class ({@code /dev/usb/lp0}, group
 * {@code lp}). Opened without blocking, because a read of that file waits for ever and a printer without paper takes no
 * bytes.
 */
public final class FileLink implements Link {

    private static final int READ_WRITE = 0x2;
    private static final int NO_CONTROLLING_TERMINAL = 0x100;
    private static final int NON_BLOCKING = 0x800;
    private static final short POLLIN = 1;
    private static final short POLLOUT = 4;
    private static final short POLL_GONE = 0x38;
    private static final int NOT_PERMITTED = 1;
    private static final int NO_SUCH_FILE = 2;
    private static final int TRY_AGAIN = 11;
    private static final int FORBIDDEN = 13;
    private static final int BUSY = 16;
    private static final long SLICE = 100;
    private static final int NONE = -1;

    private final LinkAddress.DeviceFile address;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile boolean closed;
    private int descriptor = NONE;

    public FileLink(LinkAddress.DeviceFile address) {
        this.address = address;
    }

    @Override
    public void open() throws LinkException {
        if (!Platform.isLinux()) {
            throw new LinkException(Kind.NOT_FOUND, "printer files exist on Linux only");
        }
        refuseWhatIsNoDevice(Path.of(address.path()));
        lock.lock();
        try {
            descriptor = Libc.FUNCTIONS.open(address.path(), READ_WRITE | NO_CONTROLLING_TERMINAL | NON_BLOCKING);
        } catch (LastErrorException e) {
            throw new LinkException(refusal(e.getErrorCode()), "the device file cannot be opened", e);
        } finally {
            lock.unlock();
        }
    }

    /** Settings may come from another desk: an address of a common file must never be printed into. */
    private static void refuseWhatIsNoDevice(Path path) throws LinkException {
        try {
            if (!Files.readAttributes(path, BasicFileAttributes.class).isOther()) {
                throw new LinkException(Kind.NOT_FOUND, "not a device file");
            }
        } catch (LinkException e) {
            throw e;
        } catch (IOException e) {
            throw new LinkException(Kind.NOT_FOUND, "no such device file", e);
        }
    }

    private static Kind refusal(int error) {
        return switch (error) {
            case NOT_PERMITTED, FORBIDDEN -> Kind.FORBIDDEN;
            case TRY_AGAIN, BUSY -> Kind.BUSY;
            case NO_SUCH_FILE -> Kind.NOT_FOUND;
            default -> Kind.NOT_FOUND;
        };
    }

    @Override
    public int read(byte[] buffer, Duration limit) throws LinkException {
        if (!awaits(POLLIN, limit)) {
            return 0;
        }
        lock.lock();
        try {
            int count = Libc.FUNCTIONS
                    .read(opened(), buffer, new NativeLong(buffer.length))
                    .intValue();
            // The printer class driver answers with nothing when it has nothing: that is no end.
            return Math.max(0, count);
        } catch (LastErrorException e) {
            return nothingOrGone(e);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public int write(byte[] bytes, int offset, int length, Duration limit) throws LinkException {
        long end = System.nanoTime() + limit.toNanos();
        int taken = 0;
        while (taken < length) {
            long left = end - System.nanoTime();
            if (left <= 0 || !awaits(POLLOUT, Duration.ofNanos(left))) {
                break;
            }
            taken += put(Arrays.copyOfRange(bytes, offset + taken, offset + length));
        }
        return taken;
    }

    private int put(byte[] rest) throws LinkException {
        lock.lock();
        try {
            return Libc.FUNCTIONS
                    .write(opened(), rest, new NativeLong(rest.length))
                    .intValue();
        } catch (LastErrorException e) {
            return nothingOrGone(e);
        } finally {
            lock.unlock();
        }
    }

    private static int nothingOrGone(LastErrorException e) throws LinkException {
        if (e.getErrorCode() == TRY_AGAIN) {
            return 0;
        }
        throw new LinkException(Kind.GONE, "the device file does not answer any more", e);
    }

    /** Waits in slices: closing from another thread is seen between two of them, never under a waiting call. */
    private boolean awaits(short wanted, Duration limit) throws LinkException {
        long end = System.nanoTime() + limit.toNanos();
        do {
            long left = Math.max(1, (end - System.nanoTime()) / 1_000_000);
            int happened = poll(wanted, (int) Math.min(SLICE, left));
            if ((happened & wanted) != 0) {
                return true;
            }
            if ((happened & POLL_GONE) != 0) {
                throw new LinkException(Kind.GONE, "the device was unplugged");
            }
        } while (System.nanoTime() < end);
        return false;
    }

    private int poll(short wanted, int millis) throws LinkException {
        lock.lock();
        try (Memory poll = new Memory(8)) {
            poll.setInt(0, opened());
            poll.setShort(4, wanted);
            poll.setShort(6, (short) 0);
            Libc.FUNCTIONS.poll(poll, 1, millis);
            return poll.getShort(6);
        } finally {
            lock.unlock();
        }
    }

    private int opened() throws LinkException {
        if (closed || descriptor == NONE) {
            throw new LinkException(Kind.GONE, "not open");
        }
        return descriptor;
    }

    @Override
    public boolean isOwnLine() {
        return true;
    }

    @Override
    public void close() {
        closed = true;
        lock.lock();
        try {
            if (descriptor != NONE) {
                Libc.FUNCTIONS.close(descriptor);
                descriptor = NONE;
            }
        } finally {
            lock.unlock();
        }
    }

    /** Loaded when the first file is opened: a desk without such a printer needs no C library. */
    private static final class Libc {
        private static final PosixFile FUNCTIONS = PosixFile.load();
    }
}
