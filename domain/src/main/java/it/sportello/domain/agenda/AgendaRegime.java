package it.sportello.domain.agenda;

/** The regime of an agenda; never mixed in one search or one appointment. */
public enum AgendaRegime {
    SSN,
    /** Libera professione: the patient chooses the doctor. */
    PRIVATE_PRACTICE,
    /** Internal path, second level. */
    INTERNAL,
    DAY_SERVICE,
    SCREENING
}
