package it.sportello.devices;

/**
 * Refuses a thread that must not wait. Every adapter that may block asks it first; the application hands in a check that
 * throws on the window's thread (architecture: the window's thread never waits for a device).
 */
@FunctionalInterface
public interface ThreadGuard {
    /** Any thread may wait: tools and twins, which have no window. */
    ThreadGuard ANY_THREAD = () -> {};

    /**
     * Passes silently on a thread that may wait.
     *
     * @throws IllegalStateException when the calling thread must not wait
     */
    void check();
}
