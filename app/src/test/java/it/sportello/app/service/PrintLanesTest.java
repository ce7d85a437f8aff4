package it.sportello.app.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PrintLanesTest {
    private final PrintLanes lanes = PrintLanes.threads();
    private final List<String> done = new CopyOnWriteArrayList<>();
    private final List<Thread> threads = new CopyOnWriteArrayList<>();

    private Runnable held(CountDownLatch begun, CountDownLatch letGo, String name) {
        return () -> {
            threads.add(Thread.currentThread());
            begun.countDown();
            try {
                if (letGo.await(60, TimeUnit.SECONDS)) {
                    done.add(name);
                }
            } catch (InterruptedException wrong) {
                done.add(name + " interrupted");
            }
        };
    }

    /** A print that runs is written down, and so is what the operator said; what only waits stays for the next start. */
    @Test
    void closingFinishesWhatRunsAndWhatWasDecidedAndEndsTheThreads() throws Exception {
        CountDownLatch begun = new CountDownLatch(3);
        CountDownLatch letGo = new CountDownLatch(1);
        lanes.of("cassa").execute(held(begun, letGo, "cassa runs"));
        lanes.of("riserva").execute(held(begun, letGo, "riserva runs"));
        lanes.decisions().execute(held(begun, letGo, "decision runs"));
        assertTrue(begun.await(60, TimeUnit.SECONDS));
        lanes.of("cassa").execute(() -> done.add("cassa waits"));
        lanes.decisions().execute(() -> done.add("decision waits"));
        Thread closing = Thread.ofVirtual().start(lanes::close);
        // Its queue is emptied before the running print may end: what waited can then no longer begin.
        while (closing.getState() != Thread.State.TIMED_WAITING && closing.getState() != Thread.State.TERMINATED) {
            Thread.onSpinWait();
        }
        letGo.countDown();
        assertTrue(closing.join(Duration.ofSeconds(60)));
        for (Thread thread : threads) {
            assertTrue(thread.join(Duration.ofSeconds(60)), thread.getName() + " lives on");
        }
        assertEquals(
                List.of("cassa runs", "decision runs", "decision waits", "riserva runs"),
                done.stream().sorted().toList());
    }

    @Test
    void whatComesAfterTheEndIsLeftUndoneWithoutANoise() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        lanes.of("cassa").execute(held(begun, new CountDownLatch(0), "first"));
        assertTrue(begun.await(60, TimeUnit.SECONDS));
        lanes.close();
        for (String printer : List.of("cassa", "riserva")) {
            lanes.of(printer).execute(() -> done.add("late"));
        }
        lanes.decisions().execute(() -> done.add("late"));
        lanes.close();
        assertFalse(done.contains("late"));
        assertFalse(Thread.getAllStackTraces().keySet().stream()
                .anyMatch(thread -> thread.getName().equals("prints-riserva")));
    }
}
