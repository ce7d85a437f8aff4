package it.sportello.offlinecache.sync;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * The state of line and outbox (R-SYN-5, Q06).
 *
 * @param lastConfirmed last time that the server answered, by the desk's clock; absent before the first
 * @param waiting operations not answered for good
 * @param oldestWaiting age of the oldest of them; zero when there is none
 * @param clockSkew desk's clock minus server's clock; absent before the first exchange
 */
public record SyncStatus(
        LineState line,
        Optional<Instant> lastConfirmed,
        int waiting,
        Duration oldestWaiting,
        Optional<Duration> clockSkew,
        int openTasks,
        Set<Alarm> alarms) {
    public SyncStatus {
        alarms = Set.copyOf(alarms);
    }

    public boolean isOnline() {
        return line != LineState.OFFLINE;
    }

    /** The lamp. Computed from the last confirmed exchange and the outbox, never from a socket. */
    public enum LineState {
        /** The server answered lately and nothing waits. */
        ONLINE,
        /** The server answered lately, and operations wait. */
        SENDING,
        /** No answer lately. */
        OFFLINE
    }

    /** What somebody has to look at. */
    public enum Alarm {
        /** On line, and an operation of a till waits for more than a quarter of an hour. */
        TILL_QUEUE_OLD,
        /** The server does not take an operation of a till. */
        TILL_STOPPED,
        /** Another lane is stopped by a task. */
        LANE_STOPPED,
        /** The server does not know this desk any more, or another installation took its place (R-SYN-4). */
        DESK_NOT_RECOGNISED,
        /** The desk's clock is off by more than tolerated (R-SYN-7). */
        CLOCK_SKEW,
        /** The local store failed while sending. */
        STORE_FAULT
    }
}
