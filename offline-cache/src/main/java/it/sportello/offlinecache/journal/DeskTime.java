package it.sportello.offlinecache.journal;

import java.time.Instant;

/** The time of the desk, as operations carry it. */
public interface DeskTime {
    /** Wall time corrected by the last known offset to the server, UTC. */
    Instant corrected();

    /** Milliseconds since the program started; never goes back. */
    long monotonicMillis();
}
