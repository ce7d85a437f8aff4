package it.sportello.app.wiring;

import it.sportello.offlinecache.StoreFault;
import it.sportello.offlinecache.ThreadGuard;
import it.sportello.offlinecache.cache.CacheOptions;
import it.sportello.offlinecache.cache.LocalCache;
import it.sportello.offlinecache.cache.SqliteCache;
import it.sportello.offlinecache.journal.ChainHead;
import it.sportello.offlinecache.journal.CrashPoint;
import it.sportello.offlinecache.journal.DeskTime;
import it.sportello.offlinecache.journal.HeadCheck;
import it.sportello.offlinecache.journal.Journal;
import it.sportello.offlinecache.journal.JournalOptions;
import it.sportello.offlinecache.journal.SqliteJournal;
import it.sportello.offlinecache.seal.DataKey;
import it.sportello.offlinecache.seal.DeviceSecret;
import it.sportello.offlinecache.seal.KeyFile;
import it.sportello.offlinecache.seal.Sealer;
import it.sportello.offlinecache.sync.AcknowledgedHead;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.UUID;

/** The files of the desk, opened and closed together: keys, journal, cache. Waits for the disk. */
public final class DeskStore implements AutoCloseable {
    private static final String INSTALLATION = "installation";

    private final KeyFile keys;
    private final DataKey dataKey;
    private final Journal journal;
    private final LocalCache cache;

    /** A name of this installation, kept as a setting. */
    public record Installation(String id) {}

    private DeskStore(KeyFile keys, DataKey dataKey, Journal journal, LocalCache cache) {
        this.keys = keys;
        this.dataKey = dataKey;
        this.journal = journal;
        this.cache = cache;
    }

    /**
     * Opens the files of a home, or makes them.
     *
     * @throws it.sportello.offlinecache.StoreFault when another process works there, or a file is not sound
     */
    public static DeskStore open(
            Path home, InstantSource clock, DeskTime time, ThreadGuard guard, SecureRandom random) {
        try {
            Files.createDirectories(home);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        DeviceSecret secret = DeviceSecret.inFile(home.resolve("device.secret"), random);
        KeyFile keys = KeyFile.open(home.resolve("keys.json"), secret, random, clock);
        DataKey dataKey = keys.unlockByDevice();
        Sealer sealer = new Sealer(dataKey, random);
        Journal journal = SqliteJournal.open(
                new JournalOptions(home.resolve("journal.db"), sealer, time, random, guard, CrashPoint.NONE));
        boolean sound = false;
        try {
            LocalCache cache = SqliteCache.open(
                    new CacheOptions(home.resolve("cache.db"), sealer, time, journal.localFacts(), guard));
            verifyFromOutside(journal, cache);
            sound = true;
            return new DeskStore(keys, dataKey, journal, cache);
        } finally {
            if (!sound) {
                journal.close();
            }
        }
    }

    /** An old journal put back would give the same numbers twice: only what the server acknowledged shows it (R-SEC-4). */
    private static void verifyFromOutside(Journal journal, LocalCache cache) {
        for (ChainHead known : AcknowledgedHead.all(cache)) {
            HeadCheck check = journal.compare(known);
            if (check != HeadCheck.AGREES) {
                cache.close();
                throw new StoreFault(
                        StoreFault.Code.TAMPERED,
                        "the server acknowledged " + known.lane() + " up to " + known.count() + ": " + check);
            }
        }
    }

    public KeyFile keys() {
        return keys;
    }

    /** The key of everything sealed here; wraps the verifier of each operator who signs in. */
    public DataKey dataKey() {
        return dataKey;
    }

    public Journal journal() {
        return journal;
    }

    public LocalCache cache() {
        return cache;
    }

    /** Identifier of this installation, made at the first start. */
    public String installationId() {
        return journal.setting(INSTALLATION, Installation.class)
                .map(Installation::id)
                .orElseGet(() -> journal.commit(transaction -> {
                    Installation made = new Installation(UUID.randomUUID().toString());
                    transaction.putSetting(INSTALLATION, made);
                    return made.id();
                }));
    }

    @Override
    public void close() {
        cache.close();
        journal.close();
        dataKey.close();
    }
}
