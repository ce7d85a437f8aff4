package it.sportello.domain.money;

/** How an amount is paid. Only {@link #CASH} moves the drawer, gives change and is rounded. */
public enum TenderKind {
    CASH,
    /** Debit or credit card at the terminal. */
    CARD,
    /** pagoPA notice. */
    NOTICE,
    /** Bank draft payable to the authority; never gives change. */
    CHEQUE,
    /** Bank transfer received elsewhere. */
    TRANSFER,
    OTHER;

    /** True when the payment leaves a trace outside the till, which private practice asks (law 120/2007, art. 1). */
    public boolean isTraceable() {
        return this != CASH;
    }
}
