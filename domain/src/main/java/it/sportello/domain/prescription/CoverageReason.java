package it.sportello.domain.prescription;

/** Why a row is exempt from the co-payment, or why it is not. */
public enum CoverageReason {
    NO_EXEMPTION(false),
    /** The code covers every ambulatory service. */
    COVERS_ALL(true),
    /** The service stands in the table of the code. */
    LINKED(true),
    /** The law leaves the choice of the services to the prescriber (rare diseases, tumours). */
    APPROPRIATE(true),
    /** The code has a table which is not in the catalogue: the prescriber answers for it. */
    TABLE_MISSING(true),
    NOT_LINKED(false),
    /** The code is for another kind of service: dental care, first visits, drugs. */
    OTHER_KIND(false),
    NOT_ACTIVE(false),
    UNKNOWN_CODE(false);

    private final boolean exempt;

    CoverageReason(boolean exempt) {
        this.exempt = exempt;
    }

    public boolean isExempt() {
        return exempt;
    }
}
