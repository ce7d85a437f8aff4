package it.sportello.backend.till;

import it.sportello.backend.operation.Incoming;
import it.sportello.backend.session.Permission;
import it.sportello.backend.session.Role;
import it.sportello.backend.store.Columns;
import it.sportello.domain.till.ClosingRight;
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
        Optional<Row> session = open(handle, incoming, sessionId, flags);
        if (session.isPresent()
                && !session.get().operatorId().equals(incoming.author().operatorId())) {
            flags.add("SESSION_OF_OTHER_OPERATOR");
        }
    }

    /** Flags a closing by somebody who may not; one made for another by who may is told to the accountant too. */
    static void flagClosing(Handle handle, Incoming incoming, UUID sessionId, Set<String> flags) {
        flagAuthor(incoming, flags);
        Optional<Row> session = open(handle, incoming, sessionId, flags);
        if (session.isPresent()) {
            boolean responsible = incoming.author().roles().contains(Role.CASH_RESPONSIBLE);
            switch (ClosingRight.of(
                    session.get().operatorId(), incoming.author().operatorId(), responsible)) {
                case OWN -> {
                    // nothing odd
                }
                case FOR_ANOTHER -> flags.add("CLOSED_FOR_OTHER_OPERATOR");
                case NONE -> flags.add("SESSION_OF_OTHER_OPERATOR");
            }
        }
    }

    private static Optional<Row> open(Handle handle, Incoming incoming, UUID sessionId, Set<String> flags) {
        Optional<Row> open = find(handle, sessionId)
                .filter(row -> row.tillId().equals(LedgerRows.tillId(incoming)) && !row.closed());
        if (open.isEmpty()) {
            flags.add("SESSION_NOT_OPEN");
        }
        return open;
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
