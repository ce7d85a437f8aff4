package it.sportello.app.frame;

import java.util.function.Consumer;

/**
 * Work under way; its endings are called on the window's thread: first {@link #whenOver}, then at most one of the other
 * two, each at most once.
 */
public interface Pending<T> {
    /**
     * Called once however the work ended, before the ending that tells how, and also when a failure that nobody expected
     * goes to the error window. A flag that keeps a key dead while the work runs is taken back here and nowhere else.
     * Attach it before the other two.
     */
    Pending<T> whenOver(Runnable ending);

    Pending<T> onSuccess(Consumer<? super T> ending);

    /** Receives the exception itself: switch on its type, and pass what is not known to {@code Faults}. */
    Pending<T> onFailure(Consumer<? super Exception> ending);

    /** Nobody waits for the answer any longer: no ending will be called. The work itself may go on to its end. */
    void cancel();
}
