package it.sportello.app.practice;

import it.sportello.app.print.ExemptionSheets;
import it.sportello.app.print.Letterhead;

/** A registration as the journal keeps it, with the head it was issued under. */
public record StoredExemption(Letterhead head, ExemptionSheets.Registered facts) {
    /** The prefix of the documents of exemptions; the slip of the roll is made from the record under this key. */
    static final String PREFIX = "S39-";

    /** @param reference protocol number, or the desk's own */
    static String key(String reference) {
        return PREFIX + reference;
    }

    /** Neither person nor code. */
    @Override
    public String toString() {
        return "StoredExemption[" + facts.reference() + "]";
    }
}
