package it.sportello.offlinecache.journal;

import java.time.Instant;

/** The time of the desk, as operations carry it. */
public interface DeskTime {
    /** Wall time corrected by the last known offset to the server, UTC. */
    Instant corrected();

    /**
     * Whether the offset comes from the server in this run. If not, the journal never dates a commit before an earlier
     * one, so that setting the clock back wins nothing; if so, never before an earlier one that was confirmed too.
     */
    boolean isConfirmed();

    /** Milliseconds since the program started; never goes back. */
    long monotonicMillis();
}
