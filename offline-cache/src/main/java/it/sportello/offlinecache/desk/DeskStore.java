package it.sportello.offlinecache.desk;

import it.sportello.offlinecache.StoreFault;
import it.sportello.offlinecache.cache.CacheOptions;
import it.sportello.offlinecache.cache.LocalCache;
import it.sportello.offlinecache.cache.SqliteCache;
import it.sportello.offlinecache.journal.ChainHead;
import it.sportello.offlinecache.journal.HeadCheck;
import it.sportello.offlinecache.journal.Journal;
import it.sportello.offlinecache.journal.JournalOptions;
import it.sportello.offlinecache.journal.SqliteJournal;
import it.sportello.offlinecache.seal.DataKey;
import it.sportello.offlinecache.seal.DeviceSecret;
import it.sportello.offlinecache.seal.KeyFile;
import it.sportello.offlinecache.seal.Sealer;
import it.sportello.offlinecache.sync.AcknowledgedHead;
import it.sportello.offlinecache.sync.DeskClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;

/**
 * Everything a desk keeps in its profile, opened in the right order: secret of the machine, key file, journal, cache.
 * The journal verifies itself, and the heads that the server acknowledged, kept in the other file, verify it from
 * outside (R-SEC-4).
 */
public final class DeskStore implements AutoCloseable {
    private static final String SECRET = "device.secret";
    private static final String KEYS = "keys.json";
    private static final String JOURNAL = "journal.db";
    private static final String CACHE = "cache.db";
    private static final String INSTALLATION = "installation";

    private final KeyFile keys;
    private final DataKey dataKey;
    private final DeskClock clock;
    private final Journal journal;
    private final LocalCache cache;

    /** The name of this installation, as the setting keeps it. */
    public record Installation(String id) {}

    /** The time of the key file: the journal's, once it is open, so that setting the clock back prolongs no sign-in. */
    private static final class KeyTime implements InstantSource {
        private volatile InstantSource source;

        KeyTime(InstantSource first) {
            this.source = first;
        }

        @Override
        public Instant instant() {
            return source.instant();
        }
    }

    private DeskStore(KeyFile keys, DataKey dataKey, DeskClock clock, Journal journal, LocalCache cache) {
        this.keys = keys;
        this.dataKey = dataKey;
        this.clock = clock;
        this.journal = journal;
        this.cache = cache;
    }

    /**
     * Opens the profile by the slot of the machine.
     *
     * @throws StoreFault when it is in use by another process, damaged, tampered with, or of another machine
     */
    public static DeskStore open(DeskStoreOptions options) {
        options.guard().blocking("open the profile");
        Path home = options.home();
        try {
            Files.createDirectories(home);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        DeviceSecret secret = DeviceSecret.inFile(home.resolve(SECRET), options.random());
        DeskClock clock = new DeskClock(options.wall(), options.nanos());
        KeyTime time = new KeyTime(clock);
        KeyFile keys = KeyFile.open(home.resolve(KEYS), secret, options.random(), time);
        DataKey dataKey = keys.unlockByDevice();
        boolean opened = false;
        try {
            DeskStore store = open(options, keys, dataKey, clock);
            time.source = store.journal::now;
            opened = true;
            return store;
        } finally {
            if (!opened) {
                dataKey.close();
            }
        }
    }

    private static DeskStore open(DeskStoreOptions options, KeyFile keys, DataKey dataKey, DeskClock clock) {
        Path home = options.home();
        Sealer sealer = new Sealer(dataKey, options.random());
        Journal journal = SqliteJournal.open(new JournalOptions(
                home.resolve(JOURNAL), sealer, clock, options.random(), options.guard(), options.crash()));
        boolean opened = false;
        try {
            LocalCache cache = SqliteCache.open(
                    new CacheOptions(home.resolve(CACHE), sealer, clock, journal.localFacts(), options.guard()));
            DeskStore store = new DeskStore(keys, dataKey, clock, journal, cache);
            store.verifyFromOutside();
            opened = true;
            return store;
        } finally {
            if (!opened) {
                journal.close();
            }
        }
    }

    private void verifyFromOutside() {
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

    /** Slots of the operators; the data key for adding one is {@link #dataKey()}. */
    public KeyFile keys() {
        return keys;
    }

    /** The data key of the open profile, to add or renew an operator's slot at an on-line sign-in. */
    public DataKey dataKey() {
        return dataKey;
    }

    /** The one clock of everything that happens at this desk; it follows the server's time once the server told it. */
    public DeskClock clock() {
        return clock;
    }

    public Journal journal() {
        return journal;
    }

    public LocalCache cache() {
        return cache;
    }

    /** Identifier of this installation of the program, made at its first start and enrolled under it (R-SEC-4). */
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
