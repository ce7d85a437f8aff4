package it.sportello.devices.terminal;

/** How a payment is asked for. */
public enum PaymentForm {
    /** Message P: the answer does not say the amount, so that a lost answer can never be recovered with certainty. */
    PLAIN,
    /** Message X: the answer carries amount and action code. */
    EXTENDED
}
