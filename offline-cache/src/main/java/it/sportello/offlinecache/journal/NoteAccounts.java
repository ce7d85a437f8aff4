package it.sportello.offlinecache.journal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What note validators told this desk; written with {@link JournalTransaction#putNotes}. None of it is ever removed. */
public interface NoteAccounts {
    /**
     * One event.
     *
     * @param position its place among all events of the desk, rising
     * @param device which validator told it
     * @param at when it was stored, UTC
     */
    record Told<T>(long position, String device, Instant at, T detail) {}

    /** How far a device's own account has been read; empty for one never seen. */
    Optional<String> place(String device);

    /** The events behind a position, the oldest first; from the beginning behind 0. */
    <T> List<Told<T>> after(long position, Class<T> form);
}
