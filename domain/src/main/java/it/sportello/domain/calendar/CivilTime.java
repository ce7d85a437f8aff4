package it.sportello.domain.calendar;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;

/**
 * Terms in hours on the clock of Europe/Rome. An hour is one that passes: on the night when the clock is set forward or
 * back, seventy-two of them end an hour later or earlier on the dial than three days would. A time of the hour that is
 * struck twice is taken for the first of the two.
 */
public final class CivilTime {
    private static final ZoneId ROME = ZoneId.of("Europe/Rome");

    private CivilTime() {}

    /** What the clock shows when so much time has passed since it showed this; before it when negative. */
    public static LocalDateTime after(LocalDateTime civil, Duration passed) {
        return civil.atZone(ROME).plus(passed).toLocalDateTime();
    }
}
