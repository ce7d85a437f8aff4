package it.sportello.offlinecache.journal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The print jobs. Jobs are queued in the commit of their document, or later with {@link #reprint}. */
public interface PrintJobs {
    /** Bytes start to go out. Stored before the first byte, so that a crash is seen as a doubt. */
    void sending(UUID jobId);

    /** The printer proved it. */
    void printed(UUID jobId);

    /** Sent, but no proof came. */
    void uncertain(UUID jobId, String reason);

    /** Nothing useful came out; the job may be queued again or become a PDF. */
    void failed(UUID jobId, String reason);

    /** Delivered as a PDF file. */
    void deliveredAsPdf(UUID jobId);

    /** The operator says that a failed or uncertain job came to nothing: the same job again. */
    void again(UUID jobId);

    /** A further, numbered copy of a document that was printed before; no effect on the ledger (R-TIL-8). */
    PrintJob reprint(String documentKey);

    Optional<PrintJob> job(UUID jobId);

    /** Every job of a document, the original first. */
    List<PrintJob> of(String documentKey);

    /** Every job queued since a moment, the newest first. */
    List<PrintJob> since(Instant from);

    /** Jobs not delivered: queued, sending, uncertain, failed. */
    List<PrintJob> open();

    /** Jobs not delivered, of documents that no other print delivered either: what still wants paper. */
    default List<PrintJob> undelivered() {
        return open().stream()
                .filter(job -> of(job.documentKey()).stream()
                        .noneMatch(print -> print.state().isDelivered()))
                .toList();
    }
}
