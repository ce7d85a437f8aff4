package it.sportello.backend.queue;

import it.sportello.api.ProblemCode;
import it.sportello.api.Queues.Act;
import it.sportello.backend.feed.FeedDraft;
import it.sportello.backend.http.ProblemMapper;
import it.sportello.backend.http.Refusal;
import it.sportello.backend.session.Caller;
import it.sportello.domain.queue.Merge;
import it.sportello.domain.queue.QueueEntry;
import it.sportello.domain.queue.QueueState;
import it.sportello.domain.queue.TimeSource;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The acts on one ticket beyond calling the next; each leaves its row in the journal of the queue. */
final class TicketActs {
    private static final int LONGEST_REASON = 200;
    private static final int LAST_POSITION = 999;

    private TicketActs() {}

    /** Does it, and gives back the ticket the desk goes on with. */
    static QueueTicket act(Handle handle, FeedDraft feed, Caller caller, String id, Act wish, Instant now) {
        return switch (wish.act()) {
            case "CALL" -> call(handle, feed, caller, id, wish, now);
            case "REQUEUE" -> requeue(handle, feed, caller, id, wish, now);
            case "TRANSFER" -> transfer(handle, feed, caller, id, wish, now);
            case "MERGE" -> merge(handle, feed, caller, id, wish, now);
            default -> throw Refusal.of(ProblemCode.MALFORMED, "act on a ticket");
        };
    }

    /** This one, out of its order: with a reason, unless it is the next of this desk anyway. */
    private static QueueTicket call(Handle handle, FeedDraft feed, Caller caller, String id, Act wish, Instant now) {
        QueueTicket ticket = Calls.own(handle, caller, id);
        Calls.refuseAtOtherDesk(caller, ticket);
        if (ticket.entry().state() != QueueState.CALLED) {
            DeskPauses.refuseWhilePaused(handle, caller.deskId());
        }
        String reason = reason(wish.reason());
        if (reason.isEmpty() && !isNext(handle, caller, ticket, now)) {
            throw ProblemMapper.broken(ProblemCode.RULE_BROKEN, "reason", "REASON_MISSING");
        }
        return written(handle, caller, "CALL", reason, now, Calls.call(handle, feed, caller, ticket, now));
    }

    private static boolean isNext(Handle handle, Caller caller, QueueTicket ticket, Instant now) {
        return Calls.ordered(
                        TicketStore.ofDay(handle, ticket.siteId(), ticket.day(), "WAITING"),
                        Categories.served(handle, caller.deskId()),
                        now)
                .stream()
                .findFirst()
                .filter(next -> next.entry().id().equals(ticket.entry().id()))
                .isPresent();
    }

    private static QueueTicket requeue(Handle handle, FeedDraft feed, Caller caller, String id, Act wish, Instant now) {
        QueueTicket ticket = Calls.own(handle, caller, id);
        Calls.refuseAtOtherDesk(caller, ticket);
        int position = wish.position().orElse(1);
        if (position < 1 || position > LAST_POSITION) {
            throw ProblemMapper.broken(ProblemCode.RULE_BROKEN, "position", "POSITION_OUT_OF_RANGE");
        }
        QueueEntry back = Calls.done(ticket.entry().requeue(now, position, TimeSource.SERVER));
        return written(
                handle, caller, "REQUEUE", "position " + position, now, Calls.write(handle, feed, ticket.with(back)));
    }

    private static QueueTicket transfer(
            Handle handle, FeedDraft feed, Caller caller, String id, Act wish, Instant now) {
        QueueTicket ticket = Calls.own(handle, caller, id);
        Calls.refuseAtOtherDesk(caller, ticket);
        if (wish.category().isEmpty() && wish.deskId().isEmpty()) {
            throw ProblemMapper.broken(ProblemCode.RULE_BROKEN, "category", "TARGET_MISSING");
        }
        String category = wish.category().orElse(ticket.entry().category());
        if (Categories.find(handle, ticket.siteId(), category).isEmpty()) {
            throw ProblemMapper.broken(ProblemCode.RULE_BROKEN, "category", "CATEGORY_UNKNOWN");
        }
        @Nullable String desk = wish.deskId().orElse(null);
        if (desk != null
                && Categories.desks(handle, ticket.siteId()).stream()
                        .noneMatch(it -> it.deskId().equals(desk))) {
            throw ProblemMapper.broken(ProblemCode.RULE_BROKEN, "deskId", "DESK_NOT_OF_SITE");
        }
        QueueEntry gone = Calls.done(ticket.entry().transfer(category, desk, now, TimeSource.SERVER));
        String target = "category " + category + (desk == null ? "" : " desk " + desk);
        return written(handle, caller, "TRANSFER", target, now, Calls.write(handle, feed, ticket.with(gone)));
    }

    private static QueueTicket merge(Handle handle, FeedDraft feed, Caller caller, String id, Act wish, Instant now) {
        String otherId = wish.otherId()
                .orElseThrow(() -> ProblemMapper.broken(ProblemCode.RULE_BROKEN, "otherId", "TARGET_MISSING"));
        // Always in the same order, so that two desks that merge the same two wait for each other and do not lock up.
        boolean first = id.compareTo(otherId) <= 0;
        QueueTicket lower = Calls.own(handle, caller, first ? id : otherId);
        QueueTicket upper = Calls.own(handle, caller, first ? otherId : id);
        Calls.refuseAtOtherDesk(caller, lower);
        Calls.refuseAtOtherDesk(caller, upper);
        if (!lower.day().equals(upper.day())
                || !(Merge.of(lower.entry(), upper.entry(), now) instanceof Merge.Done done)) {
            QueueState state = (first ? upper : lower).entry().state();
            throw ProblemMapper.broken(ProblemCode.RULE_BROKEN, "otherId", "NOT_MERGEABLE_" + QueueTicket.wire(state));
        }
        boolean lowerStays = done.goesOn().id().equals(lower.entry().id());
        QueueTicket stays = (lowerStays ? lower : upper).with(done.goesOn());
        QueueTicket ends = (lowerStays ? upper : lower)
                .with(done.ends())
                .mergedInto(done.goesOn().id());
        written(handle, caller, "MERGE", "into " + stays.entry().number(), now, Calls.write(handle, feed, ends));
        return written(handle, caller, "MERGE", "with " + ends.entry().number(), now, Calls.write(handle, feed, stays));
    }

    private static QueueTicket written(
            Handle handle, Caller caller, String act, String detail, Instant now, QueueTicket ticket) {
        QueueJournal.write(handle, caller, new QueueJournal.Act(ticket.entry().id(), act, now, "SERVER", detail));
        return ticket;
    }

    static String reason(Optional<String> given) {
        String reason = given.orElse("").strip();
        if (reason.length() > LONGEST_REASON) {
            throw Refusal.of(ProblemCode.MALFORMED, "reason too long");
        }
        return reason;
    }
}
