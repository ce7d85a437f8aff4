package it.sportello.offlinecache.journal;

import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.offlinecache.TestDesk;
import it.sportello.offlinecache.desk.DeskStore;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Measures a whole collection, forced to the disk; the bound is wide, the figure is for the log. */
class CommitTimeTest {
    private static final int WARM_UP = 100;
    private static final int ROUNDS = 400;

    @TempDir
    private Path home;

    @Test
    void aCollectionIsOnTheDiskAtOnce() {
        long[] micros = new long[ROUNDS];
        try (DeskStore store = TestDesk.open(home)) {
            TestDesk.openTill(store.journal());
            for (int round = -WARM_UP; round < ROUNDS; round++) {
                long start = System.nanoTime();
                TestDesk.collect(store.journal(), "due-" + round, "person-" + round, 100);
                if (round >= 0) {
                    micros[round] = (System.nanoTime() - start) / 1000;
                }
            }
        }
        Arrays.sort(micros);
        long start = System.nanoTime();
        TestDesk.open(home).close();
        long openMillis = (System.nanoTime() - start) / 1_000_000;
        System.out.printf(
                "commit of a collection: median %d us, p95 %d us, worst %d us; opening with %d operations: %d ms%n",
                micros[ROUNDS / 2],
                micros[ROUNDS * 95 / 100],
                micros[ROUNDS - 1],
                2 * (ROUNDS + WARM_UP) + 1,
                openMillis);
        assertTrue(micros[ROUNDS / 2] < 200_000, "median " + micros[ROUNDS / 2] + " us");
    }
}
