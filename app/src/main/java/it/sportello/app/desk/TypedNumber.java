package it.sportello.app.desk;

import it.sportello.domain.queue.QueueNumber;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number as the operator hears or reads it, with the time printed on the ticket where it is known: {@code a42},
 * {@code A042 9.41}.
 *
 * @param printedAt when the ticket was printed, UTC
 */
public record TypedNumber(QueueNumber number, Optional<Instant> printedAt) {
    private static final Pattern FORM = Pattern.compile("(\\S+)(?:\\s+(\\d{1,2})[.:,](\\d{2}))?");

    /** A number without its print. */
    public static TypedNumber of(QueueNumber number) {
        return new TypedNumber(number, Optional.empty());
    }

    /**
     * Reads what was typed; a time is one of today, and in the past.
     *
     * @param now in the zone of the desk
     */
    public static Optional<TypedNumber> parse(String typed, ZonedDateTime now) {
        Matcher matcher = FORM.matcher(typed.strip());
        QueueNumber number = matcher.matches() ? QueueNumber.parse(matcher.group(1)) : null;
        if (number == null) {
            return Optional.empty();
        }
        if (matcher.group(2) == null) {
            return Optional.of(of(number));
        }
        return time(matcher.group(2), matcher.group(3), now)
                .map(printed -> new TypedNumber(number, Optional.of(printed)));
    }

    private static Optional<Instant> time(String hour, String minute, ZonedDateTime now) {
        try {
            LocalTime printed = LocalTime.of(Integer.parseInt(hour), Integer.parseInt(minute));
            // Of an hour that the clock shows twice the later one, unless it has not come yet.
            ZonedDateTime later =
                    now.toLocalDate().atTime(printed).atZone(now.getZone()).withLaterOffsetAtOverlap();
            ZonedDateTime moment = later.isAfter(now) ? later.withEarlierOffsetAtOverlap() : later;
            return moment.isAfter(now) ? Optional.empty() : Optional.of(moment.toInstant());
        } catch (DateTimeException noSuchTime) {
            return Optional.empty();
        }
    }
}
