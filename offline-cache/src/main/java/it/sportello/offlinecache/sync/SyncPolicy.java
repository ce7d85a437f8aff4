package it.sportello.offlinecache.sync;

import java.time.Duration;

/**
 * Times of the sync loop.
 *
 * @param firstBackOff wait after the first attempt without a usable answer
 * @param longestBackOff the wait doubles up to this
 * @param pull how often the feed is asked for news while on line; it also finds out that the line is back
 * @param onlineFor how long after a confirmed exchange the line still counts as up
 * @param tillAlarm age of a till's operation, on line, from which the alarm sounds (reliability rule: 15 minutes)
 * @param skewAlarm tolerated difference between the clocks of desk and server
 * @param lanesAtOnce lanes sent in parallel
 * @param page items of one page of the feed
 */
public record SyncPolicy(
        Duration firstBackOff,
        Duration longestBackOff,
        Duration pull,
        Duration onlineFor,
        Duration tillAlarm,
        Duration skewAlarm,
        int lanesAtOnce,
        int page) {

    /** The times of a desk at work. */
    public static SyncPolicy standard() {
        return new SyncPolicy(
                Duration.ofMillis(500),
                Duration.ofSeconds(30),
                Duration.ofSeconds(3),
                Duration.ofSeconds(10),
                Duration.ofMinutes(15),
                Duration.ofSeconds(60),
                4,
                200);
    }
}
