package it.sportello.app.booking;

import it.sportello.api.Bookings;
import java.time.Duration;
import java.time.Instant;

/**
 * How long a hold still lasts, by the clock of the server: the desk's own may be wrong (R-BOO-1).
 *
 * @param serverAhead clock of the server minus clock of the desk, when the hold was told
 */
record Countdown(Instant expiresAt, boolean extendable, Duration serverAhead) {
    /** A timer warns at least this long before it ends (specification §3.3). */
    static final Duration WARNING = Duration.ofSeconds(20);

    static Countdown of(Bookings.Hold hold, Instant deskNow) {
        return new Countdown(hold.expiresAt(), hold.extendable(), Duration.between(deskNow, hold.serverTime()));
    }

    /** Never negative. */
    Duration left(Instant deskNow) {
        Duration left = Duration.between(deskNow.plus(serverAhead), expiresAt);
        return left.isNegative() ? Duration.ZERO : left;
    }
}
