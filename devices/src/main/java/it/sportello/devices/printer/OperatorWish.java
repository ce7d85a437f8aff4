package it.sportello.devices.printer;

import java.util.concurrent.atomic.AtomicBoolean;

/** What the operator wishes while a job waits; said on any thread, heard on the printer's. */
final class OperatorWish {
    private final AtomicBoolean resume = new AtomicBoolean();
    private volatile boolean stopped;

    void stop() {
        stopped = true;
    }

    /** Whether nobody waits for the paper any more. */
    boolean stopped() {
        return stopped;
    }

    void resume() {
        resume.set(true);
    }

    /** Whether the cutter was freed since the last call. */
    boolean takeResume() {
        return resume.getAndSet(false);
    }

    void forget() {
        stopped = false;
        resume.set(false);
    }
}
