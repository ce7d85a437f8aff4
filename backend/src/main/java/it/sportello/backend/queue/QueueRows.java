package it.sportello.backend.queue;

import it.sportello.api.Queues.Entry;
import it.sportello.backend.store.Columns;
import it.sportello.domain.queue.CallOrder;
import it.sportello.domain.queue.QueueEntry;
import it.sportello.domain.queue.QueueNumber;
import it.sportello.domain.queue.QueueState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Queue tickets as stored. */
final class QueueRows {
    private static final String ENTRY = "select * from queue_entry ";

    private QueueRows() {}

    /** A ticket with where it belongs. */
    record Row(String siteId, LocalDate day, int priority, Instant issuedAt, long version, Entry entry) {
        /** As the rules of the domain read one that waits. */
        QueueEntry waiting() {
            return QueueEntry.issued(
                    entry.id(),
                    Objects.requireNonNull(QueueNumber.parse(entry.number())),
                    entry.category(),
                    priority,
                    issuedAt,
                    null);
        }
    }

    static List<Entry> waiting(Handle handle, String siteId, LocalDate day) {
        List<Row> rows = handle.createQuery(ENTRY + "where site_id = :site and day = :day and state = 'WAITING'")
                .bind("site", siteId)
                .bind("day", day)
                .map((row, context) -> row(row))
                .list();
        return ordered(rows).stream().map(Row::entry).toList();
    }

    static List<Entry> lastCalls(Handle handle, String siteId, LocalDate day, int most) {
        return handle.createQuery(ENTRY + """
                        where site_id = :site and day = :day and call_sequence > 0
                        order by call_sequence desc limit :most""")
                .bind("site", siteId)
                .bind("day", day)
                .bind("most", most)
                .map((row, context) -> row(row).entry())
                .list();
    }

    /**
     * The next one to call, locked; only the tickets that other desks are calling at this moment are passed over. Tickets
     * are locked one at a time, first come first: locking all that wait would hide them from a desk that calls meanwhile.
     */
    static Optional<Row> lockNext(Handle handle, String siteId, LocalDate day, Collection<String> categories) {
        List<Row> waiting = handle.createQuery(ENTRY + """
                        where site_id = :site and day = :day and state = 'WAITING' and category = any(:categories)""")
                .bind("site", siteId)
                .bind("day", day)
                .bind("categories", categories.toArray(String[]::new))
                .map((row, context) -> row(row))
                .list();
        return ordered(waiting).stream()
                .flatMap(row -> lockWaiting(handle, row.entry().id()).stream())
                .findFirst();
    }

    private static Optional<Row> lockWaiting(Handle handle, String id) {
        return handle.createQuery(ENTRY + "where id = :id and state = 'WAITING' for update skip locked")
                .bind("id", id)
                .map((row, context) -> row(row))
                .findOne();
    }

    static Optional<Row> lock(Handle handle, String id) {
        return handle.createQuery(ENTRY + "where id = :id for update")
                .bind("id", id)
                .map((row, context) -> row(row))
                .findOne();
    }

    private static List<Row> ordered(List<Row> rows) {
        List<QueueEntry> entries = rows.stream().map(Row::waiting).toList();
        Set<String> all =
                Set.copyOf(rows.stream().map(row -> row.entry().category()).toList());
        return CallOrder.of(entries, all, Instant.MAX).stream()
                .map(entry -> rows.stream()
                        .filter(row -> row.entry().id().equals(entry.id()))
                        .findFirst()
                        .orElseThrow())
                .toList();
    }

    /** The state of the domain for one of the wire. */
    static QueueState state(String wire) {
        return switch (wire) {
            case "WAITING" -> QueueState.ISSUED;
            case "CALLED" -> QueueState.CALLED;
            case "SERVING" -> QueueState.IN_SERVICE;
            case "DONE" -> QueueState.CONCLUDED;
            case "ABSENT" -> QueueState.ABSENT;
            default -> throw new IllegalStateException("queue state " + wire);
        };
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getString("site_id"),
                Columns.date(row, "day"),
                row.getInt("priority"),
                Columns.instant(row, "issued_at"),
                row.getLong("version"),
                new Entry(
                        row.getString("id"),
                        row.getString("number"),
                        row.getString("category"),
                        row.getString("state"),
                        Columns.instant(row, "issued_at"),
                        Columns.optionalInstant(row, "called_at"),
                        Columns.optionalInteger(row, "desk_number"),
                        row.getLong("call_sequence")));
    }
}
