package it.sportello.app.citizen;

import it.sportello.app.service.DeskContext;
import it.sportello.offlinecache.journal.Journal;
import java.util.Optional;

/** Whether money can be taken at this desk now. Asking waits for the disk. */
public enum TillStanding {
    NO_TILL,
    CLOSED,
    OPEN;

    static TillStanding of(Journal journal, DeskContext desk) {
        Optional<String> till = desk.tillId();
        if (till.isEmpty()) {
            return NO_TILL;
        }
        return journal.openTillSession(till.get()).isPresent() ? OPEN : CLOSED;
    }
}
