package it.sportello.backend.operation;

import it.sportello.api.Operation;
import it.sportello.api.ProblemCode;
import it.sportello.backend.http.Refusal;
import it.sportello.backend.session.Caller;
import it.sportello.backend.session.DeskIdentity;
import it.sportello.backend.session.Desks;
import it.sportello.backend.session.Secrets;
import it.sportello.backend.store.Columns;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Who acted, by the operator and session written in the operation. A session that is over never holds a fact back, nor
 * does one that this store no longer has, such as after it was put back from a copy; a request must have been made while
 * its session was open.
 */
final class Authors {
    /** How far the desk's clock may be from ours when a request is judged. */
    private static final Duration CLOCK_ERROR = Duration.ofMinutes(5);

    private Authors() {}

    private record Session(Caller caller, Instant from, Instant to) {}

    /**
     * Who acted.
     *
     * @param sessionKnown false for a fact of a session that this store does not have: a matter for the accountant
     */
    record Author(Caller caller, boolean sessionKnown) {}

    static Author author(Handle handle, DeskIdentity desk, Operation operation, boolean fact) {
        if (!operation.deskId().equals(desk.deskId())
                || !operation.installationId().equals(desk.installationId())) {
            throw Refusal.of(ProblemCode.FORBIDDEN, "operation of another desk or installation");
        }
        boolean lost = fact && remember(handle, desk, operation);
        Session session = find(handle, desk, operation)
                .orElseThrow(() -> Refusal.of(ProblemCode.FORBIDDEN, "no such session of this operator at this desk"));
        Instant at = operation.occurredAt();
        boolean inside = !at.isBefore(session.from().minus(CLOCK_ERROR))
                && !at.isAfter(session.to().plus(CLOCK_ERROR));
        if (!fact && !inside) {
            throw Refusal.of(ProblemCode.NOT_SIGNED_IN, "the session was not open when the request was made");
        }
        return new Author(session.caller(), !lost);
    }

    /**
     * Gives a session that is not in the store its row again, ended from the first moment, so that its token opens
     * nothing. One that belongs to another operator or desk is left alone, and the fact refused.
     *
     * @return whether it was missing
     */
    private static boolean remember(Handle handle, DeskIdentity desk, Operation operation) {
        return handle.createUpdate("""
                        insert into session (id, token_hash, operator_id, desk_id, created_at, expires_at, ended_at)
                        select :session, :token, o.id, :desk, :at, :at, :at from operator o where o.id = :operator
                        on conflict (id) do nothing""")
                        .bind("session", operation.sessionId())
                        .bind("token", Secrets.sha256(operation.salt() + operation.id()))
                        .bind("operator", operation.operatorId())
                        .bind("desk", desk.deskId())
                        .bind("at", operation.occurredAt())
                        .execute()
                == 1;
    }

    private static Optional<Session> find(Handle handle, DeskIdentity desk, Operation operation) {
        return handle.createQuery("""
                        select o.roles, s.created_at, least(s.expires_at, s.ended_at) as closes_at
                        from session s join operator o on o.id = s.operator_id
                        where s.id = :session and s.operator_id = :operator and s.desk_id = :desk""")
                .bind("session", operation.sessionId())
                .bind("operator", operation.operatorId())
                .bind("desk", desk.deskId())
                .map((row, context) -> new Session(
                        new Caller(
                                desk,
                                operation.sessionId(),
                                operation.operatorId(),
                                Desks.roles(Columns.texts(row, "roles"))),
                        Columns.instant(row, "created_at"),
                        Columns.instant(row, "closes_at")))
                .findOne();
    }
}
