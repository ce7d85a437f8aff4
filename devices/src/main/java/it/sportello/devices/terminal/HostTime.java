package it.sportello.devices.terminal;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * The bank's time in an answer: day of the year, hour, minute, Italian time, without the year. The first of January is
 * day 1. The year is the one that brings it nearest to a known moment.
 */
final class HostTime {

    private static final ZoneId ITALY = ZoneId.of("Europe/Rome");

    private HostTime() {}

    static Optional<Instant> read(String dayHourMinute, Instant near) {
        if (!dayHourMinute.matches("[0-9]{7}")) {
            return Optional.empty();
        }
        int day = Integer.parseInt(dayHourMinute.substring(0, 3));
        int hour = Integer.parseInt(dayHourMinute.substring(3, 5));
        int minute = Integer.parseInt(dayHourMinute.substring(5));
        int year = near.atZone(ITALY).getYear();
        Optional<Instant> nearest = Optional.empty();
        for (int candidate = year - 1; candidate <= year + 1; candidate++) {
            Optional<Instant> at = at(candidate, day, hour, minute);
            if (at.isPresent() && (nearest.isEmpty() || closer(at.get(), nearest.get(), near))) {
                nearest = at;
            }
        }
        return nearest;
    }

    private static boolean closer(Instant one, Instant other, Instant near) {
        return Duration.between(one, near)
                        .abs()
                        .compareTo(Duration.between(other, near).abs())
                < 0;
    }

    private static Optional<Instant> at(int year, int day, int hour, int minute) {
        try {
            return Optional.of(LocalDate.ofYearDay(year, day)
                    .atTime(hour, minute)
                    .atZone(ITALY)
                    .toInstant());
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }
}
