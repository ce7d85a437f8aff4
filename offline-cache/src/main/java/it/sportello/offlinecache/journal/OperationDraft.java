package it.sportello.offlinecache.journal;

import it.sportello.domain.operation.Lane;
import it.sportello.domain.operation.OperationType;

/**
 * An operation before it has an identifier and bytes.
 *
 * @param version version of the payload's form
 * @param payload record of {@code it.sportello.api} that belongs to the type
 * @param madeOffline whether the desk was cut off when the operator acted
 */
public record OperationDraft(
        OperationType type, int version, Lane lane, Object payload, Author author, boolean madeOffline) {
    public OperationDraft {
        if (lane.kind() != type.lane()) {
            throw new IllegalArgumentException(type + " does not travel on lane " + lane.kind());
        }
    }

    /** The payload is personal. */
    @Override
    public String toString() {
        return "OperationDraft[" + type + " " + lane + "]";
    }
}
