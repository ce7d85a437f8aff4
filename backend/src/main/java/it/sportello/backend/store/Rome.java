package it.sportello.backend.store;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** Civil time of Europe/Rome, in which business dates and appointments are kept. */
public final class Rome {
    public static final ZoneId ZONE = ZoneId.of("Europe/Rome");

    private Rome() {}

    public static LocalDate day(Instant instant) {
        return instant.atZone(ZONE).toLocalDate();
    }

    public static LocalDateTime civil(Instant instant) {
        return instant.atZone(ZONE).toLocalDateTime();
    }

    public static Instant instant(LocalDateTime civil) {
        return civil.atZone(ZONE).toInstant();
    }
}
