package it.sportello.domain.prescription;

/** What a service is, as far as the rules of waiting times and exemptions tell apart. */
public enum ServiceKind {
    VISIT,
    DIAGNOSTIC,
    LABORATORY,
    THERAPY
}
