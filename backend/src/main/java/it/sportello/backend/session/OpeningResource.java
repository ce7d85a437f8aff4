package it.sportello.backend.session;

import it.sportello.api.ProblemCode;
import it.sportello.api.Sessions.DeskOpened;
import it.sportello.api.Sessions.OpenDesk;
import it.sportello.backend.http.Answer;
import it.sportello.backend.http.Call;
import it.sportello.backend.http.ProblemMapper;
import it.sportello.backend.http.Refusal;
import it.sportello.backend.store.Columns;
import it.sportello.backend.store.Database;
import it.sportello.backend.store.Rome;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Opens a desk for the day: one operator at a desk, unless somebody takes it over and says why. */
public final class OpeningResource {

    private final Database database;
    private final Clock clock;

    public OpeningResource(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    private record Open(String operatorId, String displayName, Instant expiresAt, boolean ended) {}

    /** POST desks/{id}/opening. */
    public Answer open(Caller caller, Call call) {
        OpenDesk wish = call.body(OpenDesk.class);
        if (!wish.deskId().equals(caller.deskId()) || !call.path("id").equals(caller.deskId())) {
            throw Refusal.of(ProblemCode.FORBIDDEN, "a desk opens only itself");
        }
        if (!caller.identity().desk().profiles().contains(wish.profile())) {
            throw ProblemMapper.broken(ProblemCode.RULE_BROKEN, "profile", "PROFILE_NOT_OF_DESK");
        }
        return Answer.created(database.inTransaction(handle -> open(handle, caller, wish)));
    }

    private DeskOpened open(Handle handle, Caller caller, OpenDesk wish) {
        Instant now = clock.instant();
        Optional<Open> before = inUse(handle, caller, now);
        if (before.isPresent()
                && wish.takeOverReason().filter(it -> !it.isBlank()).isEmpty()) {
            throw Refusal.of(
                    ProblemCode.DESK_IN_USE,
                    "somebody else has the desk open",
                    Map.of("operator", before.get().displayName()));
        }
        handle.createUpdate("update desk_opening set closed_at = :now where desk_id = :desk and closed_at is null")
                .bind("now", now)
                .bind("desk", caller.deskId())
                .execute();
        handle.createUpdate("""
                        insert into desk_opening (desk_id, session_id, operator_id, profile, opened_at, take_over_reason)
                        values (:desk, :session, :operator, :profile, :now, :reason)""")
                .bind("desk", caller.deskId())
                .bind("session", caller.sessionId())
                .bind("operator", caller.operatorId())
                .bind("profile", wish.profile())
                .bind("now", now)
                .bind("reason", wish.takeOverReason().orElse(null))
                .execute();
        return new DeskOpened(
                caller.identity().desk(), wish.profile(), notices(handle, caller, before.isPresent(), Rome.day(now)));
    }

    /** Who else works at the desk, in a session that still runs. */
    private static Optional<Open> inUse(Handle handle, Caller caller, Instant now) {
        handle.createQuery("select id from desk where id = :desk for update")
                .bind("desk", caller.deskId())
                .mapTo(String.class)
                .one();
        Optional<Open> open = handle.createQuery("""
                        select o.operator_id, who.display_name, s.expires_at, s.ended_at is not null as ended
                        from desk_opening o join session s on s.id = o.session_id
                        join operator who on who.id = o.operator_id
                        where o.desk_id = :desk and o.closed_at is null""")
                .bind("desk", caller.deskId())
                .map((row, context) -> new Open(
                        row.getString("operator_id"),
                        row.getString("display_name"),
                        Columns.instant(row, "expires_at"),
                        row.getBoolean("ended")))
                .findOne();
        return open.filter(it -> !it.operatorId().equals(caller.operatorId()))
                .filter(it -> !it.ended() && it.expiresAt().isAfter(now));
    }

    /** Codes of what the operator should know; the desk has the texts. */
    private static List<String> notices(Handle handle, Caller caller, boolean takenOver, LocalDate today) {
        List<String> notices = new ArrayList<>();
        if (takenOver) {
            notices.add("DESK_TAKEN_OVER");
        }
        boolean tillOpen = caller.identity().desk().tillId().isPresent()
                && handle.createQuery("""
                                select exists (select from till_session
                                where till_id = :till and closed_at is null)""")
                        .bind("till", caller.identity().desk().tillId().orElseThrow())
                        .mapTo(Boolean.class)
                        .one();
        if (tillOpen) {
            notices.add("TILL_SESSION_OPEN");
        }
        boolean tariffs =
                handle.createQuery("""
                        select exists (select from tariff
                        where valid_from <= :day and (valid_to is null or valid_to >= :day))""").bind("day", today).mapTo(Boolean.class).one();
        if (!tariffs) {
            notices.add("TARIFF_LIST_LAPSED");
        }
        return List.copyOf(notices);
    }
}
