package it.sportello.app.till;

import java.util.List;

/**
 * The documents without paper that a closing carried over to the next session (R-TIL-14), kept beside the closing check.
 *
 * @param documents their numbers or keys, never anything personal
 */
public record StoredCarried(List<String> documents) {
    /** What the record is among the documents of a session. */
    static final String FORM = "carried";

    public StoredCarried {
        documents = List.copyOf(documents);
    }

    /** Where the payments by card that were carried over without a known end are kept; absent when there were none. */
    static String cardsKey(String sessionId) {
        return key(sessionId) + "/cards";
    }

    /** Where it is kept for a session. */
    static String key(String sessionId) {
        return StoredClosing.key(sessionId) + "/carried";
    }
}
