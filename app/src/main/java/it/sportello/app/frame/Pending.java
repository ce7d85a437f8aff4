package it.sportello.app.frame;

import java.util.function.Consumer;

/** Work under way; its endings are called on the window's thread, at most one of them, at most once. */
public interface Pending<T> {
    Pending<T> onSuccess(Consumer<? super T> ending);

    /** Receives the exception itself: switch on its type, and pass what is not known to {@code Faults}. */
    Pending<T> onFailure(Consumer<? super Exception> ending);

    /** Nobody waits for the answer any longer: neither ending will be called. The work itself may go on to its end. */
    void cancel();
}
