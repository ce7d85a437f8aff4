package it.sportello.domain.document;

/** States of a fiscal document (specification §4). A number is never reused and never deleted. */
public enum DocumentState {
    ISSUED,
    /** Annulled in the same session: the number stays, the money went back. */
    ANNULLED,
    /** Followed by a credit note or reversal after its session closed. */
    REVERSED
}
