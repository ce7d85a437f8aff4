package it.sportello.offlinecache.journal;

import it.sportello.offlinecache.ThreadGuard;
import it.sportello.offlinecache.seal.Sealer;
import java.nio.file.Path;
import java.security.SecureRandom;

/**
 * What a journal needs.
 *
 * @param file the file, {@code journal.db} in the profile
 * @param crash passed at every step; {@link CrashPoint#NONE} in production
 */
public record JournalOptions(
        Path file, Sealer sealer, DeskTime time, SecureRandom random, ThreadGuard guard, CrashPoint crash) {}
