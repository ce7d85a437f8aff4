package it.sportello.domain.agenda;

import java.util.EnumSet;
import java.util.Set;

/** States of a booking. */
public enum BookingState {
    /** Taken in charge without a place. */
    PRE_APPOINTMENT,
    BOOKED,
    /** Replaced by another booking. */
    MOVED,
    ACCEPTED,
    DELIVERED,
    PARTLY_DELIVERED,
    NOT_DELIVERED,
    CANCELLED_BY_PERSON,
    CANCELLED_LATE,
    ANNULLED_BY_AUTHORITY,
    NO_SHOW;

    public Set<BookingState> next() {
        return switch (this) {
            case PRE_APPOINTMENT -> EnumSet.of(BOOKED, CANCELLED_BY_PERSON, ANNULLED_BY_AUTHORITY);
            case BOOKED ->
                EnumSet.of(MOVED, ACCEPTED, CANCELLED_BY_PERSON, CANCELLED_LATE, ANNULLED_BY_AUTHORITY, NO_SHOW);
            case ACCEPTED -> EnumSet.of(DELIVERED, PARTLY_DELIVERED, NOT_DELIVERED);
            default -> EnumSet.noneOf(BookingState.class);
        };
    }

    /** True while the booking takes the person's time and its prescription. */
    public boolean isStanding() {
        return this == PRE_APPOINTMENT || this == BOOKED || this == ACCEPTED;
    }

    /** True while or after the prescription is used by it. */
    public boolean usesPrescription() {
        return isStanding() || this == DELIVERED || this == PARTLY_DELIVERED;
    }
}
