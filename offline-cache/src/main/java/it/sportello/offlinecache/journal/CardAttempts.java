package it.sportello.offlinecache.journal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The attempts to be paid by card that this journal holds; written with {@link JournalTransaction#putCardAttempt}. */
public interface CardAttempts {
    /** Every attempt of a till of which nobody knows yet whether money moved, the oldest first. */
    <T> List<T> open(String tillId, Class<T> form);

    /** Every attempt of a till session, the oldest first. */
    <T> List<T> ofSession(UUID tillSessionId, Class<T> form);

    <T> Optional<T> find(UUID id, Class<T> form);
}
