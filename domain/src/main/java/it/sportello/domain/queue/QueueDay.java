package it.sportello.domain.queue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * The day to which a moment of the queue belongs. It begins at a full hour of Europe/Rome (parameter), so that an office
 * open in the evening does not change its numbers under the people who wait (Q44). Numbers begin again with it; tickets
 * left open stay, and are reported.
 */
public final class QueueDay {
    private static final ZoneId ROME = ZoneId.of("Europe/Rome");
    private static final int LAST_HOUR = 23;

    private QueueDay() {}

    /** The day of a moment; the hour is 0 to 23, 0 is midnight. */
    public static LocalDate of(Instant instant, int startHour) {
        if (startHour < 0 || startHour > LAST_HOUR) {
            throw new IllegalArgumentException("hour " + startHour);
        }
        ZonedDateTime there = instant.atZone(ROME);
        LocalDate day = there.toLocalDate();
        return there.toLocalTime().isBefore(LocalTime.of(startHour, 0)) ? day.minusDays(1) : day;
    }
}
