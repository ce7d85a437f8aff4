package it.sportello.devices.twin;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.NativeLong;
import com.sun.jna.Platform;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The device's end of a serial line that exists only in the computer: the driver opens the path as any serial port and
 * cannot tell the difference. POSIX only (Linux, macOS); on Windows the twins offer TCP.
 *
 * <p>As long as no driver holds the other end, reads report nobody there. Closing is what pulling out the plug is on a
 * real line; {@link #open(Path)} again with the same link is putting it back.
 */
public final class PseudoTerminal implements TwinPort {

    private static final int O_RDWR_NOCTTY = Platform.isMac() ? 0x2_0002 : 0x102;
    private static final short POLLIN = 1;
    private static final short POLLHUP = 0x10;
    private static final int TERMIOS_ROOM = 256;

    private final PosixTerminal posix = PosixTerminal.instance();
    private final ReentrantLock lock = new ReentrantLock();
    private final @Nullable Path link;
    private final String path;
    private int master;

    private PseudoTerminal(@Nullable Path link) throws IOException {
        this.link = link;
        this.master = posix.posix_openpt(O_RDWR_NOCTTY);
        if (master < 0) {
            throw new IOException("no pseudo-terminal: error " + Native.getLastError());
        }
        if (posix.grantpt(master) != 0 || posix.unlockpt(master) != 0) {
            posix.close(master);
            throw new IOException("the pseudo-terminal cannot be granted: error " + Native.getLastError());
        }
        this.path = posix.ptsname(master);
        makeRaw();
        if (link != null) {
            Files.deleteIfExists(link);
            Files.createSymbolicLink(link, Path.of(path));
        }
    }

    /** Whether this system has pseudo-terminals. */
    public static boolean isSupported() {
        return !Platform.isWindows();
    }

    /** A line with the path the system gives it. */
    public static PseudoTerminal open() throws IOException {
        return new PseudoTerminal(null);
    }

    /** A line that is also reachable by a fixed name, as {@code /dev/serial/by-id} gives real adapters. */
    public static PseudoTerminal open(Path link) throws IOException {
        return new PseudoTerminal(link);
    }

    /** What the driver opens: the fixed name if there is one. */
    public String path() {
        return link == null ? path : link.toString();
    }

    @Override
    public String address() {
        return "serial:" + path();
    }

    /** Without this the line echoes what the twin writes before the driver has set the line up. */
    private void makeRaw() {
        try (Memory termios = new Memory(TERMIOS_ROOM)) {
            if (posix.tcgetattr(master, termios) == 0) {
                posix.cfmakeraw(termios);
                posix.tcsetattr(master, 0, termios);
            }
        }
    }

    @Override
    public int read(byte[] buffer, Duration limit) throws IOException {
        int events = happened(descriptor(), limit);
        if ((events & POLLIN) != 0) {
            lock.lock();
            try {
                int count = posix.read(descriptor(), buffer, new NativeLong(buffer.length))
                        .intValue();
                return count > 0 ? count : NOBODY;
            } finally {
                lock.unlock();
            }
        }
        if ((events & POLLHUP) != 0) {
            rest(limit);
            return NOBODY;
        }
        return 0;
    }

    private int happened(int descriptor, Duration limit) {
        try (Memory poll = new Memory(8)) {
            poll.setInt(0, descriptor);
            poll.setShort(4, POLLIN);
            poll.setShort(6, (short) 0);
            posix.poll(poll, 1, (int) limit.toMillis());
            return poll.getShort(6);
        }
    }

    /** The system reports a line without driver at once, again and again: without a rest this would be a busy loop. */
    private static void rest(Duration limit) throws IOException {
        try {
            Thread.sleep(Math.min(20, Math.max(1, limit.toMillis())));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    @Override
    public void write(byte[] bytes) throws IOException {
        int sent = 0;
        while (sent < bytes.length) {
            byte[] rest = java.util.Arrays.copyOfRange(bytes, sent, bytes.length);
            int count =
                    posix.write(descriptor(), rest, new NativeLong(rest.length)).intValue();
            if (count < 0) {
                throw new IOException("write failed: error " + Native.getLastError());
            }
            sent += count;
        }
    }

    private int descriptor() throws IOException {
        int open = master;
        if (open < 0) {
            throw new IOException("closed");
        }
        return open;
    }

    @Override
    public void close() {
        lock.lock();
        try {
            if (master >= 0) {
                posix.close(master);
                master = -1;
                removeLink();
            }
        } finally {
            lock.unlock();
        }
    }

    private void removeLink() {
        if (link == null) {
            return;
        }
        try {
            if (Files.isSymbolicLink(link) && Files.readSymbolicLink(link).equals(Path.of(path))) {
                Files.delete(link);
            }
        } catch (NoSuchFileException gone) {
            // Another line took the name meanwhile.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
