package it.sportello.offlinecache.cache;

import it.sportello.offlinecache.ThreadGuard;
import it.sportello.offlinecache.journal.DeskTime;
import it.sportello.offlinecache.journal.LocalFacts;
import it.sportello.offlinecache.seal.Sealer;
import java.nio.file.Path;

/**
 * What a cache needs.
 *
 * @param file the file, {@code cache.db} in the profile
 * @param facts what this desk did, laid over everything that is read
 */
public record CacheOptions(Path file, Sealer sealer, DeskTime time, LocalFacts facts, ThreadGuard guard) {}
