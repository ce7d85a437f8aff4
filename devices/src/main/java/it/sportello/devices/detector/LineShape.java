package it.sportello.devices.detector;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * How lines are told apart in what a device sends.
 *
 * @param idleGap a pause so long ends a line of {@link End#PAUSE}; with the other ends it shows that a line broke off,
 *     and the piece is never read as a line
 * @param longest in bytes, at most {@link #LONGEST}; longer lines are thrown away whole
 */
public record LineShape(Charset charset, End end, Duration idleGap, int longest) {

    /** No device's line is longer, and the rules' work stays bounded. */
    public static final int LONGEST = 200;

    public static final LineShape USUAL =
            new LineShape(StandardCharsets.ISO_8859_1, End.CRLF, Duration.ofMillis(500), LONGEST);

    /** What stands behind a line. */
    public enum End {
        CR,
        LF,
        CRLF,
        PAUSE
    }

    public LineShape {
        if (longest < 1 || longest > LONGEST) {
            throw new IllegalArgumentException("a line has 1 to " + LONGEST + " bytes");
        }
        if (idleGap.isNegative() || idleGap.isZero()) {
            throw new IllegalArgumentException("the pause is longer than nothing");
        }
    }
}
