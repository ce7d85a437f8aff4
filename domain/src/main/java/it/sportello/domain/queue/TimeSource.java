package it.sportello.domain.queue;

/** Who measured a moment of the queue: a wait is only as good as its two times, so each is kept with its source (R-QUE-1). */
public enum TimeSource {
    /** The machine that printed the ticket. */
    DISPENSER,
    /** The server's own queue, by its clock. */
    SERVER,
    /** An existing queue system, through its driver. */
    BRIDGE,
    /** An operator, who typed or said it. */
    MANUAL,
    /** Nobody: the number was first heard of at this moment. No wait is measured from it. */
    UNKNOWN
}
