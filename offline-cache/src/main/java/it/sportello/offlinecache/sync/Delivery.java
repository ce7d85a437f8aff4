package it.sportello.offlinecache.sync;

import it.sportello.api.OperationAnswer;
import it.sportello.api.Problem;
import it.sportello.offlinecache.remote.BackendFault;
import java.util.Optional;
import java.util.UUID;

/** What became of a submitted operation. */
public sealed interface Delivery {
    /** The server's final answer; the operation is closed. */
    record Confirmed(OperationAnswer answer) implements Delivery {}

    /**
     * The server refused the request; it did not happen.
     *
     * @param taskId the task left for the operator: close it once the refusal was shown, it stops its lane until then
     */
    record Refused(Problem problem, UUID taskId) implements Delivery {}

    /** Somebody changed the thing meanwhile: the conflict screen decides. */
    record Conflict(Problem problem, UUID taskId) implements Delivery {}

    /** The server does not take a fact: the lane waits for help. */
    record Parked(Optional<Problem> problem, UUID taskId) implements Delivery {}

    /**
     * No usable answer at the first attempt. The operation stays in the outbox and goes on being sent with its own id:
     * never make a new one for the same intent.
     */
    record NotConfirmed(BackendFault cause) implements Delivery {}
}
