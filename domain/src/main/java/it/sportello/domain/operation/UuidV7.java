package it.sportello.domain.operation;

import java.time.InstantSource;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * Makes UUIDs of version 7 (RFC 9562 §5.7 with the counter of §6.2, method 2): 48 bits of milliseconds, 74 random bits
 * which are counted up inside one millisecond, so that ids of one generator always grow, even when the clock goes back.
 * Safe for use by several threads.
 */
public final class UuidV7 {
    private static final long VERSION = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;
    private static final long LOW_MASK = 0x3FFF_FFFF_FFFF_FFFFL;
    private static final long HIGH_MASK = 0xFFFL;
    private static final long MILLIS_MASK = 0xFFFF_FFFF_FFFFL;

    private final InstantSource clock;
    private final RandomGenerator random;
    private long millis = -1;
    private long high;
    private long low;

    /** The generator must be unpredictable where ids must not be guessed: a {@code SecureRandom} in production. */
    public UuidV7(InstantSource clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    public synchronized UUID next() {
        long now = clock.millis();
        if (now > millis) {
            millis = now;
            high = random.nextLong() & HIGH_MASK;
            low = random.nextLong() & LOW_MASK;
        } else {
            countUp();
        }
        return new UUID(((millis & MILLIS_MASK) << 16) | VERSION | high, VARIANT | low);
    }

    private void countUp() {
        low = (low + 1) & LOW_MASK;
        if (low == 0) {
            high = (high + 1) & HIGH_MASK;
            if (high == 0) {
                millis++;
            }
        }
    }

    /** Milliseconds since the epoch held in an id of version 7. */
    public static long millisOf(UUID id) {
        if (id.version() != 7) {
            throw new IllegalArgumentException("UUID of version " + id.version());
        }
        return id.getMostSignificantBits() >>> 16;
    }
}
