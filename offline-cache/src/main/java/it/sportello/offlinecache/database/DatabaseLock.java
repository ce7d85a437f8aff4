package it.sportello.offlinecache.database;

import it.sportello.offlinecache.StoreFault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * One process for each file (Q03). The lock file also tells whether the last holder closed in order: its byte is
 * {@code O} while open and {@code C} after an orderly close.
 */
final class DatabaseLock implements AutoCloseable {
    private static final byte OPEN = 'O';
    private static final byte CLOSED = 'C';

    private final FileChannel channel;
    private final FileLock lock;
    private final boolean orderly;

    private DatabaseLock(FileChannel channel, FileLock lock, boolean orderly) {
        this.channel = channel;
        this.lock = lock;
        this.orderly = orderly;
    }

    static DatabaseLock acquire(Path database) {
        Path file = database.resolveSibling(database.getFileName() + ".lock");
        try {
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            FileLock lock = locked(channel);
            if (lock == null) {
                channel.close();
                throw new StoreFault(StoreFault.Code.IN_USE, database.getFileName() + " is in use by another process");
            }
            boolean orderly = channel.size() == 0 || read(channel) == CLOSED;
            write(channel, OPEN);
            return new DatabaseLock(channel, lock, orderly);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Whether the file was closed in order the last time, or is new. */
    boolean wasClosedInOrder() {
        return orderly;
    }

    @Override
    public void close() {
        try {
            write(channel, CLOSED);
            lock.release();
            channel.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static @Nullable FileLock locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldHere) {
            return null;
        }
    }

    private static byte read(FileChannel channel) throws IOException {
        ByteBuffer one = ByteBuffer.allocate(1);
        return channel.read(one, 0) == 1 ? one.get(0) : CLOSED;
    }

    private static void write(FileChannel channel, byte state) throws IOException {
        channel.write(ByteBuffer.wrap(new byte[] {state}), 0);
    }
}
