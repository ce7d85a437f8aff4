package it.sportello.domain.till;

/** Why an attempt to be paid by card may not begin, or may not end so. */
public sealed interface AttemptRefusal {
    /** Another payment at the same terminal has no known end yet: a new one would wipe out its last result. */
    record TerminalInDoubt(String attemptId) implements AttemptRefusal {}

    /** A due of the basket hangs on another attempt: it is charged once (Q25). */
    record DueInDoubt(String dueId, String attemptId) implements AttemptRefusal {}

    /** Its end is known already and is never changed. */
    record AlreadyEnded(AttemptState state) implements AttemptRefusal {}

    /** An approval decided by a person names the number on the slip: six digits, not all zero. */
    record StanMissing() implements AttemptRefusal {}

    /** The number is that of the operation before this payment: the slip is another's. */
    record StanOfEarlierOperation(String stan) implements AttemptRefusal {}

    /** Another payment of this till bears the number: the slip, or the last result, is another's. */
    record StanUsed(String stan, String attemptId) implements AttemptRefusal {}

    /** A decision of a person says why. */
    record ReasonMissing() implements AttemptRefusal {}
}
