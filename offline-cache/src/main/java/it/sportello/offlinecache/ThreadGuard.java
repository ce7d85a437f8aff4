package it.sportello.offlinecache;

/**
 * Asked at every entry that may wait for a disk or a network. The application hands in a check that throws on the
 * thread of the window, which never waits.
 */
@FunctionalInterface
public interface ThreadGuard {
    /** For programs without a window. */
    ThreadGuard NONE = entry -> {};

    /**
     * Called before the wait.
     *
     * @param entry name of the entry, for the message
     * @throws IllegalStateException on a thread that must not wait
     */
    void blocking(String entry);
}
