package it.sportello.offlinecache.journal;

import java.time.Instant;
import java.util.Optional;

/**
 * How much waits in the outbox.
 *
 * @param count operations not answered for good
 * @param oldest commit time of the oldest of them
 * @param oldestOfTill commit time of the oldest that belongs to a till
 */
public record OutboxSummary(int count, Optional<Instant> oldest, Optional<Instant> oldestOfTill) {}
