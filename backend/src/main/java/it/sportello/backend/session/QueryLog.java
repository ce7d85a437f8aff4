package it.sportello.backend.session;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * The server's own record of who was given what about whom, whatever the desks report: written in the transaction that
 * reads the data, before anything is answered (R-SEC-3).
 */
public final class QueryLog {
    private QueryLog() {}

    /** What was asked. */
    public enum Kind {
        SEARCH,
        VIEW,
        PRESCRIPTION,
        /** The bookings of a day, for a screen or for the cache of the desk. */
        LIST,
        /** A page of the feed, for the cache of the desk. */
        FEED
    }

    /**
     * One answer that held persons, or that found none.
     *
     * @param personIds whom the answer shows, each once
     */
    public record Entry(Kind kind, List<String> personIds, String reason) {
        public Entry {
            personIds = personIds.stream().distinct().toList();
        }

        /** An answer to a question that asks for no reason. */
        public static Entry of(Kind kind, List<String> personIds) {
            return new Entry(kind, personIds, "");
        }
    }

    public static void write(Handle handle, Caller caller, Instant at, Entry entry) {
        handle.createUpdate("""
                        insert into query_log (at, desk_id, operator_id, session_id, kind, person_ids, count, reason)
                        values (:at, :desk, :operator, :session, :kind, :persons, :count, :reason)""")
                .bind("at", at)
                .bind("desk", caller.deskId())
                .bind("operator", caller.operatorId())
                .bind("session", caller.sessionId())
                .bind("kind", entry.kind().name())
                .bind("persons", entry.personIds().toArray(String[]::new))
                .bind("count", entry.personIds().size())
                .bind("reason", entry.reason())
                .execute();
    }
}
