package it.sportello.offlinecache.cache;

import it.sportello.api.Dues;

/**
 * A due as the operator may see it.
 *
 * @param due the server's due, its state replaced by PAID when this desk settled it
 * @param disputed the server confirmed our collection and yet calls the due open in a newer version: for the conflict
 *     screen, never a silent downgrade (Q04)
 */
public record DueSeen(Dues.DueView due, Origin origin, boolean disputed) {
    /** Who says so. */
    public enum Origin {
        SERVER,
        /** Settled here, the server does not know yet. */
        LOCAL_PENDING,
        /** Settled here and confirmed; the server's list may lag. */
        LOCAL_CONFIRMED
    }
}
