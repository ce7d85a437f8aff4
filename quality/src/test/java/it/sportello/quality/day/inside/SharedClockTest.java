package it.sportello.quality.day.inside;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import it.sportello.offlinecache.sync.DeskClock;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Tag;
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

    /** Hours pass at desk and server at once, also while an answer is on its way: the desk's clock goes with them. */
    @Test
    @Tag("R-SYN-7")
    void theClockOfADeskGoesWithTheHoursThatTheDayLetsPass() {
        SharedClock server = SharedClock.create(folder.resolve("clock"), MORNING, REAL);
        DeskClock desk = new DeskClock(SharedClock.open(folder.resolve("clock"), REAL), () -> 0);
        desk.measured(server.instant(), Duration.ZERO);
        assertEquals(MORNING, desk.instant());
        server.advance(Duration.ofHours(3));
        assertEquals(MORNING.plus(Duration.ofHours(3)), desk.instant(), "cut off");
        Instant told = server.instant();
        server.advance(Duration.ofHours(4));
        desk.measured(told, Duration.ofMillis(300));
        assertEquals(MORNING.plus(Duration.ofHours(7)), desk.instant(), "while an answer is on its way");
    }

    @Test
    void theDayDoesNotRunBackwards() {
        SharedClock clock = SharedClock.create(folder.resolve("clock"), MORNING, REAL);
        assertThrows(IllegalArgumentException.class, () -> clock.advance(Duration.ofSeconds(-1)));
    }
}
