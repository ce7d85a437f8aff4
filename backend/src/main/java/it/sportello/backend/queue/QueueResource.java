package it.sportello.backend.queue;

import it.sportello.api.Json;
import it.sportello.api.ProblemCode;
import it.sportello.api.Queues.Call;
import it.sportello.api.Queues.Change;
import it.sportello.api.Queues.Entry;
import it.sportello.api.Queues.Issue;
import it.sportello.api.Queues.QueueState;
import it.sportello.backend.feed.Feed;
import it.sportello.backend.feed.FeedDraft;
import it.sportello.backend.http.Answer;
import it.sportello.backend.http.ProblemMapper;
import it.sportello.backend.http.Refusal;
import it.sportello.backend.session.Caller;
import it.sportello.backend.store.Database;
import it.sportello.backend.store.Rome;
import it.sportello.domain.operation.UuidV7;
import it.sportello.domain.queue.QueueCounter;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The queue of one's own site. Every request carries an id: a repetition gets the answer of the first. */
public final class QueueResource {
    private static final int LAST_CALLS = 5;
    private static final int HIGHEST_PRIORITY = 9;
    private static final Set<String> CHANGES = Set.of("SERVING", "DONE", "ABSENT", "RECALLED");

    private final Database database;
    private final Clock clock;
    private final UuidV7 ids;

    public QueueResource(Database database, Clock clock, UuidV7 ids) {
        this.database = database;
        this.clock = clock;
        this.ids = ids;
    }

    /** What a request does when it is not a repetition. */
    @FunctionalInterface
    private interface Act {
        Entry act(Handle handle, FeedDraft feed);
    }

    /** GET sites/{id}/queue. */
    public Answer state(Caller caller, it.sportello.backend.http.Call call) {
        String site = ownSite(caller, call);
        Instant now = clock.instant();
        LocalDate today = Rome.day(now);
        return Answer.ok(database.read(handle -> new QueueState(
                site,
                QueueRows.waiting(handle, site, today),
                QueueRows.lastCalls(handle, site, today, LAST_CALLS),
                now)));
    }

    /** POST sites/{id}/queue/tickets. */
    public Answer issue(Caller caller, it.sportello.backend.http.Call call) {
        String site = ownSite(caller, call);
        Issue wish = call.body(Issue.class);
        if (wish.priority() < 0 || wish.priority() > HIGHEST_PRIORITY) {
            throw Refusal.of(ProblemCode.MALFORMED, "priority");
        }
        return once(caller, wish.requestId(), (handle, feed) -> issue(handle, feed, site, wish));
    }

    /** POST sites/{id}/queue/calls: the next in order; 404 when nobody waits. */
    public Answer call(Caller caller, it.sportello.backend.http.Call call) {
        String site = ownSite(caller, call);
        Call wish = call.body(Call.class);
        if (!wish.deskId().equals(caller.deskId())) {
            throw Refusal.of(ProblemCode.FORBIDDEN, "a desk calls only for itself");
        }
        return once(caller, wish.requestId(), (handle, feed) -> {
            QueueRows.Row next = QueueRows.lockNext(handle, site, Rome.day(clock.instant()), wish.categories())
                    .orElseThrow(() -> Refusal.of(ProblemCode.NOT_FOUND, "nobody waits"));
            return called(handle, feed, caller, next);
        });
    }

    /** POST queue/{entryId}/changes. */
    public Answer change(Caller caller, it.sportello.backend.http.Call call) {
        Change wish = call.body(Change.class);
        String id = call.path("entryId");
        if (!CHANGES.contains(wish.state())) {
            throw Refusal.of(ProblemCode.MALFORMED, "state of a ticket");
        }
        return once(caller, wish.requestId(), (handle, feed) -> {
            QueueRows.Row row = QueueRows.lock(handle, id)
                    .filter(it -> it.siteId().equals(caller.siteId()))
                    .orElseThrow(() -> Refusal.of(ProblemCode.NOT_FOUND, "no such ticket of this site"));
            boolean recalled = wish.state().equals("RECALLED");
            String wanted = recalled ? "CALLED" : wish.state();
            if (!QueueRows.state(row.entry().state()).next().contains(QueueRows.state(wanted))) {
                throw ProblemMapper.broken(
                        ProblemCode.RULE_BROKEN, "state", "STATE_" + row.entry().state());
            }
            return recalled ? called(handle, feed, caller, row) : moved(handle, feed, row, wanted);
        });
    }

    private Answer once(Caller caller, UUID requestId, Act act) {
        return Answer.ok(database.inTransaction(handle -> {
            handle.createQuery("select pg_advisory_xact_lock(:high, :low)")
                    .bind("high", (int) (requestId.getLeastSignificantBits() >>> Integer.SIZE))
                    .bind("low", (int) requestId.getLeastSignificantBits())
                    .map((row, context) -> true)
                    .one();
            Optional<String> before = handle.createQuery(
                            "select answer from queue_request where request_id = :id and desk_id = :desk")
                    .bind("id", requestId)
                    .bind("desk", caller.deskId())
                    .mapTo(String.class)
                    .findOne();
            if (before.isPresent()) {
                return Json.strict().readValue(before.get(), Entry.class);
            }
            FeedDraft feed = new FeedDraft();
            Entry entry = act.act(handle, feed);
            handle.createUpdate("""
                            insert into queue_request (request_id, desk_id, entry_id, answer)
                            values (:id, :desk, :entry, cast(:answer as jsonb))""")
                    .bind("id", requestId)
                    .bind("desk", caller.deskId())
                    .bind("entry", entry.id())
                    .bind("answer", Json.strict().writeValueAsString(entry))
                    .execute();
            Feed.append(handle, feed);
            return entry;
        }));
    }

    private Entry issue(Handle handle, FeedDraft feed, String site, Issue wish) {
        Instant now = clock.instant();
        LocalDate today = Rome.day(now);
        boolean known = handle.createQuery("""
                        select exists (select from queue_category where site_id = :site and code = :code)""")
                .bind("site", site)
                .bind("code", wish.category())
                .mapTo(Boolean.class)
                .one();
        if (!known) {
            throw ProblemMapper.broken(ProblemCode.RULE_BROKEN, "category", "CATEGORY_UNKNOWN");
        }
        String id = ids.next().toString();
        handle.createUpdate("""
                        insert into queue_entry (id, site_id, day, number, category, priority, state, issued_at)
                        values (:id, :site, :day, :number, :category, :priority, 'WAITING', :now)""")
                .bind("id", id)
                .bind("site", site)
                .bind("day", today)
                .bind("number", number(handle, site, today, wish.category()))
                .bind("category", wish.category())
                .bind("priority", wish.priority())
                .bind("now", now)
                .execute();
        return told(handle, feed, id);
    }

    private static String number(Handle handle, String site, LocalDate today, String category) {
        handle.createUpdate("""
                        insert into queue_counter (site_id, day, category, last)
                        values (:site, :day, :category, 0) on conflict do nothing""")
                .bind("site", site)
                .bind("day", today)
                .bind("category", category)
                .execute();
        int last = handle.createQuery("""
                        select last from queue_counter
                        where site_id = :site and day = :day and category = :category for update""")
                .bind("site", site)
                .bind("day", today)
                .bind("category", category)
                .mapTo(Integer.class)
                .one();
        QueueCounter.Issue issue = new QueueCounter(category.charAt(0), today, last).next(today);
        if (!(issue instanceof QueueCounter.Issue.Issued issued)) {
            throw ProblemMapper.broken(ProblemCode.RULE_BROKEN, "category", "NUMBERS_EXHAUSTED");
        }
        handle.createUpdate("""
                        update queue_counter set last = :last
                        where site_id = :site and day = :day and category = :category""")
                .bind("last", issued.after().last())
                .bind("site", site)
                .bind("day", today)
                .bind("category", category)
                .execute();
        return issued.number().printed();
    }

    private Entry called(Handle handle, FeedDraft feed, Caller caller, QueueRows.Row row) {
        long sequence = handle.createQuery("""
                        insert into queue_day (site_id, day, call_sequence) values (:site, :day, 1)
                        on conflict (site_id, day) do update set call_sequence = queue_day.call_sequence + 1
                        returning call_sequence""")
                .bind("site", row.siteId())
                .bind("day", row.day())
                .mapTo(Long.class)
                .one();
        handle.createUpdate("""
                        update queue_entry set state = 'CALLED', called_at = coalesce(called_at, :now),
                            desk_id = :desk, desk_number = :number, call_sequence = :sequence, version = version + 1
                        where id = :id""")
                .bind("now", clock.instant())
                .bind("desk", caller.deskId())
                .bind("number", caller.identity().desk().number())
                .bind("sequence", sequence)
                .bind("id", row.entry().id())
                .execute();
        return told(handle, feed, row.entry().id());
    }

    private static Entry moved(Handle handle, FeedDraft feed, QueueRows.Row row, String state) {
        handle.createUpdate("update queue_entry set state = :state, version = version + 1 where id = :id")
                .bind("state", state)
                .bind("id", row.entry().id())
                .execute();
        return told(handle, feed, row.entry().id());
    }

    private static Entry told(Handle handle, FeedDraft feed, String id) {
        QueueRows.Row row = QueueRows.lock(handle, id).orElseThrow();
        feed.queue(row.siteId(), row.version(), row.entry());
        return row.entry();
    }

    private static String ownSite(Caller caller, it.sportello.backend.http.Call call) {
        String site = call.path("id");
        if (!site.equals(caller.siteId())) {
            throw Refusal.of(ProblemCode.FORBIDDEN, "queue of another site");
        }
        return site;
    }
}
