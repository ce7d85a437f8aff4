package it.sportello.devices.scanner;

import java.time.Duration;

/**
 * Times of a serial reader.
 *
 * @param gap a pause that ends a reading without end mark
 * @param duplicateWindow the same content within it counts once
 * @param retry between two tries to open the line; a reader put back works again within it
 */
public record ScannerTimings(Duration gap, Duration duplicateWindow, Duration retry) {

    public static final ScannerTimings USUAL =
            new ScannerTimings(Duration.ofMillis(80), Duration.ofMillis(700), Duration.ofSeconds(2));

    /** The same with another pause at the end of a reading. */
    public ScannerTimings withGap(Duration pause) {
        return new ScannerTimings(pause, duplicateWindow, retry);
    }
}
