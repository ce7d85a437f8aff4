package it.sportello.offlinecache;

import it.sportello.offlinecache.desk.DeskStore;
import it.sportello.offlinecache.journal.CrashPoint;
import it.sportello.offlinecache.remote.BackendClient;
import it.sportello.offlinecache.remote.BackendOptions;
import it.sportello.offlinecache.remote.Credentials;
import it.sportello.offlinecache.sync.DeskScope;
import it.sportello.offlinecache.sync.LineMonitor;
import it.sportello.offlinecache.sync.SyncLoop;
import it.sportello.offlinecache.sync.SyncParts;
import it.sportello.offlinecache.sync.SyncPolicy;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** A sync loop with short waits. */
public final class TestSync {
    public static final SyncPolicy QUICK = new SyncPolicy(
            Duration.ofMillis(20),
            Duration.ofMillis(200),
            Duration.ofMillis(100),
            Duration.ofSeconds(5),
            Duration.ofMinutes(15),
            Duration.ofSeconds(60),
            4,
            200);

    private TestSync() {}

    public static BackendOptions options(URI address) {
        return new BackendOptions(
                address, Duration.ofSeconds(1), Duration.ofMillis(700), Duration.ofSeconds(3), 100_000, List.of());
    }

    public static Credentials credentials() {
        return new Credentials() {
            @Override
            public Optional<DeskIdentity> desk() {
                return Optional.of(new DeskIdentity("D01", "desk-secret"));
            }

            @Override
            public Optional<String> operatorToken() {
                return Optional.of("token");
            }
        };
    }

    public static SyncLoop loop(DeskStore store, URI address, CrashPoint crash) {
        LineMonitor line = new LineMonitor(store.clock(), QUICK.onlineFor(), System::nanoTime);
        BackendClient client =
                new BackendClient(options(address), credentials(), line, ThreadGuard.NONE, System::nanoTime);
        SyncParts parts = new SyncParts(
                store.journal(),
                store.cache(),
                client,
                client,
                () -> Optional.of(new DeskScope("D01", Samples.SITE)),
                System::nanoTime,
                new Random(1),
                crash);
        return new SyncLoop(parts, QUICK, store.clock(), line);
    }
}
