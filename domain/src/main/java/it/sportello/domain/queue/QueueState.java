package it.sportello.domain.queue;

import java.util.EnumSet;
import java.util.Set;

/** States of a queue ticket (specification §4). */
public enum QueueState {
    ISSUED,
    CALLED,
    IN_SERVICE,
    CONCLUDED,
    ABSENT,
    TRANSFERRED,
    REQUEUED;

    /** True while it waits to be called. */
    public boolean isWaiting() {
        return this == ISSUED || this == TRANSFERRED || this == REQUEUED;
    }

    /** The states that may follow; CALLED follows itself when the number is called again. */
    public Set<QueueState> next() {
        return switch (this) {
            case ISSUED, TRANSFERRED, REQUEUED -> EnumSet.of(CALLED, TRANSFERRED, ABSENT);
            case CALLED -> EnumSet.of(CALLED, IN_SERVICE, ABSENT, TRANSFERRED, REQUEUED);
            case IN_SERVICE -> EnumSet.of(CONCLUDED, TRANSFERRED, REQUEUED);
            case ABSENT -> EnumSet.of(CALLED, REQUEUED);
            case CONCLUDED -> EnumSet.noneOf(QueueState.class);
        };
    }
}
