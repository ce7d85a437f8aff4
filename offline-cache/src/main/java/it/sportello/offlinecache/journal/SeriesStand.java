package it.sportello.offlinecache.journal;

import it.sportello.api.Tills;
import it.sportello.domain.document.SeriesKey;

/** A series and its last progressive. */
public record SeriesStand(SeriesKey key, int last) {
    /** The form that travels in the closing of a till. */
    public Tills.SeriesHead onTheWire() {
        return new Tills.SeriesHead(key.regime().name(), key.kind().name(), key.epoch(), key.year(), last);
    }
}
