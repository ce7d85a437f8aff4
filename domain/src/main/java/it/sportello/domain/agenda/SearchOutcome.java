package it.sportello.domain.agenda;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Ranked offers, best first. The first is logged as proposed even when it is refused.
 *
 * @param offers possibly none
 */
public record SearchOutcome(List<Offer> offers) {
    public SearchOutcome {
        offers = List.copyOf(offers);
    }

    /** The proposal to log, null when nothing is available at all. */
    public @Nullable Offer first() {
        return offers.isEmpty() ? null : offers.get(0);
    }

    /** True when the class cannot be respected: the request is to be taken in charge, never sent away. */
    public boolean isNothingInside() {
        return offers.stream().noneMatch(Offer::insideLimit);
    }
}
