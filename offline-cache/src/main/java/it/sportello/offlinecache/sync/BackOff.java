package it.sportello.offlinecache.sync;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * When each lane may try again: the wait doubles from attempt to attempt, and a random half of it is taken off, so that
 * desks that lost the server together do not come back together.
 */
final class BackOff {
    private static final int MOST_DOUBLINGS = 20;

    private record Wait(int attempts, long untilNanos) {}

    private final SyncPolicy policy;
    private final RandomGenerator random;
    private final Map<String, Wait> waits = new HashMap<>();

    BackOff(SyncPolicy policy, RandomGenerator random) {
        this.policy = policy;
        this.random = random;
    }

    synchronized void failed(String lane, long nowNanos) {
        @Nullable Wait before = waits.get(lane);
        int attempts = before == null ? 1 : before.attempts() + 1;
        waits.put(lane, new Wait(attempts, nowNanos + wait(attempts).toNanos()));
    }

    synchronized void worked(String lane) {
        waits.remove(lane);
    }

    /** The line is back: everybody may try. */
    synchronized void forgetAll() {
        waits.clear();
    }

    synchronized boolean mayTry(String lane, long nowNanos) {
        @Nullable Wait wait = waits.get(lane);
        return wait == null || nowNanos - wait.untilNanos() >= 0;
    }

    Duration wait(int attempts) {
        int doublings = Math.min(attempts - 1, MOST_DOUBLINGS);
        long whole = Math.min(
                policy.longestBackOff().toMillis(), policy.firstBackOff().toMillis() << doublings);
        return Duration.ofMillis(whole / 2 + random.nextLong(whole / 2 + 1));
    }
}
