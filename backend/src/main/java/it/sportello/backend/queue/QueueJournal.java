package it.sportello.backend.queue;

import it.sportello.backend.session.Caller;
import java.time.Instant;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Who did what with a number or a desk, when and why: rows that are never changed. */
final class QueueJournal {
    private QueueJournal() {}

    /**
     * One act.
     *
     * @param entryId the ticket, null for an act of the desk itself
     * @param source SERVER, BRIDGE or MANUAL
     * @param detail reason, position or target, or empty text
     */
    record Act(@Nullable String entryId, String act, Instant at, String source, String detail) {}

    static void write(Handle handle, Caller caller, Act act) {
        handle.createUpdate("""
                        insert into queue_act (entry_id, site_id, at, desk_id, operator_id, act, source, detail)
                        values (:entry, :site, :at, :desk, :operator, :act, :source, :detail)""")
                .bind("entry", act.entryId())
                .bind("site", caller.siteId())
                .bind("at", act.at())
                .bind("desk", caller.deskId())
                .bind("operator", caller.operatorId())
                .bind("act", act.act())
                .bind("source", act.source())
                .bind("detail", act.detail())
                .execute();
    }
}
