package it.sportello.backend.sample;

/** Told how far the sample has come. */
@FunctionalInterface
public interface SampleProgress {
    /** Tells nobody. */
    SampleProgress SILENT = (count, what) -> {};

    /**
     * A part is done.
     *
     * @param count rows or things of the part
     * @param what its name, such as a table's
     */
    void done(long count, String what);
}
