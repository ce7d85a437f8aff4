package it.sportello.offlinecache.journal;

import org.jspecify.annotations.Nullable;

/** A piece of work inside one transaction of the journal. It must not wait for anything but the journal. */
@FunctionalInterface
public interface JournalWork<T extends @Nullable Object> {
    T in(JournalTransaction transaction);
}
