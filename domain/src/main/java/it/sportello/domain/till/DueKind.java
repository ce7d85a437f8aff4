package it.sportello.domain.till;

import it.sportello.domain.document.DocumentKind;

/** Sources of what a person owes at the counter (specification S21). */
public enum DueKind {
    SPECIALIST_COPAYMENT(DocumentKind.RECEIPT, true),
    EMERGENCY_ROOM(DocumentKind.RECEIPT, true),
    PRIVATE_PRACTICE(DocumentKind.INVOICE, false),
    PAYING_PATIENT(DocumentKind.INVOICE, false),
    PAID_ROOM(DocumentKind.INVOICE, false),
    MEDICAL_RECORD(DocumentKind.RECEIPT, false),
    FALSE_DECLARATION(DocumentKind.RECEIPT, false),
    PENALTY(DocumentKind.RECEIPT, false),
    UNCOLLECTED_REPORT(DocumentKind.RECEIPT, false),
    MUSEUM(DocumentKind.RECEIPT, false);

    private final DocumentKind document;
    private final boolean coPayment;

    DueKind(DocumentKind document, boolean coPayment) {
        this.document = document;
        this.coPayment = coPayment;
    }

    /** The kind of document that settles it. */
    public DocumentKind document() {
        return document;
    }

    /** True for the co-payment, free of stamp duty whatever the amount (table B art. 9 DPR 642/1972). */
    public boolean isCoPayment() {
        return coPayment;
    }
}
