package it.sportello.backend.queue;

import it.sportello.backend.store.Columns;
import it.sportello.domain.queue.QueueEntry;
import it.sportello.domain.queue.QueueLeg;
import it.sportello.domain.queue.QueueNumber;
import it.sportello.domain.queue.TimeSource;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Tickets and their legs, read and written together. */
final class TicketStore {
    private static final String TICKETS = """
            select e.*, r.number as reserved_number,
                   greatest(0, e.passes - (coalesce(c.calls, 0) - e.calls_at_requeue)) as passes_left
            from queue_entry e
            left join desk r on r.id = e.reserved_desk_id
            left join queue_calls c on c.site_id = e.site_id and c.day = e.day and c.category = e.category
            """;

    private TicketStore() {}

    /** The tickets of one day in some states; all of the day when no state is named. */
    static List<QueueTicket> ofDay(Handle handle, String site, LocalDate day, String... states) {
        return complete(
                handle,
                handle.createQuery(TICKETS + """
                                where e.site_id = :site and e.day = :day
                                    and (cardinality(:states) = 0 or e.state = any(:states)) order by e.issued_at, e.number""")
                        .bind("site", site)
                        .bind("day", day)
                        .bind("states", states));
    }

    /** The newest calls of the day. */
    static List<QueueTicket> lastCalls(Handle handle, String site, LocalDate day, int most) {
        return complete(
                handle,
                handle.createQuery(TICKETS + """
                                where e.site_id = :site and e.day = :day and e.call_sequence > 0
                                order by e.call_sequence desc limit :most""")
                        .bind("site", site)
                        .bind("day", day)
                        .bind("most", most));
    }

    /** A ticket, locked until the end of the transaction. */
    static Optional<QueueTicket> lock(Handle handle, String id) {
        return complete(
                        handle,
                        handle.createQuery(TICKETS + "where e.id = :id for update of e")
                                .bind("id", id))
                .stream()
                .findFirst();
    }

    /** A number of a day, locked. */
    static Optional<QueueTicket> lock(Handle handle, String site, LocalDate day, QueueNumber number) {
        return complete(
                        handle,
                        handle.createQuery(
                                        TICKETS
                                                + "where e.site_id = :site and e.day = :day and e.number = :number for update of e")
                                .bind("site", site)
                                .bind("day", day)
                                .bind("number", number.printed()))
                .stream()
                .findFirst();
    }

    /** A ticket that still waits, locked, unless another desk is calling it at this moment. */
    static Optional<QueueTicket> lockWaiting(Handle handle, String id) {
        return complete(
                        handle,
                        handle.createQuery(TICKETS
                                        + "where e.id = :id and e.state = 'WAITING' for update of e skip locked")
                                .bind("id", id))
                .stream()
                .findFirst();
    }

    /** Writes a new ticket; false when the number of that day is there already. */
    static boolean insert(Handle handle, QueueTicket ticket) {
        QueueEntry entry = ticket.entry();
        int written = handle.createUpdate("""
                        insert into queue_entry (id, site_id, day, number, category, priority, state, issued_at,
                            appointment_at, note)
                        values (:id, :site, :day, :number, :category, :priority, 'WAITING', :issued, :appointment, :note)
                        on conflict (site_id, day, number) do nothing""")
                .bind("id", entry.id())
                .bind("site", ticket.siteId())
                .bind("day", ticket.day())
                .bind("number", entry.number().printed())
                .bind("category", entry.category())
                .bind("priority", entry.priority())
                .bind("issued", entry.issuedAt())
                .bind("appointment", entry.appointmentAt())
                .bind("note", ticket.extra().note().orElse(null))
                .execute();
        if (written == 1) {
            writeLegs(handle, entry);
        }
        return written == 1;
    }

    /** Writes what a step made of a locked ticket. */
    static void update(Handle handle, QueueTicket ticket) {
        QueueEntry entry = ticket.entry();
        handle.createUpdate("""
                        update queue_entry set category = :category, priority = :priority, state = :state,
                            issued_at = :issued, called_at = :called, desk_id = :desk, desk_number = :number,
                            call_sequence = :sequence, passes = :passes,
                            calls_at_requeue = coalesce((select calls from queue_calls c where c.site_id = queue_entry.site_id
                                and c.day = queue_entry.day and c.category = :category), 0),
                            recalls = :recalls, reserved_desk_id = :reserved, merged_into = :merged,
                            version = version + 1
                        where id = :id""")
                .bind("category", entry.category())
                .bind("priority", entry.priority())
                .bind("state", QueueTicket.wire(entry.state()))
                .bind("issued", entry.issuedAt())
                .bind("called", entry.leg().called())
                .bind("desk", ticket.deskId().orElse(null))
                .bind("number", ticket.deskNumber().orElse(null))
                .bind("sequence", ticket.extra().callSequence())
                .bind("passes", entry.standing().passes())
                .bind("recalls", entry.standing().recalls())
                .bind("reserved", entry.standing().deskId())
                .bind("merged", ticket.extra().mergedInto().orElse(null))
                .bind("id", entry.id())
                .execute();
        writeLegs(handle, entry);
    }

    private static void writeLegs(Handle handle, QueueEntry entry) {
        for (int i = 0; i < entry.legs().size(); i++) {
            QueueLeg leg = entry.legs().get(i);
            TimeSource called = leg.callSource();
            handle.createUpdate("""
                            insert into queue_leg (entry_id, leg, category, since, since_source, called_at, call_source,
                                served_at, ended_at, desk_id)
                            values (:id, :leg, :category, :since, :sinceSource, :called, :callSource, :served, :ended, :desk)
                            on conflict (entry_id, leg) do update set since = excluded.since,
                                since_source = excluded.since_source, called_at = excluded.called_at,
                                call_source = excluded.call_source, served_at = excluded.served_at,
                                ended_at = excluded.ended_at, desk_id = excluded.desk_id""")
                    .bind("id", entry.id())
                    .bind("leg", i + 1)
                    .bind("category", leg.category())
                    .bind("since", leg.since())
                    .bind("sinceSource", leg.sinceSource().name())
                    .bind("called", leg.called())
                    .bind("callSource", called == null ? null : called.name())
                    .bind("served", leg.served())
                    .bind("ended", leg.ended())
                    .bind("desk", leg.deskId())
                    .execute();
        }
    }

    private record Draft(ResultValues row, List<QueueLeg> legs) {}

    /** The columns of a ticket, read before its legs are known. */
    private record ResultValues(
            String id,
            String site,
            LocalDate day,
            QueueNumber number,
            int priority,
            String state,
            Instant issuedAt,
            @Nullable Instant appointmentAt,
            QueueEntry.Standing standing,
            Optional<String> desk,
            Optional<Integer> deskNumber,
            Optional<Integer> reservedNumber,
            QueueTicket.Extra extra) {}

    private static List<QueueTicket> complete(Handle handle, Query query) {
        List<ResultValues> rows = query.map((row, context) -> values(row)).list();
        Map<String, Draft> drafts = new HashMap<>();
        rows.forEach(row -> drafts.put(row.id(), new Draft(row, new ArrayList<>())));
        if (!rows.isEmpty()) {
            handle.createQuery("select * from queue_leg where entry_id = any(:ids) order by entry_id, leg")
                    .bind("ids", drafts.keySet().toArray(String[]::new))
                    .map((row, context) -> {
                        Objects.requireNonNull(drafts.get(row.getString("entry_id")))
                                .legs()
                                .add(leg(row));
                        return true;
                    })
                    .list();
        }
        return rows.stream()
                .map(row -> ticket(Objects.requireNonNull(drafts.get(row.id()))))
                .toList();
    }

    private static QueueTicket ticket(Draft draft) {
        ResultValues row = draft.row();
        QueueEntry entry = new QueueEntry(
                row.id(),
                row.number(),
                row.priority(),
                row.issuedAt(),
                row.appointmentAt(),
                QueueTicket.state(row.state(), draft.legs().size()),
                draft.legs(),
                row.standing());
        return new QueueTicket(
                entry, row.site(), row.day(), row.desk(), row.deskNumber(), row.reservedNumber(), row.extra());
    }

    private static ResultValues values(ResultSet row) throws SQLException {
        return new ResultValues(
                row.getString("id"),
                row.getString("site_id"),
                Columns.date(row, "day"),
                Objects.requireNonNull(QueueNumber.parse(row.getString("number"))),
                row.getInt("priority"),
                row.getString("state"),
                Columns.instant(row, "issued_at"),
                Columns.optionalInstant(row, "appointment_at").orElse(null),
                new QueueEntry.Standing(
                        row.getInt("passes_left"),
                        Columns.nullableText(row, "reserved_desk_id"),
                        row.getInt("recalls")),
                Columns.optionalText(row, "desk_id"),
                Columns.optionalInteger(row, "desk_number"),
                Columns.optionalInteger(row, "reserved_number"),
                new QueueTicket.Extra(
                        row.getLong("call_sequence"),
                        row.getLong("version"),
                        Columns.optionalText(row, "note"),
                        Columns.optionalText(row, "merged_into")));
    }

    private static QueueLeg leg(ResultSet row) throws SQLException {
        return new QueueLeg(
                row.getString("category"),
                Columns.instant(row, "since"),
                TimeSource.valueOf(row.getString("since_source")),
                Columns.optionalInstant(row, "called_at").orElse(null),
                Columns.optionalText(row, "call_source")
                        .map(TimeSource::valueOf)
                        .orElse(null),
                Columns.optionalInstant(row, "served_at").orElse(null),
                Columns.optionalInstant(row, "ended_at").orElse(null),
                Columns.nullableText(row, "desk_id"));
    }
}
