package it.sportello.offlinecache.database;

/** How soon a commit is on the disk. */
public enum Durability {
    /** Before it returns: for the journal. */
    FULL(2),
    /** At the next checkpoint: for what can be fetched again. */
    NORMAL(1);

    private final int pragma;

    Durability(int pragma) {
        this.pragma = pragma;
    }

    int pragma() {
        return pragma;
    }
}
