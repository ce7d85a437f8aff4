package it.sportello.devices.scanner;

import java.time.Duration;

/** A hand that trembles reads a code twice: the same content within a short time counts once. */
public final class DuplicateFilter {

    private final long windowNanos;
    private String last = "";
    private long lastTime;

    public DuplicateFilter(Duration window) {
        this.windowNanos = window.toNanos();
    }

    /** Whether this reading is new. A repeated one makes the time begin again. */
    public boolean isNew(RawScan scan, long nanoTime) {
        boolean repeated = scan.text().equals(last) && nanoTime - lastTime < windowNanos;
        last = scan.text();
        lastTime = nanoTime;
        return !repeated;
    }
}
