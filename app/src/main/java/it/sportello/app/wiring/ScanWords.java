package it.sportello.app.wiring;

import it.sportello.devices.scanner.Scan;

/** What of a scan goes to the screens: the text as read; the badge of an operator without its frame. */
public final class ScanWords {
    private ScanWords() {}

    /** The text for the screens. */
    public static String text(Scan scan) {
        return scan instanceof Scan.BadgeScan badge ? badge.badge() : scan.raw().text();
    }
}
