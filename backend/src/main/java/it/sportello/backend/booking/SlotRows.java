package it.sportello.backend.booking;

import it.sportello.backend.store.Columns;
import it.sportello.backend.store.Rome;
import it.sportello.domain.agenda.BookingClass;
import it.sportello.domain.agenda.Slot;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Places in time. Those on hold until a moment that is past are free again without anybody doing anything. */
final class SlotRows {
    private static final String SLOT = """
            select s.*, (select count(*) from hold_slot hs join hold h on h.id = hs.hold_id
                         where hs.slot_id = s.id and h.ended_at is null and h.expires_at > :now) as held
            """;

    private SlotRows() {}

    /** The first free places of each activity, for each class that places are kept for. */
    static List<Slot> free(Handle handle, Collection<String> activities, LocalDateTime from, int most, Instant now) {
        return handle.createQuery(SLOT + """
                        from (select t.*, row_number() over (
                                  partition by activity_id, reserved_class order by starts_at) as place
                              from slot t
                              where activity_id = any(:activities) and starts_at >= :from
                                and booked < capacity and not blocked) s
                        where s.place <= :most""")
                .bind("now", now)
                .bind("activities", activities.toArray(String[]::new))
                .bind("from", from)
                .bind("most", most)
                .map((row, context) -> slot(row))
                .list();
    }

    /** The slots, locked until the end of the transaction, always in the same order. */
    static List<Slot> lock(Handle handle, Collection<String> ids, Instant now) {
        handle.createQuery("select id from slot where id = any(:ids) order by id for update")
                .bind("ids", ids.toArray(String[]::new))
                .mapTo(String.class)
                .list();
        return handle.createQuery(SLOT + "from slot s where s.id = any(:ids)")
                .bind("now", now)
                .bind("ids", ids.toArray(String[]::new))
                .map((row, context) -> slot(row))
                .list();
    }

    /** Takes one place, if one is left; the check of the table is the last guard. */
    static boolean take(Handle handle, String slotId) {
        return handle.createUpdate("""
                                update slot set booked = booked + 1
                                where id = :id and booked < capacity and not blocked""").bind("id", slotId).execute() == 1;
    }

    private static Slot slot(ResultSet row) throws SQLException {
        int capacity = row.getInt("capacity");
        int booked = row.getInt("booked");
        String reserved = Columns.nullableText(row, "reserved_class");
        return new Slot(
                row.getString("id"),
                row.getString("agenda_id"),
                row.getString("activity_id"),
                row.getString("agenda_session_id"),
                Rome.instant(Columns.civil(row, "starts_at")),
                Duration.ofMinutes(row.getInt("duration_minutes")),
                capacity,
                booked,
                Math.min(row.getInt("held"), capacity - booked),
                reserved == null ? null : BookingClass.valueOf(reserved),
                Columns.optionalInstant(row, "released_at").orElse(null),
                row.getBoolean("blocked") ? Slot.Condition.BLOCKED : Slot.Condition.IN_USE,
                1);
    }
}
