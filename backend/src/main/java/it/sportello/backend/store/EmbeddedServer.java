package it.sportello.backend.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL process of our own on loopback, its files kept under the home folder between starts. One server at a time
 * owns a home; a PostgreSQL left running by a server that was killed is stopped first.
 */
final class EmbeddedServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedServer.class);
    private static final Duration START_WAIT = Duration.ofSeconds(60);
    private static final long STOP_SECONDS = 20;

    private final FileChannel lockFile;
    private final EmbeddedPostgres postgres;

    private EmbeddedServer(FileChannel lockFile, EmbeddedPostgres postgres) {
        this.lockFile = lockFile;
        this.postgres = postgres;
    }

    static EmbeddedServer start(Path home) {
        try {
            Files.createDirectories(home);
            FileChannel lockFile = lock(home.resolve("backend.lock"));
            boolean started = false;
            try {
                Path data = home.resolve("postgres");
                stopLeftOver(data);
                EmbeddedServer server = new EmbeddedServer(lockFile, launch(home, data));
                started = true;
                return server;
            } finally {
                if (!started) {
                    lockFile.close();
                }
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("PostgreSQL did not start under " + home, failed);
        }
    }

    private static EmbeddedPostgres launch(Path home, Path data) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setOverrideWorkingDirectory(home.resolve("postgres-binaries").toFile())
                .setRegisterShutdownHook(false)
                .setPGStartupWait(START_WAIT)
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("max_connections", "60")
                .setLocaleConfig("locale", "C.UTF-8")
                .setLocaleConfig("encoding", "UTF8")
                .start();
    }

    private static FileChannel lock(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!isLocked(channel)) {
            channel.close();
            throw new IOException("another server uses " + file.getParent());
        }
        return channel;
    }

    /** Locks until the channel is closed; false when another process, or this one, has the lock. */
    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException ownOther) {
            return false;
        }
    }

    private static void stopLeftOver(Path data) throws IOException {
        Path pidFile = data.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        long pid = Long.parseLong(Files.readAllLines(pidFile).getFirst().strip());
        Optional<ProcessHandle> left = ProcessHandle.of(pid).filter(EmbeddedServer::isPostgres);
        if (left.isEmpty()) {
            return;
        }
        LOG.warn("A PostgreSQL left running by an earlier start is stopped");
        left.get().destroy();
        awaitEnd(left.get());
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info().command().map(it -> it.endsWith("postgres")).orElse(false);
    }

    private static void awaitEnd(ProcessHandle process) throws IOException {
        try {
            process.onExit().get(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException stuck) {
            throw new IOException("PostgreSQL " + process.pid() + " of an earlier start does not stop", stuck);
        } catch (ExecutionException failed) {
            throw new IOException("waiting for PostgreSQL " + process.pid(), failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while PostgreSQL stops", interrupted);
        }
    }

    String jdbcUrl() {
        return postgres.getJdbcUrl("postgres", "postgres");
    }

    @Override
    public void close() {
        try (FileChannel lock = lockFile) {
            postgres.close();
            LOG.info("PostgreSQL stopped, {} released", lock.isOpen() ? "lock" : "no lock");
        } catch (IOException failed) {
            throw new UncheckedIOException("stopping PostgreSQL", failed);
        }
    }
}
