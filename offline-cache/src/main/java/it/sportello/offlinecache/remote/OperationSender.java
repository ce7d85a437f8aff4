package it.sportello.offlinecache.remote;

import it.sportello.api.OperationAnswer;
import it.sportello.offlinecache.journal.OutboxBody;
import java.util.UUID;

/** Sends operations as they are stored; for the sync loop alone. */
public interface OperationSender {
    /** Sends the exact bytes once. */
    OperationReply send(OutboxBody operation);

    /** Asks for the stored answer of an operation. */
    Answer<OperationAnswer> answerOf(UUID operationId);
}
