package it.sportello.app.desk;

import java.util.Optional;

/** What a desk does with a number beyond calling it. */
public sealed interface QueueStep {
    record Recall() implements QueueStep {}

    record Serve() implements QueueStep {}

    record Finish() implements QueueStep {}

    record Absent() implements QueueStep {}

    /** Back into its queue, as the n-th to be called there. */
    record Requeue(int position) implements QueueStep {}

    /** To another service, or to one desk alone. */
    record Transfer(Optional<String> category, Optional<String> deskId) implements QueueStep {}

    /** The other ticket of the same person goes into this one. */
    record Merge(String otherId) implements QueueStep {}
}
