package it.sportello.domain.till;

import it.sportello.domain.money.Money;
import java.time.LocalDate;

/**
 * Money in excess at the count: deposited with the takings of the day and kept to be regularised.
 *
 * @param amount what is too much, positive
 */
public record Excess(String sessionId, Money amount, LocalDate foundOn, State state) {
    /** Where it stands. */
    public enum State {
        TO_REGULARISE,
        /** The cause was found and the money given back. */
        RETURNED
    }

    public Excess {
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("excess of " + amount);
        }
    }

    public static Excess found(String sessionId, Money amount, LocalDate foundOn) {
        return new Excess(sessionId, amount, foundOn, State.TO_REGULARISE);
    }

    public Excess returned() {
        if (state != State.TO_REGULARISE) {
            throw new IllegalStateException("excess from " + state);
        }
        return new Excess(sessionId, amount, foundOn, State.RETURNED);
    }
}
