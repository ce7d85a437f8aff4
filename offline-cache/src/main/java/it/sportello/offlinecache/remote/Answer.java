package it.sportello.offlinecache.remote;

import it.sportello.api.Problem;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The three outcomes of a question to the server. */
public sealed interface Answer<T extends @Nullable Object> {
    /** The server did it, or answered. */
    record Done<T extends @Nullable Object>(T value) implements Answer<T> {}

    /** The server said no, and nothing happened. */
    record Refused<T extends @Nullable Object>(Problem problem) implements Answer<T> {}

    /** No usable answer: of a reading nothing is known, a writing may or may not have happened. Read back first. */
    record NotConfirmed<T extends @Nullable Object>(BackendFault cause) implements Answer<T> {}

    default <R> Answer<R> map(Function<? super T, ? extends R> form) {
        return switch (this) {
            case Done<T>(T value) -> new Done<>(form.apply(value));
            case Refused<T>(Problem problem) -> new Refused<>(problem);
            case NotConfirmed<T>(BackendFault cause) -> new NotConfirmed<>(cause);
        };
    }
}
