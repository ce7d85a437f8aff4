package it.sportello.quality.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.quality.day.inside.Vitals;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Half an hour of events, one a second, as fast as the drivers take them: {@code ./sportello bench} takes a day. */
class DeviceSoakTest {
    private static final int EVENTS = 1_800;
    private static final long ROOM = 4L << 20;

    @TempDir
    Path folder;

    @Test
    @Tag("Q54")
    void whatTheDriversHoldDoesNotGrow() {
        DeviceSoak.Outcome outcome = new DeviceSoak(folder).run(EVENTS);
        assertEquals(0, outcome.failures());
        Vitals settled = outcome.settled();
        Vitals last = outcome.last();
        assertTrue(last.threads() <= settled.threads() + 2, () -> "threads " + outcome.held());
        assertTrue(last.handles() <= settled.handles() + 4, () -> "handles " + outcome.held());
        assertTrue(last.heap() <= settled.heap() + ROOM, () -> "heap " + outcome.held());
    }
}
