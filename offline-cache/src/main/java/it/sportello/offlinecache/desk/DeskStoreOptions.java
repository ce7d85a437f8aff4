package it.sportello.offlinecache.desk;

import it.sportello.offlinecache.ThreadGuard;
import it.sportello.offlinecache.journal.CrashPoint;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * What the store of a desk needs.
 *
 * @param home folder of the profile, made if missing
 * @param nanos a clock that never goes back, such as {@code System::nanoTime}
 * @param crash {@link CrashPoint#NONE} in production
 */
public record DeskStoreOptions(
        Path home, InstantSource wall, LongSupplier nanos, SecureRandom random, ThreadGuard guard, CrashPoint crash) {}
