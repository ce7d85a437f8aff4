package it.sportello.offlinecache.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("R-SYN-2")
class BackOffTest {
    private final SyncPolicy policy = SyncPolicy.standard();
    private final BackOff backOff = new BackOff(policy, new Random(5));

    @Test
    void theWaitDoublesUpToItsLimitAndIsSpread() {
        Set<Duration> waits = new HashSet<>();
        for (int attempts = 1; attempts <= 60; attempts++) {
            Duration wait = backOff.wait(attempts);
            long whole = Math.min(30_000, 500L << Math.min(attempts - 1, 20));
            assertTrue(wait.toMillis() >= whole / 2 && wait.toMillis() <= whole, attempts + ": " + wait);
            waits.add(wait);
        }
        assertTrue(waits.size() > 40, "the waits are not spread");
    }

    @Test
    void aLaneWaitsForItselfAlone() {
        backOff.failed("till:T01", 0);
        assertFalse(backOff.mayTry("till:T01", Duration.ofMillis(249).toNanos()));
        assertTrue(backOff.mayTry("till:T01", Duration.ofMillis(500).toNanos()));
        assertTrue(backOff.mayTry("booking:b", 0));
        backOff.failed("till:T01", 0);
        assertFalse(backOff.mayTry("till:T01", Duration.ofMillis(499).toNanos()));
        backOff.worked("till:T01");
        assertTrue(backOff.mayTry("till:T01", 0));
        backOff.failed("till:T01", 0);
        backOff.forgetAll();
        assertTrue(backOff.mayTry("till:T01", 0));
    }

    @Test
    void aMonotonicClockThatWrapsDoesNotHoldALaneForEver() {
        backOff.failed("till:T01", Long.MAX_VALUE - 10);
        assertEquals(
                true,
                backOff.mayTry(
                        "till:T01", Long.MIN_VALUE + Duration.ofSeconds(2).toNanos()));
    }
}
