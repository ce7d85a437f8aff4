package it.sportello.domain.agenda;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Places kept for one operator while the booking is made; one hold for a whole combination (R-BOO-1, R-BOO-6).
 *
 * @param expiresAt from this instant on the places are free again, UTC
 * @param extended the one extension is used
 */
public record Hold(
        String id, List<String> slotIds, String operatorId, String deskId, Instant expiresAt, boolean extended) {
    public Hold {
        slotIds = List.copyOf(slotIds);
        if (slotIds.isEmpty()) {
            throw new IllegalArgumentException("hold without a slot");
        }
    }

    /** What an extension comes to. */
    public sealed interface Extension {
        record Extended(Hold hold) implements Extension {}

        record AlreadyExtended() implements Extension {}

        record Expired(Instant at) implements Extension {}
    }

    /** A new hold, for a length that is a parameter (5 min). */
    public static Hold place(
            String id, List<String> slotIds, String operatorId, String deskId, Instant now, Duration length) {
        return new Hold(id, slotIds, operatorId, deskId, now.plus(length), false);
    }

    public boolean isExpired(Instant now) {
        return !now.isBefore(expiresAt);
    }

    /** Zero when expired. */
    public Duration left(Instant now) {
        return isExpired(now) ? Duration.ZERO : Duration.between(now, expiresAt);
    }

    /** The one extension, by a length that is a parameter (3 min). */
    public Extension extend(Instant now, Duration by) {
        if (isExpired(now)) {
            return new Extension.Expired(expiresAt);
        }
        if (extended) {
            return new Extension.AlreadyExtended();
        }
        return new Extension.Extended(new Hold(id, slotIds, operatorId, deskId, expiresAt.plus(by), true));
    }
}
