package it.sportello.domain.agenda;

import java.time.Instant;

/** Why a booking is refused. All that apply are listed. */
public sealed interface BookingRefusal {
    /** The place is taken, blocked or no longer there. */
    record SlotGone(String slotId) implements BookingRefusal {}

    record HoldExpired(Instant at) implements BookingRefusal {}

    /** The hold belongs to another operator, or to other places. */
    record HoldOfAnother(String holdId) implements BookingRefusal {}

    /** The prescription is used by another booking. */
    record AlreadyBookedPrescription(String bookingId) implements BookingRefusal {}

    /** The person is elsewhere at that time. */
    record OverlappingVisit(String bookingId, Instant start, Instant end) implements BookingRefusal {}

    /** The state does not admit the step. */
    record WrongState(BookingState current, BookingState wanted) implements BookingRefusal {}
}
