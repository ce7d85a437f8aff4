package it.sportello.offlinecache.journal;

import it.sportello.api.OperationAnswer;
import it.sportello.api.Problem;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The operations on their way to the server, for the sync loop and the list of the operator (Ctrl+U). */
public interface Outbox {
    /** The first waiting operation of every lane that is not stopped, oldest first. */
    List<OutboxItem> heads();

    /** An operation with its exact bytes. */
    Optional<OutboxBody> body(UUID operationId);

    Optional<OutboxItem> item(UUID operationId);

    /** Everything not yet answered for good, oldest first. */
    List<OutboxItem> pending();

    /** How much waits, and for how long. */
    OutboxSummary summary();

    /** Closes an operation with the stored answer of the server. */
    void confirmed(UUID operationId, OperationAnswer answer);

    /** The answer that closed an operation. */
    Optional<OperationAnswer> answer(UUID operationId);

    /** Notes an attempt without a usable answer: the operation may or may not have reached the server. */
    void unconfirmed(UUID operationId);

    /** Closes a request as refused, or stops a lane, and leaves a task in the same transaction. */
    OperatorTask stopped(UUID operationId, OperatorTask.Kind kind, Optional<Problem> problem);

    /** Opens again every operation of a chained lane from a sequence on: the server says it lacks them. */
    int resendFrom(String lane, long sequence);
}
