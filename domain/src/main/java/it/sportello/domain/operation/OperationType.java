package it.sportello.domain.operation;

import org.jspecify.annotations.Nullable;

/**
 * The operations of the wire. A fact has already happened at the desk: the server may mark it for correction, never
 * undo it. A request happens only when the server accepts it.
 */
public enum OperationType {
    TILL_OPENED("till.opened", LaneKind.TILL, true),
    TILL_COLLECTED("till.collected", LaneKind.TILL, true),
    TILL_ANNULLED("till.annulled", LaneKind.TILL, true),
    /** An attempt to be paid by card came to an end, or its end is not known. */
    TILL_ATTEMPTED("till.attempted", LaneKind.TILL, true),
    /** At the closing, one tender beside what is known of it elsewhere. */
    TILL_SQUARED("till.squared", LaneKind.TILL, true),
    TILL_CLOSED("till.closed", LaneKind.TILL, true),
    BOOKING_BOOK("booking.book", LaneKind.BOOKING, false),
    BOOKING_ACCEPT("booking.accept", LaneKind.BOOKING, true),
    EXEMPTION_REGISTER("exemption.register", LaneKind.PERSON, false),
    ACCESS_VIEWED("access.viewed", LaneKind.ACCESS, true),
    DOCUMENT_PRINTED("document.printed", LaneKind.TILL, true),
    QUEUE_RECORDED("queue.recorded", LaneKind.QUEUE, true);

    private final String wireName;
    private final LaneKind lane;
    private final boolean fact;

    OperationType(String wireName, LaneKind lane, boolean fact) {
        this.wireName = wireName;
        this.lane = lane;
        this.fact = fact;
    }

    public String wireName() {
        return wireName;
    }

    public LaneKind lane() {
        return lane;
    }

    public boolean isFact() {
        return fact;
    }

    public boolean isChained() {
        return lane.isChained();
    }

    /** The type, or null when this version knows no such name. */
    public static @Nullable OperationType of(String wireName) {
        for (OperationType type : values()) {
            if (type.wireName.equals(wireName)) {
                return type;
            }
        }
        return null;
    }
}
