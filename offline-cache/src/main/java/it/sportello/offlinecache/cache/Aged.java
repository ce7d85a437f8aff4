package it.sportello.offlinecache.cache;

import java.time.Duration;
import java.time.Instant;

/**
 * A value with the time at which the server confirmed it (R-SYN-6).
 *
 * @param asOf when it came from the server, by the desk's corrected clock
 */
public record Aged<T>(T value, Instant asOf) {
    /** Age at a moment, never negative. */
    public Duration age(Instant now) {
        Duration age = Duration.between(asOf, now);
        return age.isNegative() ? Duration.ZERO : age;
    }
}
