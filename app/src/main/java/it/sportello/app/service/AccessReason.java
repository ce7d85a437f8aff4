package it.sportello.app.service;

/** Why a person's data are looked at; the name of the constant goes into the access log (R-SEC-3). */
public enum AccessReason {
    /** The person, or who acts for them, sits at the desk. */
    SERVED_AT_DESK,
    /** The person on a prescription that was handed over. */
    PRESCRIPTION,
    BOOKING,
    ACCEPTANCE,
    PAYMENT,
    EXEMPTION
}
