package it.sportello.app.frame;

/**
 * The only way off the window's thread and back. Call it on the window's thread and attach the endings at once:
 *
 * <pre>{@code background.run(() -> directory.search(text)).onSuccess(this::show).onFailure(this::explain);}</pre>
 *
 * <p>A failure without {@code onFailure} opens the error window with a support code; it is never lost. Tests use {@code
 * InPlaceBackground}, which does the work at once on the calling thread.
 */
public interface Background {
    /** Work that may wait and may fail; it runs on another thread and must not touch nodes or properties. */
    @FunctionalInterface
    interface Waiting<T> {
        T call() throws Exception;
    }

    /** Work without a result. */
    @FunctionalInterface
    interface WaitingAction {
        void run() throws Exception;
    }

    /** Begins the work. */
    <T> Pending<T> run(Waiting<T> work);

    /** Begins work without a result; {@code onSuccess} receives {@link Done#DONE}. */
    default Pending<Done> does(WaitingAction action) {
        return run(() -> {
            action.run();
            return Done.DONE;
        });
    }

    /** The result of work that has none. */
    enum Done {
        DONE
    }
}
