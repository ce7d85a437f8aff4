package it.sportello.backend.till;

import it.sportello.backend.operation.Incoming;
import it.sportello.backend.session.Permission;
import it.sportello.backend.store.Columns;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The till sessions that the server knows, and what is odd about an act in one of them. */
final class TillSessions {
    private TillSessions() {}

    record Row(String tillId, String operatorId, boolean closed) {}

    static Optional<Row> find(Handle handle, UUID id) {
        return handle.createQuery("select till_id, operator_id, closed_at from till_session where id = :id")
                .bind("id", id)
                .map((row, context) -> new Row(
                        row.getString("till_id"),
                        row.getString("operator_id"),
                        Columns.optionalInstant(row, "closed_at").isPresent()))
                .findOne();
    }

    /** Flags an act that is not the operator's own, in the open session of the till. */
    static void flagOddities(Handle handle, Incoming incoming, UUID sessionId, Set<String> flags) {
        flagAuthor(incoming, flags);
        Optional<Row> session =
                find(handle, sessionId).filter(row -> row.tillId().equals(LedgerRows.tillId(incoming)));
        if (session.isEmpty() || session.get().closed()) {
            flags.add("SESSION_NOT_OPEN");
        } else if (!session.get().operatorId().equals(incoming.author().operatorId())) {
            flags.add("SESSION_OF_OTHER_OPERATOR");
        }
    }

    /** Money was moved, whoever moved it: somebody without the right is a matter for the accountant. */
    static void flagAuthor(Incoming incoming, Set<String> flags) {
        if (!incoming.author().has(Permission.TILL)) {
            flags.add("OPERATOR_NOT_ENTITLED");
        }
    }

    /** Sum of a count by denomination, in cents. */
    static long sum(Map<Integer, Integer> pieces) {
        return pieces.entrySet().stream()
                .mapToLong(row -> (long) row.getKey() * row.getValue())
                .sum();
    }
}
