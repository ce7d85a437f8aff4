package it.sportello.backend.booking;

import it.sportello.backend.store.Columns;
import it.sportello.domain.agenda.Hold;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Holds as stored. */
final class HoldRows {
    private HoldRows() {}

    /** A hold with the person it is for. */
    record Row(Hold hold, String personId, boolean ended) {}

    /** The hold, locked until the end of the transaction. */
    static Optional<Row> lock(Handle handle, UUID id) {
        List<String> slots = handle.createQuery("select slot_id from hold_slot where hold_id = :id order by position")
                .bind("id", id)
                .mapTo(String.class)
                .list();
        return slots.isEmpty()
                ? Optional.empty()
                : handle.createQuery("select * from hold where id = :id for update")
                        .bind("id", id)
                        .map((row, context) -> new Row(
                                new Hold(
                                        id.toString(),
                                        slots,
                                        row.getString("operator_id"),
                                        row.getString("desk_id"),
                                        Columns.instant(row, "expires_at"),
                                        row.getBoolean("extended")),
                                row.getString("person_id"),
                                Columns.optionalInstant(row, "ended_at").isPresent()))
                        .findOne();
    }

    /** False when the id is taken already. */
    static boolean insert(Handle handle, UUID id, Hold hold, String personId, Instant now) {
        int rows = handle.createUpdate("""
                        insert into hold (id, desk_id, operator_id, person_id, created_at, expires_at)
                        values (:id, :desk, :operator, :person, :now, :expires) on conflict do nothing""")
                .bind("id", id)
                .bind("desk", hold.deskId())
                .bind("operator", hold.operatorId())
                .bind("person", personId)
                .bind("now", now)
                .bind("expires", hold.expiresAt())
                .execute();
        if (rows == 0) {
            return false;
        }
        for (int position = 0; position < hold.slotIds().size(); position++) {
            handle.createUpdate("insert into hold_slot (hold_id, position, slot_id) values (:id, :position, :slot)")
                    .bind("id", id)
                    .bind("position", position)
                    .bind("slot", hold.slotIds().get(position))
                    .execute();
        }
        return true;
    }

    static void extend(Handle handle, UUID id, Instant until) {
        handle.createUpdate("update hold set expires_at = :until, extended = true where id = :id")
                .bind("until", until)
                .bind("id", id)
                .execute();
    }

    static void end(Handle handle, UUID id, Instant now) {
        handle.createUpdate("update hold set ended_at = :now where id = :id and ended_at is null")
                .bind("now", now)
                .bind("id", id)
                .execute();
    }
}
