package it.sportello.domain.ledger;

/** What moves the book of one drawer. There is no kind that resets or rewrites a balance (specification R-TIL-26). */
public enum EntryKind {
    /** The float expected from the last closing, in. */
    FLOAT_OPENING(Sign.IN),
    /** Counted at opening minus expected. */
    OPENING_DIFFERENCE(Sign.EITHER),
    /** A document paid: what each tender paid, net of change and before rounding. */
    COLLECTION(Sign.IN),
    /** The rounding of the collection just before it. */
    ROUNDING(Sign.EITHER),
    /** A document annulled in its own session: what was collected goes back. */
    ANNULMENT(Sign.OUT),
    REFUND(Sign.OUT),
    /** Change brought into the drawer during the session. */
    TOP_UP(Sign.IN),
    /** Money paid in to make good an earlier shortage; not revenue. */
    REINTEGRATION(Sign.IN),
    /** Cash picked up during the session. */
    DROP(Sign.OUT),
    /** Counted at closing minus expected. */
    CLOSING_DIFFERENCE(Sign.EITHER),
    /** The takings that leave the drawer after the count. */
    DEPOSIT(Sign.OUT),
    /** The float left for the next opening; with it the session's book ends at zero. */
    FLOAT_CARRIED(Sign.OUT);

    /** Which way the money of a kind may go; zero is always admitted. */
    private enum Sign {
        IN,
        OUT,
        EITHER
    }

    private final Sign sign;

    EntryKind(Sign sign) {
        this.sign = sign;
    }

    boolean admits(long cents) {
        return switch (sign) {
            case IN -> cents >= 0;
            case OUT -> cents <= 0;
            case EITHER -> true;
        };
    }

    /** True for the kinds that belong to a document and so may carry any tender; the others move cash only. */
    public boolean isOfDocument() {
        return this == COLLECTION || this == ANNULMENT || this == REFUND || this == ROUNDING;
    }
}
