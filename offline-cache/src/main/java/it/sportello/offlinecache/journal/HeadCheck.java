package it.sportello.offlinecache.journal;

/** How the journal stands to a head known outside it. */
public enum HeadCheck {
    /** The journal has this record with this link. */
    AGREES,
    /** The journal ends before it: its tail was cut off or an old file was put back. */
    SHORTER,
    /** The journal has another link there: it is another history. */
    DIFFERS
}
