package it.sportello.backend.queue;

import it.sportello.api.ProblemCode;
import it.sportello.api.Queues.DeskStand;
import it.sportello.api.Queues.Pause;
import it.sportello.backend.http.Answer;
import it.sportello.backend.http.Call;
import it.sportello.backend.http.ProblemMapper;
import it.sportello.backend.http.Refusal;
import it.sportello.backend.session.Caller;
import it.sportello.backend.store.Database;
import java.time.Clock;
import java.time.Instant;
import org.jdbi.v3.core.Handle;

/** A desk that pauses calls nobody until it resumes; why and how long stays written. */
public final class DeskPauses {
    private final Clock clock;
    private final Once once;

    DeskPauses(Database database, Clock clock) {
        this.clock = clock;
        this.once = new Once(database);
    }

    /** POST desks/{id}/pause: one's own desk only. Pausing twice, or resuming a desk that works, changes nothing. */
    public Answer pause(Caller caller, Call call) {
        if (!call.path("id").equals(caller.deskId())) {
            throw Refusal.of(ProblemCode.FORBIDDEN, "pause of another desk");
        }
        Pause wish = call.body(Pause.class);
        String reason = TicketActs.reason(wish.reason());
        if (wish.paused() && reason.isEmpty()) {
            throw ProblemMapper.broken(ProblemCode.RULE_BROKEN, "reason", "REASON_MISSING");
        }
        Once.Request request = new Once.Request(caller, wish.requestId(), caller.deskId());
        return once.answer(request, DeskStand.class, (handle, feed) -> {
            Instant now = clock.instant();
            boolean changed = wish.paused() ? begin(handle, caller, reason, now) : end(handle, caller.deskId(), now);
            if (changed) {
                String act = wish.paused() ? "PAUSE" : "RESUME";
                QueueJournal.write(handle, caller, new QueueJournal.Act(null, act, now, "SERVER", reason));
            }
            return Categories.desks(handle, caller.siteId()).stream()
                    .filter(it -> it.deskId().equals(caller.deskId()))
                    .findFirst()
                    .orElseThrow();
        });
    }

    /** Nobody is called to a desk that pauses, in order or out of it. */
    static void refuseWhilePaused(Handle handle, String desk) {
        if (isPaused(handle, desk)) {
            throw ProblemMapper.broken(ProblemCode.RULE_BROKEN, "deskId", "DESK_PAUSED");
        }
    }

    private static boolean isPaused(Handle handle, String desk) {
        return handle.createQuery("select exists (select from desk_pause where desk_id = :desk and to_at is null)")
                .bind("desk", desk)
                .mapTo(Boolean.class)
                .one();
    }

    private static boolean begin(Handle handle, Caller caller, String reason, Instant now) {
        return handle.createUpdate("""
                        insert into desk_pause (desk_id, from_at, reason, operator_id)
                        values (:desk, :now, :reason, :operator) on conflict do nothing""")
                        .bind("desk", caller.deskId())
                        .bind("now", now)
                        .bind("reason", reason)
                        .bind("operator", caller.operatorId())
                        .execute()
                == 1;
    }

    private static boolean end(Handle handle, String desk, Instant now) {
        return handle.createUpdate("update desk_pause set to_at = :now where desk_id = :desk and to_at is null")
                        .bind("now", now)
                        .bind("desk", desk)
                        .execute()
                == 1;
    }
}
