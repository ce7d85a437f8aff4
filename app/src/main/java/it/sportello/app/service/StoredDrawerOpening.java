package it.sportello.app.service;

import java.time.Instant;

/**
 * One opening of the cash drawer without a sale, as the journal keeps it.
 *
 * @param operatorId who worked at the desk; empty when nobody was signed in
 * @param reason what the operator wrote; empty for an opening with the key
 */
public record StoredDrawerOpening(Instant at, String operatorId, Cause cause, String reason) {

    /** How it was opened. */
    public enum Cause {
        /** From the screen, with a reason. */
        ASKED,
        /** With the key of the drawer, seen by its switch. */
        BY_HAND
    }
}
