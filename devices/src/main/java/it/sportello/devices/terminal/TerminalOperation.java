package it.sportello.devices.terminal;

/** What moves money on the terminal and leaves a last result. */
public enum TerminalOperation {
    PAYMENT,
    /** A payment whose answer says the amount. */
    EXTENDED_PAYMENT,
    /** The last payment taken back, with the same card. */
    REVERSAL
}
