package it.sportello.backend.http;

import it.sportello.api.ProblemCode;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/** At most so many calls of one caller in a window of time. Safe for use by several threads. */
public final class RateLimit {
    private static final int CALLERS_KEPT = 10_000;

    private final LongSupplier nanoTime;
    private final int calls;
    private final long windowNanos;
    private final Map<String, Integer> counts = new HashMap<>();
    private long window;

    /**
     * A limit on each caller.
     *
     * @param nanoTime a clock that only runs forward, in nanoseconds: setting the wall clock changes no
     *     limit
     */
    public RateLimit(LongSupplier nanoTime, int calls, Duration window) {
        this.nanoTime = nanoTime;
        this.calls = calls;
        this.windowNanos = window.toNanos();
    }

    /** Counts a call; refuses it when the caller made too many. */
    public void count(String caller) {
        if (tooMany(caller)) {
            throw Refusal.of(ProblemCode.TOO_MANY_REQUESTS, "more than " + calls + " calls")
                    .withHeader(
                            "Retry-After",
                            Long.toString(
                                    Math.max(1, Duration.ofNanos(windowNanos).toSeconds())));
        }
    }

    private synchronized boolean tooMany(String caller) {
        long now = nanoTime.getAsLong() / windowNanos;
        if (now != window || counts.size() > CALLERS_KEPT) {
            window = now;
            counts.clear();
        }
        return counts.merge(caller, 1, Integer::sum) > calls;
    }
}
