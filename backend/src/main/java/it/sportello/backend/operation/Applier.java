package it.sportello.backend.operation;

import it.sportello.domain.operation.OperationType;
import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What one type of operation does to the store, inside the operation's transaction. */
public interface Applier {
    OperationType type();

    /**
     * Facts are stored whatever is odd about them, with a flag for each oddity; requests are refused by a
     * {@link it.sportello.backend.http.Refusal}, which undoes what was done and becomes the stored answer.
     */
    Outcome apply(Handle handle, Incoming incoming);

    /**
     * Done.
     *
     * @param flags codes for the accountant
     * @param result record of the type's result, null when it has none
     */
    record Outcome(List<String> flags, @Nullable Object result) {
        public static Outcome done() {
            return new Outcome(List.of(), null);
        }

        public static Outcome flagged(List<String> flags) {
            return new Outcome(List.copyOf(flags), null);
        }

        public static Outcome of(Object result) {
            return new Outcome(List.of(), result);
        }

        Outcome with(String flag) {
            return new Outcome(
                    Stream.concat(flags.stream(), Stream.of(flag)).sorted().toList(), result);
        }
    }
}
