package it.sportello.backend.session;

/** What an operator may be (health-administration reference §11). */
public enum Role {
    CASHIER,
    CUP,
    /** Health registry: the multifunction desk. */
    AUR,
    SUPERVISOR,
    CASH_RESPONSIBLE,
    AUDITOR
}
