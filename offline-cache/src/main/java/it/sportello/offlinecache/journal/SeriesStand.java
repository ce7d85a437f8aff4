package it.sportello.offlinecache.journal;

import it.sportello.api.Tills;
import it.sportello.domain.document.SeriesKey;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A series and its last progressive.
 *
 * @param lastDay accounting day of its last document, null when it has none
 */
public record SeriesStand(SeriesKey key, int last, @Nullable LocalDate lastDay) {
    /** The form that travels in the closing of a till. */
    public Tills.SeriesHead onTheWire() {
        return new Tills.SeriesHead(key.regime().name(), key.kind().name(), key.epoch(), key.year(), last);
    }
}
