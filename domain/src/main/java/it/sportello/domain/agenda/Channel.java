package it.sportello.domain.agenda;

/** Where a booking comes from. */
public enum Channel {
    DESK,
    PHONE,
    WEB,
    PHARMACY,
    CLINIC,
    AUTOMATIC
}
