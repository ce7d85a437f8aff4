package it.sportello.offlinecache.journal;

import java.util.Optional;

/**
 * An operation as it goes over the wire.
 *
 * @param bytes exact bytes of the body
 * @param link links and running total, on chained lanes
 */
@SuppressWarnings("ArrayRecordComponent") // copied on the way in and out
public record OutboxBody(OutboxItem item, byte[] bytes, Optional<LinkTriple> link) {
    public OutboxBody {
        bytes = bytes.clone();
    }

    @Override
    public byte[] bytes() {
        return bytes.clone();
    }

    /** The body is personal. */
    @Override
    public String toString() {
        return "OutboxBody[" + item.id() + "]";
    }
}
