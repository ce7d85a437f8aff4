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
    REQUEUED,
    /** The person goes on with another number. */
    MERGED;

    /** True while it waits to be called. */
    public boolean isWaiting() {
        return this == ISSUED || this == TRANSFERRED || this == REQUEUED;
    }

    /** True when nothing follows by itself: served to the end, absent, merged. */
    public boolean isOver() {
        return this == CONCLUDED || this == ABSENT || this == MERGED;
    }

    /** The states that may follow; CALLED follows itself when the number is called again. */
    public Set<QueueState> next() {
        return switch (this) {
            case ISSUED, TRANSFERRED, REQUEUED -> EnumSet.of(CALLED, TRANSFERRED, ABSENT, MERGED);
            case CALLED -> EnumSet.of(CALLED, IN_SERVICE, ABSENT, TRANSFERRED, REQUEUED);
            case IN_SERVICE -> EnumSet.of(CONCLUDED, TRANSFERRED, REQUEUED);
            case ABSENT -> EnumSet.of(CALLED, REQUEUED, MERGED);
            case CONCLUDED, MERGED -> EnumSet.noneOf(QueueState.class);
        };
    }
}
