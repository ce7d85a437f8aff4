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
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL process of our own on loopback, its files kept under the home folder between starts. One server at a time
 * owns a home; a PostgreSQL left running by a server that was killed is stopped first. It lets in only who knows the
 * password of the home: other accounts of the same machine reach its port too.
 */
final class EmbeddedServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedServer.class);
    private static final Duration START_WAIT = Duration.ofSeconds(60);
    private static final long STOP_SECONDS = 20;

    private static final long SAME_START_SECONDS = 60;
    private static final int LINE_OF_START = 2;

    private final FileChannel lockFile;
    private final EmbeddedPostgres postgres;
    private final String password;

    private EmbeddedServer(FileChannel lockFile, EmbeddedPostgres postgres, String password) {
        this.lockFile = lockFile;
        this.postgres = postgres;
        this.password = password;
    }

    static EmbeddedServer start(Path home) {
        try {
            Files.createDirectories(home);
            FileChannel lockFile = lock(home.resolve("backend.lock"));
            boolean started = false;
            try {
                Path data = home.resolve("postgres");
                stopLeftOver(data);
                HomePassword password = HomePassword.of(home);
                EmbeddedServer server = new EmbeddedServer(lockFile, launch(home, data, password), password.text());
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

    private static EmbeddedPostgres launch(Path home, Path data, HomePassword password) throws IOException {
        boolean trusting = ClientRules.areTrusting(data);
        EmbeddedPostgres started = builder(home, data, password).start();
        if (!trusting) {
            return started;
        }
        boolean closed = false;
        try {
            ClientRules.close(started.getPostgresDatabase(), data, password.text());
            closed = true;
            return started;
        } finally {
            if (!closed) {
                started.close();
            }
        }
    }

    /** Two options of the locale go to {@code initdb} as they are, which is how it learns of the password. */
    private static EmbeddedPostgres.Builder builder(Path home, Path data, HomePassword password) {
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setOverrideWorkingDirectory(home.resolve("postgres-binaries").toFile())
                .setRegisterShutdownHook(false)
                .setPGStartupWait(START_WAIT)
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("max_connections", "60")
                .setServerConfig("unix_socket_directories", "")
                .setLocaleConfig("locale", "C.UTF-8")
                .setLocaleConfig("encoding", "UTF8")
                .setLocaleConfig("auth", ClientRules.METHOD)
                .setLocaleConfig("pwfile", password.file().toString())
                .setConnectConfig("password", password.text());
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
        Optional<ProcessHandle> left = leftOver(Files.readAllLines(pidFile));
        if (left.isEmpty()) {
            return;
        }
        LOG.warn("A PostgreSQL left running by an earlier start is stopped");
        left.get().destroy();
        awaitEnd(left.get());
    }

    /**
     * The process that wrote the file. After a new start of the machine the same number may be that of any other process,
     * so name and moment of the start must fit too. A file cut short names nobody.
     *
     * @param pidFile lines of {@code postmaster.pid}: process, folder, start in seconds, and more
     */
    static Optional<ProcessHandle> leftOver(List<String> pidFile) {
        if (pidFile.size() <= LINE_OF_START) {
            return Optional.empty();
        }
        String process = pidFile.getFirst().strip();
        String start = pidFile.get(LINE_OF_START).strip();
        if (!process.matches("[0-9]{1,10}") || !start.matches("[0-9]{1,12}")) {
            return Optional.empty();
        }
        long seconds = Long.parseLong(start);
        return ProcessHandle.of(Long.parseLong(process))
                .filter(EmbeddedServer::isPostgres)
                .filter(it -> it.info()
                        .startInstant()
                        .filter(at -> Math.abs(at.getEpochSecond() - seconds) <= SAME_START_SECONDS)
                        .isPresent());
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info()
                .command()
                .map(it -> it.endsWith("postgres") || it.endsWith("postgres.exe"))
                .orElse(false);
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

    /** Without the password, which never stands in an address. */
    String jdbcUrl() {
        return "jdbc:postgresql://localhost:" + postgres.getPort() + "/postgres?user=postgres";
    }

    String password() {
        return password;
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
