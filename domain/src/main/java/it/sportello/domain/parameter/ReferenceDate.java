package it.sportello.domain.parameter;

/** The date of an event at which a rule looks; regions differ, so it is a parameter. */
public enum ReferenceDate {
    PRESCRIPTION,
    DELIVERY
}
