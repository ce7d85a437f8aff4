package it.sportello.backend.queue;

import it.sportello.backend.session.ParameterTables;
import it.sportello.backend.store.Database;
import it.sportello.domain.operation.UuidV7;
import java.time.Clock;

/** What the server's routes take from the queue. */
public final class QueueParts {
    private final QueueResource tickets;
    private final DeskPauses pauses;
    private final FiguresResource figures;
    private final QueueRecorded recorded;

    public QueueParts(Database database, Clock clock, UuidV7 ids, ParameterTables parameters) {
        QueueDays days = new QueueDays(parameters);
        this.tickets = new QueueResource(database, clock, ids, days);
        this.pauses = new DeskPauses(database, clock);
        this.figures = new FiguresResource(database, clock, days);
        this.recorded = new QueueRecorded(days, ids);
    }

    public QueueResource tickets() {
        return tickets;
    }

    public DeskPauses pauses() {
        return pauses;
    }

    public FiguresResource figures() {
        return figures;
    }

    public QueueRecorded recorded() {
        return recorded;
    }
}
