package it.sportello.devices.detector;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Duration;
import java.util.List;

/** Looks for threads that a closed driver left behind. */
public final class Threads {

    private Threads() {}

    /** Waits for every thread whose name begins so to end. */
    public static void assertGone(String prefix) throws InterruptedException {
        List<Thread> left = Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith(prefix))
                .toList();
        for (Thread thread : left) {
            thread.join(Duration.ofSeconds(5));
            assertFalse(thread.isAlive(), thread.getName());
        }
    }
}
