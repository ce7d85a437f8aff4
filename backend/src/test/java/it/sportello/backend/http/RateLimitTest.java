package it.sportello.backend.http;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import it.sportello.api.ProblemCode;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RateLimitTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final AtomicLong nanos = new AtomicLong();

    private RateLimit limit(int calls, Duration window) {
        return new RateLimit(nanos::get, calls, window);
    }

    @Test
    void eachCallerHasCallsOfItsOwn() {
        RateLimit limit = limit(2, MINUTE);
        for (String caller : new String[] {"a", "b", "a", "b"}) {
            assertDoesNotThrow(() -> limit.count(caller));
        }
        Refusal refused = assertThrows(Refusal.class, () -> limit.count("a"));
        assertEquals(ProblemCode.TOO_MANY_REQUESTS, refused.code());
        assertEquals(Map.of("Retry-After", "60"), refused.headers());
        assertDoesNotThrow(() -> limit.count("c"));
    }

    @Test
    void theNextWindowBeginsAnew() {
        RateLimit limit = limit(1, MINUTE);
        limit.count("a");
        nanos.set(MINUTE.toNanos() - 1);
        assertThrows(Refusal.class, () -> limit.count("a"));
        nanos.set(MINUTE.toNanos());
        assertDoesNotThrow(() -> limit.count("a"));
        assertThrows(Refusal.class, () -> limit.count("a"));
    }

    @Test
    void aWaitShorterThanASecondIsOneSecond() {
        RateLimit limit = limit(0, Duration.ofMillis(100));
        Refusal refused = assertThrows(Refusal.class, () -> limit.count("a"));
        assertEquals(Map.of("Retry-After", "1"), refused.headers());
    }

    @Test
    void manyCallersDoNotFillTheMemory() {
        RateLimit limit = limit(1, MINUTE);
        IntStream.range(0, 50_000).forEach(number -> limit.count("caller " + number));
        assertDoesNotThrow(() -> limit.count("one more"));
    }

    @Test
    void callsAtOnceAreAllCounted() {
        RateLimit limit = limit(100, MINUTE);
        AtomicInteger refused = new AtomicInteger();
        IntStream.range(0, 1_000).parallel().forEach(number -> {
            try {
                limit.count("a");
            } catch (Refusal tooMany) {
                refused.addAndGet(tooMany.code() == ProblemCode.TOO_MANY_REQUESTS ? 1 : 0);
            }
        });
        assertEquals(900, refused.get());
    }
}
