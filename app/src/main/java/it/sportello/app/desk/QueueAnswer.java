package it.sportello.app.desk;

import it.sportello.api.Queues;
import java.util.List;

/** What came of something asked of a queue. */
public sealed interface QueueAnswer {
    /** Done: the ticket as it now stands. */
    record Done(Queues.Entry entry) implements QueueAnswer {}

    record NobodyWaits() implements QueueAnswer {}

    /**
     * The rules say no.
     *
     * @param code of the problem
     * @param violations codes of the rules, such as {@code CALL_AGAIN_FIRST}
     */
    record Refused(String code, List<String> violations) implements QueueAnswer {
        public Refused {
            violations = List.copyOf(violations);
        }
    }

    /** No answer: the same request may be repeated, or the number called by another way. */
    record Silent() implements QueueAnswer {}
}
