package it.sportello.domain.document;

/** The legal regime of a service, which keeps tills, prices and series apart. */
public enum Regime {
    /** National health service. */
    SSN("S"),
    /** Private practice inside the public body (libera professione). */
    PRIVATE_PRACTICE("L");

    private final String code;

    Regime(String code) {
        this.code = code;
    }

    /** One letter, printed in every document number. */
    public String code() {
        return code;
    }
}
