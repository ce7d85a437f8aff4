package it.sportello.offlinecache.sync;

import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** The sending of operations and the state of the line, as the screens see it. */
public interface Sync {
    /**
     * Asks for the outcome of an operation that is already committed to the journal, and wakes the loop. For requests
     * whose answer the screen waits for. The future never completes exceptionally; give it a time limit with
     * {@code orTimeout} or {@code completeOnTimeout}: the operation goes on being sent whatever the screen does.
     */
    CompletableFuture<Delivery> submit(UUID operationId);

    /** The state as of now. */
    SyncStatus status();

    /**
     * Tells every change of the state, on a thread of the loop.
     *
     * @return ends the telling
     */
    Subscription listen(Consumer<SyncStatus> listener);

    /** Tries at once whatever waits for a back-off (manual retry). */
    void wake();

    /** Ends a telling. */
    interface Subscription extends AutoCloseable {
        @Override
        void close();
    }
}
