package it.sportello.quality.day.inside;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharedClockTest {
    private static final Clock REAL = Clock.fixed(Instant.parse("2026-11-22T20:00:00Z"), ZoneOffset.UTC);
    private static final Instant MORNING = Instant.parse("2026-11-23T06:40:00Z");

    @TempDir
    Path folder;

    @Test
    void whoOpensTheFileSeesTimePass() {
        SharedClock one = SharedClock.create(folder.resolve("clock"), MORNING, REAL);
        SharedClock other = SharedClock.open(folder.resolve("clock"), REAL);
        assertEquals(MORNING, other.instant());
        one.advance(Duration.ofMinutes(20));
        assertEquals(MORNING.plusSeconds(1200), other.instant());
    }

    @Test
    void theDayDoesNotRunBackwards() {
        SharedClock clock = SharedClock.create(folder.resolve("clock"), MORNING, REAL);
        assertThrows(IllegalArgumentException.class, () -> clock.advance(Duration.ofSeconds(-1)));
    }
}
