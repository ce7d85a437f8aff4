package it.sportello.backend.queue;

import it.sportello.api.ProblemCode;
import it.sportello.backend.feed.FeedDraft;
import it.sportello.backend.http.ProblemMapper;
import it.sportello.backend.http.Refusal;
import it.sportello.backend.session.Caller;
import it.sportello.backend.session.Permission;
import it.sportello.domain.queue.CallOrder;
import it.sportello.domain.queue.QueueEntry;
import it.sportello.domain.queue.ServedQueues;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** The steps of the rules applied to stored tickets. */
final class Calls {
    private Calls() {}

    /** The waiting tickets in the order in which a desk calls them, then those it does not call. */
    static List<QueueTicket> ordered(List<QueueTicket> waiting, ServedQueues served, Instant now) {
        Map<String, QueueTicket> byId =
                waiting.stream().collect(Collectors.toMap(it -> it.entry().id(), Function.identity()));
        List<QueueEntry> entries = waiting.stream().map(QueueTicket::entry).toList();
        List<QueueEntry> own = CallOrder.of(entries, served, now);
        List<QueueEntry> others = CallOrder.of(
                entries.stream().filter(it -> !own.contains(it)).toList(),
                entries.stream().map(QueueEntry::category).collect(Collectors.toSet()),
                now);
        return java.util.stream.Stream.concat(own.stream(), others.stream())
                .map(it -> byId.get(it.id()))
                .toList();
    }

    /**
     * The next one of a desk, locked; only the tickets that other desks are calling at this moment are passed over. Tickets
     * are locked one at a time, first come first: locking all that wait would hide them from a desk that calls meanwhile.
     */
    static Optional<QueueTicket> lockNext(Handle handle, String site, LocalDate day, ServedQueues served, Instant now) {
        List<QueueEntry> waiting = TicketStore.ofDay(handle, site, day, "WAITING").stream()
                .map(QueueTicket::entry)
                .toList();
        return CallOrder.of(waiting, served, now).stream()
                .flatMap(entry -> TicketStore.lockWaiting(handle, entry.id()).stream())
                .findFirst();
    }

    /** Calls a locked ticket to the desk of the caller, or calls it again there. */
    static QueueTicket call(Handle handle, FeedDraft feed, Caller caller, QueueTicket ticket, Instant now) {
        boolean again = ticket.entry().state() == it.sportello.domain.queue.QueueState.CALLED;
        QueueEntry called = done(ticket.entry().call(now, caller.deskId()));
        if (!again) {
            countCall(handle, ticket);
        }
        QueueTicket after = ticket.with(called)
                .at(caller.deskId(), caller.identity().desk().number())
                .sequenced(nextSequence(handle, ticket));
        return write(handle, feed, after);
    }

    /** One more of its service was called: who was put back at a position comes nearer. */
    static void countCall(Handle handle, QueueTicket ticket) {
        handle.createUpdate("""
                        insert into queue_calls (site_id, day, category, calls) values (:site, :day, :category, 1)
                        on conflict (site_id, day, category) do update set calls = queue_calls.calls + 1""")
                .bind("site", ticket.siteId())
                .bind("day", ticket.day())
                .bind("category", ticket.entry().category())
                .execute();
    }

    private static long nextSequence(Handle handle, QueueTicket ticket) {
        return handle.createQuery("""
                        insert into queue_day (site_id, day, call_sequence) values (:site, :day, 1)
                        on conflict (site_id, day) do update set call_sequence = queue_day.call_sequence + 1
                        returning call_sequence""")
                .bind("site", ticket.siteId())
                .bind("day", ticket.day())
                .mapTo(Long.class)
                .one();
    }

    /** Stores a ticket and tells the other desks. */
    static QueueTicket write(Handle handle, FeedDraft feed, QueueTicket ticket) {
        TicketStore.update(handle, ticket);
        QueueTicket stored = TicketStore.lock(handle, ticket.entry().id()).orElseThrow();
        feed.queue(stored.siteId(), stored.extra().version(), stored.shown());
        return stored;
    }

    /** The ticket after a step, or the refusal that tells what stands in the way. */
    static QueueEntry done(QueueEntry.Step step) {
        return switch (step) {
            case QueueEntry.Step.Done(QueueEntry entry) -> entry;
            case QueueEntry.Step.Refused refused ->
                throw ProblemMapper.broken(
                        ProblemCode.RULE_BROKEN, "state", "STATE_" + QueueTicket.wire(refused.current()));
            case QueueEntry.Step.CallAgain again ->
                throw ProblemMapper.broken(ProblemCode.RULE_BROKEN, "state", "CALL_AGAIN_FIRST");
        };
    }

    /** A ticket of the caller's site, locked. */
    static QueueTicket own(Handle handle, Caller caller, String id) {
        return TicketStore.lock(handle, id)
                .filter(it -> it.siteId().equals(caller.siteId()))
                .orElseThrow(() -> Refusal.of(ProblemCode.NOT_FOUND, "no such ticket of this site"));
    }

    /** A number at a desk is that desk's matter, or its supervisor's. */
    static void refuseAtOtherDesk(Caller caller, QueueTicket ticket) {
        boolean elsewhere = switch (ticket.entry().state()) {
            case CALLED, IN_SERVICE -> !ticket.deskId().equals(Optional.of(caller.deskId()));
            default -> false;
        };
        if (elsewhere && !caller.has(Permission.CONTROL)) {
            throw ProblemMapper.broken(ProblemCode.RULE_BROKEN, "state", "AT_OTHER_DESK");
        }
    }
}
