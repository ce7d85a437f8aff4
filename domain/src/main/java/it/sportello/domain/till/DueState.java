package it.sportello.domain.till;

/** States of a due (specification §4). */
public enum DueState {
    OPEN,
    /** Leased to a basket, so that no other desk settles it. */
    IN_BASKET,
    IN_PAYMENT,
    /** A payment was attempted and nobody knows how it ended. */
    UNCERTAIN,
    SETTLED,
    PARTLY_REFUNDED,
    REFUNDED,
    ANNULLED;

    /** True when a basket may settle it. */
    public boolean isCollectable() {
        return this == OPEN || this == IN_BASKET;
    }

    /** True once the money was taken, even when it went back later. */
    public boolean isAfterSettlement() {
        return this == SETTLED || this == PARTLY_REFUNDED || this == REFUNDED;
    }

    /** This local state after a message from elsewhere: what was settled here is never downgraded (R-STATE-2). */
    public DueState merge(DueState incoming) {
        return isAfterSettlement() && !incoming.isAfterSettlement() ? this : incoming;
    }
}
