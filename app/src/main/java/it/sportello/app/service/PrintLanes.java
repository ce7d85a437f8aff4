package it.sportello.app.service;

import java.util.concurrent.Executor;

/** One thread for each printer, so that one without paper holds up no other, and one for the decisions. */
public interface PrintLanes extends AutoCloseable {

    /** Where the jobs of a printer wait for their turn. */
    Executor of(String printer);

    /** Where decisions of the operator are written down. */
    Executor decisions();

    /**
     * Ends the lanes: what runs is finished and decisions are written down, jobs that wait stay in the journal for the
     * next start. What comes later is left undone. Waits a few seconds at most.
     */
    @Override
    default void close() {}

    /** Everything one after the other. */
    static PrintLanes one(Executor lane) {
        return new PrintLanes() {
            @Override
            public Executor of(String printer) {
                return lane;
            }

            @Override
            public Executor decisions() {
                return lane;
            }
        };
    }

    /** Threads that end with {@link #close()}. */
    static PrintLanes threads() {
        return new PrintThreads();
    }
}
