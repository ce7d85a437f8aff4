package it.sportello.backend.queue;

import it.sportello.backend.session.ParameterTables;
import it.sportello.backend.store.Rome;
import it.sportello.domain.parameter.ParameterKeys;
import it.sportello.domain.parameter.Parameters;
import it.sportello.domain.queue.QueueDay;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jdbi.v3.core.Handle;

/** The parameters of the queue of a site, as of a day. */
final class QueueDays {
    private final ParameterTables tables;

    QueueDays(ParameterTables tables) {
        this.tables = tables;
    }

    /** The day of the queue to which a moment belongs. */
    LocalDate of(Handle handle, String site, Instant at) {
        Parameters parameters = tables.at(handle, site);
        return QueueDay.of(at, parameters.get(ParameterKeys.QUEUE_ROLLOVER_HOUR, Rome.day(at)));
    }

    Duration limit(Handle handle, String site, LocalDate day) {
        return tables.at(handle, site).get(ParameterKeys.QUEUE_LIMIT, day);
    }

    int recallsBeforeAbsent(Handle handle, String site, Instant at) {
        return tables.at(handle, site).get(ParameterKeys.QUEUE_ABSENT_RECALLS, Rome.day(at));
    }
}
