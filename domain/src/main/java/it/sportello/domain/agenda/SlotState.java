package it.sportello.domain.agenda;

/** What a slot shows. */
public enum SlotState {
    FREE,
    /** No place left, at least one only on hold. */
    HELD,
    BOOKED,
    /** Suspended with a reason and dates: its bookings are to be relocated. */
    BLOCKED,
    CLOSED
}
