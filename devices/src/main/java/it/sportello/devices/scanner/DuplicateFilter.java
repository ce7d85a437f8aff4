package it.sportello.devices.scanner;

import java.time.Duration;

/**
 * A hand that trembles reads a code twice: the same content within a short time counts once. So does the second track of
 * a magnetic stripe right after the first one: both say the same person.
 */
public final class DuplicateFilter {

    /** A stripe reader sends its tracks one after the other, with the pauses of a keyboard. */
    private static final long TRACKS_NANOS = Duration.ofSeconds(2).toNanos();

    private final long windowNanos;
    private String last = "";
    private long lastTime;

    public DuplicateFilter(Duration window) {
        this.windowNanos = window.toNanos();
    }

    /** Whether this reading is new. A repeated one makes the time begin again. */
    public boolean isNew(RawScan scan, long nanoTime) {
        long since = nanoTime - lastTime;
        boolean repeated = scan.text().equals(last) && since < windowNanos;
        boolean sameSwipe =
                StripeContent.isFirstTrack(last) && StripeContent.isSecondTrack(scan.text()) && since < TRACKS_NANOS;
        last = scan.text();
        lastTime = nanoTime;
        return !repeated && !sameSwipe;
    }
}
