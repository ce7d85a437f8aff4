package it.sportello.domain.exemption;

/** Which services an exemption covers. */
public enum ExemptionScope {
    /** Every ambulatory service. */
    ALL,
    /** The services in the table of the code. */
    LINKED,
    /** Those that the prescriber finds appropriate: the law gives no table. */
    APPROPRIATE,
    /** Dental care. */
    DENTISTRY,
    /** The first visit of a specialist. */
    FIRST_VISIT,
    /** Drugs: no specialist service. */
    DRUGS
}
