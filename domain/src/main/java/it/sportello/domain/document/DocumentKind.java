package it.sportello.domain.document;

/** Kinds of fiscal document; each has its own series. */
public enum DocumentKind {
    RECEIPT("R"),
    INVOICE("F"),
    CREDIT_NOTE("N"),
    REFUND_RECEIPT("U");

    private final String code;

    DocumentKind(String code) {
        this.code = code;
    }

    /** One letter, printed in every document number. */
    public String code() {
        return code;
    }

    /** True when the document gives money back. */
    public boolean isCredit() {
        return this == CREDIT_NOTE || this == REFUND_RECEIPT;
    }
}
