package it.sportello.domain.agenda;

import java.time.Instant;

/** From an instant, included, to an instant, excluded; UTC. */
public record TimeSpan(Instant from, Instant to) {
    public TimeSpan {
        if (!to.isAfter(from)) {
            throw new IllegalArgumentException("span from " + from + " to " + to);
        }
    }

    public boolean overlaps(Instant otherFrom, Instant otherTo) {
        return from.isBefore(otherTo) && otherFrom.isBefore(to);
    }
}
