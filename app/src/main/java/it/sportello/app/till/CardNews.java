package it.sportello.app.till;

import it.sportello.offlinecache.journal.PrintJob;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What became of a payment by card; told on whatever thread it happened. */
public sealed interface CardNews {
    UUID attemptId();

    /** The terminal shows its user this text. */
    record Progress(UUID attemptId, String text) implements CardNews {}

    /** The terminal is asked what became of it. */
    record Asked(UUID attemptId) implements CardNews {}

    /** Money moved and is booked. */
    record Collected(UUID attemptId, CollectDues.Result.Collected collected, String personId) implements CardNews {}

    /**
     * No money moved: the dues are free again.
     *
     * @param cause key of the terminal's texts, with {@code .action} for what to do; empty when a person decided
     * @param words of the terminal or the operator, perhaps empty
     * @param jobs prints of the terminal's own slips
     */
    record Refused(UUID attemptId, Optional<String> cause, String words, List<PrintJob> jobs) implements CardNews {
        public Refused {
            jobs = List.copyOf(jobs);
        }
    }

    /**
     * Nobody knows: the dues stay frozen.
     *
     * @param reason key part of the text that says what is known
     */
    record InDoubt(UUID attemptId, String reason) implements CardNews {}
}
