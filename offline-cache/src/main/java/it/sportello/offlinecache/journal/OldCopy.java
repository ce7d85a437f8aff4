package it.sportello.offlinecache.journal;

import java.time.Instant;

/**
 * The mark of a journal that was put back from a copy: the server holds acts of its till that it does not have, so the
 * numbers it would give were given already (R-TIL-4). Never taken off: the computer is enrolled anew, with a new home.
 *
 * @param lane lane of the till
 * @param known operations that the server holds of it
 * @param held operations that this journal held when it was found out
 */
public record OldCopy(String lane, long known, long held, Instant foundAt) {
    /** Key of the mark among the settings of the journal. */
    public static final String SETTING = "old-copy";
}
