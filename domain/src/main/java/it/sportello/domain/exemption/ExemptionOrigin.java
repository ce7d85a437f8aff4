package it.sportello.domain.exemption;

/** Where an exemption comes from. */
public enum ExemptionOrigin {
    INCOME,
    PATHOLOGY,
    RARE,
    INVALIDITY,
    MATERNITY,
    PREVENTION,
    OTHER
}
