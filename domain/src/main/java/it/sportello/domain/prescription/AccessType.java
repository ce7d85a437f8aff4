package it.sportello.domain.prescription;

/** First access, or a check planned by the specialist who already follows the patient ({@code tipoAccesso}). */
public enum AccessType {
    FIRST("1"),
    /** Checks and follow-ups: no guarantee on the waiting time. */
    OTHER("0");

    private final String code;

    AccessType(String code) {
        this.code = code;
    }

    /** The value of the national schema. */
    public String code() {
        return code;
    }
}
