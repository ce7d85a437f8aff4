package it.sportello.offlinecache.journal;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One print of one document. Its state stands apart from the payment: nothing here moves money (R-TIL-7, Q26).
 *
 * @param copy 0 for the original, then the number printed on the copy (R-TIL-8)
 * @param reason code of the device's fault for a failed or uncertain job
 */
public record PrintJob(
        UUID id,
        String documentKey,
        int copy,
        State state,
        Optional<String> reason,
        Instant queuedAt,
        Instant changedAt) {

    /** Where a print stands. */
    public enum State {
        QUEUED,
        /** Bytes are going out. */
        SENDING,
        /** The printer gave proof. */
        PRINTED,
        /** Sent without proof, or the program died meanwhile: the operator says what came out. */
        UNCERTAIN,
        FAILED,
        /** Handed over as a PDF file. */
        PDF;

        /** True when the paper, or its file, exists. */
        public boolean isDelivered() {
            return this == PRINTED || this == PDF;
        }
    }
}
