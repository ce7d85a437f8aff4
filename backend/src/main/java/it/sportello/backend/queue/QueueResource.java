package it.sportello.backend.queue;

import it.sportello.api.ProblemCode;
import it.sportello.api.Queues.Act;
import it.sportello.api.Queues.Call;
import it.sportello.api.Queues.Change;
import it.sportello.api.Queues.Entry;
import it.sportello.api.Queues.Issue;
import it.sportello.api.Queues.QueueState;
import it.sportello.backend.feed.FeedDraft;
import it.sportello.backend.http.Answer;
import it.sportello.backend.http.ProblemMapper;
import it.sportello.backend.http.Refusal;
import it.sportello.backend.session.Caller;
import it.sportello.backend.store.Database;
import it.sportello.domain.operation.UuidV7;
import it.sportello.domain.queue.QueueEntry;
import it.sportello.domain.queue.ServedQueues;
import it.sportello.domain.queue.TimeSource;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** The queue of one's own site. Every request carries an id: a repetition gets the answer of the first. */
public final class QueueResource {
    private static final int LAST_CALLS = 5;
    private static final int HIGHEST_PRIORITY = 9;
    private static final int LONGEST_NOTE = 80;
    private static final Set<String> ACTS = Set.of("CALL", "REQUEUE", "TRANSFER", "MERGE");
    private static final Set<String> CHANGES = Set.of("SERVING", "DONE", "ABSENT", "RECALLED");

    private final Database database;
    private final Clock clock;
    private final UuidV7 ids;
    private final QueueDays days;
    private final Once once;

    QueueResource(Database database, Clock clock, UuidV7 ids, QueueDays days) {
        this.database = database;
        this.clock = clock;
        this.ids = ids;
        this.days = days;
        this.once = new Once(database);
    }

    /** GET sites/{id}/queue. The first look of a new day tells what the days before left open. */
    public Answer state(Caller caller, it.sportello.backend.http.Call call) {
        String site = ownSite(caller, call);
        Instant now = clock.instant();
        boolean turn = database.read(handle ->
                !RollOvers.due(handle, site, days.of(handle, site, now)).isEmpty());
        return Answer.ok(
                turn
                        ? database.inTransaction(handle -> {
                            RollOvers.make(handle, site, days.of(handle, site, now), now);
                            return state(handle, caller, site, now);
                        })
                        : database.readTogether(handle -> state(handle, caller, site, now)));
    }

    private QueueState state(Handle handle, Caller caller, String site, Instant now) {
        LocalDate today = days.of(handle, site, now);
        ServedQueues served = Categories.served(handle, caller.deskId());
        return new QueueState(
                site,
                Calls.ordered(TicketStore.ofDay(handle, site, today, "WAITING"), served, now).stream()
                        .map(QueueTicket::seen)
                        .toList(),
                TicketStore.lastCalls(handle, site, today, LAST_CALLS).stream()
                        .map(QueueTicket::shown)
                        .toList(),
                now,
                TicketStore.ofDay(handle, site, today, "ABSENT").reversed().stream()
                        .map(QueueTicket::seen)
                        .toList(),
                Categories.of(handle, site).stream()
                        .map(Categories.Category::told)
                        .toList(),
                Categories.desks(handle, site),
                RollOvers.newest(handle, site).stream().toList());
    }

    /** POST sites/{id}/queue/tickets. */
    public Answer issue(Caller caller, it.sportello.backend.http.Call call) {
        String site = ownSite(caller, call);
        Issue wish = call.body(Issue.class);
        if (wish.priority() < 0 || wish.priority() > HIGHEST_PRIORITY) {
            throw Refusal.of(ProblemCode.MALFORMED, "priority");
        }
        if (wish.note().orElse("").length() > LONGEST_NOTE) {
            throw Refusal.of(ProblemCode.MALFORMED, "note too long");
        }
        Once.Request request = new Once.Request(caller, wish.requestId(), site);
        return once.answer(request, Entry.class, (handle, feed) -> issue(handle, feed, site, wish));
    }

    private Entry issue(Handle handle, FeedDraft feed, String site, Issue wish) {
        Instant now = clock.instant();
        LocalDate today = days.of(handle, site, now);
        RollOvers.make(handle, site, today, now);
        Categories.Category category = Categories.find(handle, site, wish.category())
                .orElseThrow(() -> ProblemMapper.broken(ProblemCode.RULE_BROKEN, "category", "CATEGORY_UNKNOWN"));
        QueueTicket ticket = issued(handle, site, today, category, wish, now);
        while (!TicketStore.insert(handle, ticket)) {
            // The number came over a bridge or by hand: the next one is free.
            ticket = issued(handle, site, today, category, wish, now);
        }
        feed.queue(site, 1, ticket.shown());
        return ticket.seen();
    }

    private QueueTicket issued(
            Handle handle, String site, LocalDate today, Categories.Category category, Issue wish, Instant now) {
        QueueEntry entry = QueueEntry.issued(
                ids.next().toString(),
                Categories.next(handle, site, today, category),
                category.code(),
                Math.max(wish.priority(), category.priority()),
                now,
                wish.appointmentAt().orElse(null),
                TimeSource.DISPENSER);
        Optional<String> note = wish.note().map(String::strip).filter(it -> !it.isEmpty());
        return new QueueTicket(
                entry,
                site,
                today,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new QueueTicket.Extra(0, 1, note, Optional.empty()));
    }

    /** POST sites/{id}/queue/calls: the next in order; 404 when nobody waits. */
    public Answer call(Caller caller, it.sportello.backend.http.Call call) {
        String site = ownSite(caller, call);
        Call wish = call.body(Call.class);
        if (!wish.deskId().equals(caller.deskId())) {
            throw Refusal.of(ProblemCode.FORBIDDEN, "a desk calls only for itself");
        }
        Once.Request request = new Once.Request(caller, wish.requestId(), site);
        return once.answer(request, Entry.class, (handle, feed) -> {
            Instant now = clock.instant();
            LocalDate today = days.of(handle, site, now);
            RollOvers.make(handle, site, today, now);
            DeskPauses.refuseWhilePaused(handle, caller.deskId());
            ServedQueues served = Categories.served(handle, caller.deskId());
            ServedQueues wished =
                    new ServedQueues(caller.deskId(), wish.categories(), served.order(), served.languages());
            QueueTicket next = Calls.lockNext(handle, site, today, wished, now)
                    .orElseThrow(() -> Refusal.of(ProblemCode.NOT_FOUND, "nobody waits"));
            return Calls.call(handle, feed, caller, next, now).seen();
        });
    }

    /** POST queue/{entryId}/changes. */
    public Answer change(Caller caller, it.sportello.backend.http.Call call) {
        Change wish = call.body(Change.class);
        String id = call.path("entryId");
        if (!CHANGES.contains(wish.state())) {
            throw Refusal.of(ProblemCode.MALFORMED, "state of a ticket");
        }
        Once.Request request = new Once.Request(caller, wish.requestId(), id);
        return once.answer(request, Entry.class, (handle, feed) -> change(handle, feed, caller, id, wish));
    }

    private Entry change(Handle handle, FeedDraft feed, Caller caller, String id, Change wish) {
        Instant now = clock.instant();
        QueueTicket ticket = Calls.own(handle, caller, id);
        Calls.refuseAtOtherDesk(caller, ticket);
        QueueEntry entry = ticket.entry();
        if (wish.state().equals("RECALLED")) {
            if (entry.state().isWaiting()) {
                // A first call is the next of its queue, or one out of order with its reason.
                throw ProblemMapper.broken(ProblemCode.RULE_BROKEN, "state", "STATE_WAITING");
            }
            return Calls.call(handle, feed, caller, ticket, now).seen();
        }
        QueueEntry next = Calls.done(
                switch (wish.state()) {
                    case "SERVING" -> entry.serve(now);
                    case "DONE" -> entry.finish(now);
                    default -> entry.absent(now, days.recallsBeforeAbsent(handle, ticket.siteId(), now));
                });
        if (wish.state().equals("ABSENT")) {
            QueueJournal.write(handle, caller, new QueueJournal.Act(id, "ABSENT", now, "SERVER", ""));
        }
        return Calls.write(handle, feed, ticket.with(next)).seen();
    }

    /** POST queue/{entryId}/acts. */
    public Answer act(Caller caller, it.sportello.backend.http.Call call) {
        Act wish = call.body(Act.class);
        String id = call.path("entryId");
        if (!ACTS.contains(wish.act())) {
            throw Refusal.of(ProblemCode.MALFORMED, "act on a ticket");
        }
        return once.answer(
                new Once.Request(caller, wish.requestId(), id),
                Entry.class,
                (handle, feed) -> TicketActs.act(handle, feed, caller, id, wish, clock.instant())
                        .seen());
    }

    static String ownSite(Caller caller, it.sportello.backend.http.Call call) {
        String site = call.path("id");
        if (!site.equals(caller.siteId())) {
            throw Refusal.of(ProblemCode.FORBIDDEN, "queue of another site");
        }
        return site;
    }
}
