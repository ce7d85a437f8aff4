package it.sportello.backend.person;

import it.sportello.backend.session.Caller;
import java.time.Instant;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The server's own record of who asked about whom, whatever the desks report: written before anything is answered. */
public final class QueryLog {
    private QueryLog() {}

    /**
     * What was asked.
     *
     * @param kind SEARCH, VIEW, PRESCRIPTION or LIST
     * @param count how many people the answer shows
     */
    public record Entry(String kind, @Nullable String personId, int count, String reason) {}

    public static void write(Handle handle, Caller caller, Instant at, Entry entry) {
        handle.createUpdate("""
                        insert into query_log (at, desk_id, operator_id, session_id, kind, person_id, count, reason)
                        values (:at, :desk, :operator, :session, :kind, :person, :count, :reason)""")
                .bind("at", at)
                .bind("desk", caller.deskId())
                .bind("operator", caller.operatorId())
                .bind("session", caller.sessionId())
                .bind("kind", entry.kind())
                .bind("person", entry.personId())
                .bind("count", entry.count())
                .bind("reason", entry.reason())
                .execute();
    }
}
