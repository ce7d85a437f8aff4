package it.sportello.devices.detector;

import java.time.Duration;

/**
 * How one model of desk detector or counter is spoken with. The port itself is the link's address.
 *
 * @param actAsPrinter the device believes that we are its receipt printer: status questions are answered, commands
 *     swallowed, text kept
 * @param duplicateWindow the same line within it counts once, outside of reports; zero counts every line
 * @param reportIdle a report that is silent so long has broken off
 * @param retry between two tries to open the line
 */
public record TextLineSettings(
        LineShape shape,
        LineRules rules,
        boolean actAsPrinter,
        Duration duplicateWindow,
        Duration reportIdle,
        Duration retry) {

    /** With the usual shape and times. */
    public static TextLineSettings of(LineRules rules, boolean actAsPrinter) {
        return new TextLineSettings(
                LineShape.USUAL,
                rules,
                actAsPrinter,
                Duration.ofMillis(300),
                Duration.ofSeconds(5),
                Duration.ofSeconds(2));
    }
}
