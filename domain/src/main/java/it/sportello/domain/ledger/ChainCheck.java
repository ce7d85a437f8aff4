package it.sportello.domain.ledger;

/** What the verification of a chain found. */
public sealed interface ChainCheck {
    /** Every record fits; head is the link of the last. */
    record Intact(long records, ChainLink head) implements ChainCheck {}

    /** Position is the index of the first record that does not fit, from 0; the number of records when one is missing. */
    record Broken(long position, Reason reason) implements ChainCheck {}

    /** What does not fit. */
    enum Reason {
        /** The record names another predecessor: one was removed, added or swapped. */
        PREVIOUS_LINK,
        /** Body, total or link was changed. */
        LINK,
        /** The chain ends before, or elsewhere than, the head known outside. */
        HEAD
    }
}
