package it.sportello.devices.detector;

/**
 * Why a validator gave a note back. The operator's words stand under {@code rejection.<name>} in this package's bundle;
 * none of them says that the note is false.
 */
public enum Rejection {
    NOT_RECOGNISED,
    BADLY_INSERTED,
    /** Of a kind that is not taken, or nobody may pay now. */
    REFUSED_BY_US,
    /** The device saw a string or the like. */
    FRAUD,
    OTHER
}
