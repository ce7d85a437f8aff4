package it.sportello.devices;

/** The kinds of devices a desk may have; a desk has any number of each. */
public enum DeviceKind {
    CARD_READER,
    BARCODE_READER,
    RECEIPT_PRINTER,
    /** A4 sheets. */
    SHEET_PRINTER,
    LABEL_PRINTER,
    QUEUE_DISPLAY,
    NOTE_DETECTOR,
    PAYMENT_TERMINAL,
    TICKET_DISPENSER
}
