package it.sportello.backend.session;

import io.helidon.webserver.http.Handler;
import it.sportello.api.Headers;
import it.sportello.api.ProblemCode;
import it.sportello.api.Sessions.Desk;
import it.sportello.backend.http.Answer;
import it.sportello.backend.http.Call;
import it.sportello.backend.http.RateLimit;
import it.sportello.backend.http.Refusal;
import it.sportello.backend.http.Resource;
import it.sportello.backend.store.Columns;
import it.sportello.backend.store.Database;
import java.time.Clock;
import java.util.Locale;
import org.jdbi.v3.core.Handle;

/** Who may come in: the desk by its secret, the operator by the session. */
public final class Gate {
    private static final String BEARER = "bearer ";

    private final Database database;
    private final Clock clock;
    private final RateLimit limit;

    public Gate(Database database, Clock clock, RateLimit limit) {
        this.database = database;
        this.clock = clock;
        this.limit = limit;
    }

    /** What a resource does for a desk. */
    @FunctionalInterface
    public interface DeskResource {
        Answer answer(DeskIdentity desk, Call call);
    }

    /** What a resource does for a signed-in operator. */
    @FunctionalInterface
    public interface SignedInResource {
        Answer answer(Caller caller, Call call);
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared as a record
    private record Installed(String installationId, byte[] secretHash, String epoch, boolean active) {}

    /** Lets installations in. */
    public Handler desk(DeskResource resource) {
        return Resource.handler(call -> {
            DeskIdentity desk = database.read(handle -> identify(handle, call));
            limit.count(desk.deskId());
            return resource.answer(desk, call);
        });
    }

    /** Lets operators with the permission in, at a desk. */
    public Handler signedIn(Permission permission, SignedInResource resource) {
        return Resource.handler(call -> {
            Caller caller = database.read(handle -> recognise(handle, call));
            limit.count(caller.deskId());
            try {
                if (!caller.has(permission)) {
                    throw Refusal.of(ProblemCode.FORBIDDEN, "needs " + permission);
                }
                return resource.answer(caller, call);
            } catch (Refusal refused) {
                if (refused.code() == ProblemCode.FORBIDDEN) {
                    remember(caller, call, refused);
                }
                throw refused;
            }
        });
    }

    /** Who tried what without the right stands in the same log as who looked: the reason names the rule, nobody else. */
    private void remember(Caller caller, Call call, Refusal refused) {
        database.inTransaction(handle -> handle.createUpdate("""
                        insert into query_log (at, desk_id, operator_id, session_id, kind, count, reason)
                        values (:at, :desk, :operator, :session, 'REFUSED', 0, :reason)""")
                .bind("at", clock.instant())
                .bind("desk", caller.deskId())
                .bind("operator", caller.operatorId())
                .bind("session", caller.sessionId())
                .bind("reason", call.resource() + ": " + refused.detail())
                .execute());
    }

    private DeskIdentity identify(Handle handle, Call call) {
        String deskId = call.header(Headers.DESK).orElseThrow(Gate::unknownDesk);
        String secret = call.header(Headers.DESK_SECRET).orElseThrow(Gate::unknownDesk);
        Installed own = handle
                .createQuery(
                        "select installation_id, secret_hash, epoch, active from installation where desk_id = :desk")
                .bind("desk", deskId)
                .map((row, context) -> new Installed(
                        row.getString("installation_id"),
                        row.getBytes("secret_hash"),
                        row.getString("epoch"),
                        row.getBoolean("active")))
                .list()
                .stream()
                .filter(row -> Secrets.matches(secret, row.secretHash()))
                .findFirst()
                .orElseThrow(Gate::unknownDesk);
        if (!own.active()) {
            throw Refusal.of(ProblemCode.INSTALLATION_SUPERSEDED, "another installation owns the desk");
        }
        Desk desk = Desks.find(handle, deskId).orElseThrow(Gate::unknownDesk);
        return new DeskIdentity(desk, own.installationId(), own.epoch());
    }

    private Caller recognise(Handle handle, Call call) {
        DeskIdentity desk = identify(handle, call);
        String header = call.header("Authorization").orElse("");
        if (!header.toLowerCase(Locale.ROOT).startsWith(BEARER)) {
            throw notSignedIn();
        }
        String token = header.substring(BEARER.length()).strip();
        return handle.createQuery("""
                        select s.id, s.operator_id, o.roles
                        from session s join operator o on o.id = s.operator_id
                        where s.token_hash = :token and s.desk_id = :desk and s.ended_at is null
                          and s.expires_at > :now and o.enabled""")
                .bind("token", Secrets.sha256(token))
                .bind("desk", desk.deskId())
                .bind("now", clock.instant())
                .map((row, context) -> new Caller(
                        desk,
                        row.getString("id"),
                        row.getString("operator_id"),
                        Desks.roles(Columns.texts(row, "roles"))))
                .findOne()
                .orElseThrow(Gate::notSignedIn);
    }

    private static Refusal unknownDesk() {
        return Refusal.of(ProblemCode.DESK_UNKNOWN, "desk and secret do not belong together");
    }

    private static Refusal notSignedIn() {
        return Refusal.of(ProblemCode.NOT_SIGNED_IN, "no open session of this desk");
    }
}
