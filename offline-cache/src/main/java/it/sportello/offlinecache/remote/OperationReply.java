package it.sportello.offlinecache.remote;

import it.sportello.api.OperationAnswer;
import it.sportello.api.Problem;
import java.util.Optional;

/** What the server said to an operation. */
public sealed interface OperationReply {
    /**
     * Done, or done before (200, 201), or stored although something is odd (202).
     *
     * @param flagged whether somebody has to look at it
     */
    record Stored(OperationAnswer answer, boolean flagged) implements OperationReply {}

    /**
     * A problem of the contract.
     *
     * @param expectedSequence position that the server expects next, on a hole
     */
    record Denied(Problem problem, Optional<Long> expectedSequence) implements OperationReply {}

    /** No usable answer: the operation may or may not have been applied. */
    record Unknown(BackendFault cause) implements OperationReply {}
}
