package it.sportello.offlinecache.sync;

import it.sportello.offlinecache.cache.LocalCache;
import it.sportello.offlinecache.journal.CrashPoint;
import it.sportello.offlinecache.journal.Journal;
import it.sportello.offlinecache.remote.Backend;
import it.sportello.offlinecache.remote.OperationSender;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * What the sync loop works with.
 *
 * @param scope the enrolled desk and its site; absent before enrolment
 * @param nanos a clock that never goes back, such as {@code System::nanoTime}; back-off counts by it
 * @param random spreads the desks that come back together
 */
public record SyncParts(
        Journal journal,
        LocalCache cache,
        Backend backend,
        OperationSender sender,
        Supplier<Optional<DeskScope>> scope,
        LongSupplier nanos,
        RandomGenerator random,
        CrashPoint crash) {}
