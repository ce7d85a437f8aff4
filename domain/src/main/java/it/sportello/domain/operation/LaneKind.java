package it.sportello.domain.operation;

import java.util.Locale;

/** The lanes in which operations keep their order. */
public enum LaneKind {
    /** One cash drawer: contiguous, chained by hash. */
    TILL(true),
    BOOKING(false),
    PERSON(false),
    /** Views of persons at one desk: contiguous, chained by hash. */
    ACCESS(true),
    /** What one desk noted of the queue of its site while no server kept it. */
    QUEUE(false);

    private final boolean chained;

    LaneKind(boolean chained) {
        this.chained = chained;
    }

    /** True when sequence numbers leave no gap and each operation carries a link to the one before. */
    public boolean isChained() {
        return chained;
    }

    /** Prefix of the lane name on the wire. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
