package it.sportello.offlinecache.journal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The operators' tasks. Closing one lets its lane go on; nothing is ever deleted. */
public interface Tasks {
    List<OperatorTask> open();

    Optional<OperatorTask> task(UUID id);

    /** The newest task about an operation, open or closed. */
    Optional<OperatorTask> ofOperation(UUID operationId);

    /**
     * Closes a task. A refused or conflicting request stays undone; a parked fact is sent again with the same id.
     *
     * @param decision short code of what was decided, such as {@code SEEN} or {@code SEND_AGAIN}
     */
    void close(UUID taskId, String decision, String operatorId);
}
