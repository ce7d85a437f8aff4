package it.sportello.backend.feed;

import it.sportello.api.Feeds;
import it.sportello.api.Json;
import it.sportello.api.ProblemCode;
import it.sportello.backend.http.Answer;
import it.sportello.backend.http.Call;
import it.sportello.backend.http.Refusal;
import it.sportello.backend.session.Caller;
import it.sportello.backend.session.Permission;
import it.sportello.backend.session.QueryLog;
import it.sportello.backend.store.Columns;
import it.sportello.backend.store.Database;
import it.sportello.backend.store.Rome;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * The changes of the server in the order in which they were committed. Numbers are given under one lock, as the last act
 * of a transaction, and the lock is let go by the commit: so nobody ever sees a number before all smaller ones.
 *
 * <p>A desk is told what its cache uses: the queue of its site; and, while somebody is signed in who may see persons, the
 * dues, exemptions and bookings of persons whose page was opened at that desk lately, and the bookings of today at its
 * site. What is gone is told by an identifier that names nobody. A page that holds persons stands in the query log before it is answered (R-SEC-3).
 */
public final class Feed {
    private static final long NUMBERING_LOCK = 0x53504f5254L;
    private static final int PAGE = 200;
    private static final int LARGEST_PAGE = 1000;
    /** A person whose page was not opened for so long is asked for again, not kept up to date. */
    private static final Duration LATELY = Duration.ofDays(30);

    private static final String OF_PERSONS = """
            persons as materialized (
                select distinct unnest(person_ids) as id from query_log
                where desk_id = :desk and kind = 'VIEW' and at >= :lately)
            """;

    private final Database database;
    private final Clock clock;

    public Feed(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    private record Numbered(long position, Optional<String> personId, Feeds.Item item) {}

    /** Numbers and stores what a transaction changed. Must be its last statement. */
    public static void append(Handle handle, FeedDraft draft) {
        List<FeedDraft.Change> changes = draft.changes();
        if (changes.isEmpty()) {
            return;
        }
        handle.createQuery("select pg_advisory_xact_lock(:lock)")
                .bind("lock", NUMBERING_LOCK)
                .map((row, context) -> true)
                .one();
        long last = handle.createQuery(
                        "update feed_head set last_position = last_position + :count returning last_position")
                .bind("count", changes.size())
                .mapTo(Long.class)
                .one();
        PreparedBatch batch = handle.prepareBatch("""
                insert into feed (position, kind, thing_id, version, deleted, person_id, site_id, day, body)
                values (:position, :kind, :id, :version, :deleted, :person, :site, :day, cast(:body as jsonb))""");
        long position = last - changes.size();
        for (FeedDraft.Change change : changes) {
            position++;
            batch.bind("position", position)
                    .bind("kind", change.kind().wireName())
                    .bind("id", change.id())
                    .bind("version", change.version())
                    .bind("deleted", change.deleted())
                    .bind("person", change.concern().personId())
                    .bind("site", change.concern().siteId())
                    .bind("day", change.concern().day())
                    .bind("body", change.body())
                    .add();
        }
        batch.execute();
    }

    /**
     * GET feed. Without a cursor, or with one of another database, from the beginning; so too with one that is ahead of
     * the feed, which shows that the database was put back from an older copy.
     */
    public Answer page(Caller caller, Call call) {
        int limit = call.query("limit").map(Feed::limit).orElse(PAGE);
        String after = call.query("after").orElse("");
        return Answer.ok(database.inTransaction(handle -> page(handle, caller, after, limit)));
    }

    private Feeds.Page page(Handle handle, Caller caller, String after, int limit) {
        Instant now = clock.instant();
        // The end is read first: whatever is numbered up to it is committed, so the cursor may move there.
        FeedCursor end = handle.createQuery("select feed_name, last_position from feed_head")
                .map((row, context) -> new FeedCursor(
                        row.getObject("feed_name", UUID.class),
                        row.getLong("last_position"),
                        row.getLong("last_position")))
                .one();
        FeedCursor start = FeedCursor.parse(after, end);
        boolean withPersons = caller.has(Permission.PERSONS);
        List<Numbered> found = find(handle, caller, start, end, now, limit + 1);
        boolean more = found.size() > limit;
        List<Numbered> page = more ? found.subList(0, limit) : found;
        List<String> persons =
                page.stream().flatMap(numbered -> numbered.personId().stream()).toList();
        if (!persons.isEmpty()) {
            QueryLog.write(handle, caller, now, QueryLog.Entry.of(QueryLog.Kind.FEED, persons));
        }
        FeedCursor reached = start.readTo(more ? page.getLast().position() : end.open(), withPersons);
        return new Feeds.Page(page.stream().map(Numbered::item).toList(), reached.text(), more);
    }

    private static List<Numbered> find(
            Handle handle, Caller caller, FeedCursor start, FeedCursor end, Instant now, int most) {
        return handle.createQuery("with " + OF_PERSONS + """
                        select position, kind, thing_id, version, deleted, person_id, body from feed
                        where position > :from and position <= :end and kind = any(:kinds)
                          and case when kind = 'queue' then position > :open and site_id = :site
                              else position > :persons and (deleted or person_id in (select id from persons)
                                  or (kind = 'booking' and site_id = :site and day = :today)) end
                        order by position limit :most""")
                .bind("desk", caller.deskId())
                .bind("lately", now.minus(LATELY))
                .bind("from", caller.has(Permission.PERSONS) ? Math.min(start.open(), start.persons()) : start.open())
                .bind("end", end.open())
                .bind("kinds", kinds(caller))
                .bind("open", start.open())
                .bind("persons", start.persons())
                .bind("site", caller.siteId())
                .bind("today", Rome.day(now))
                .bind("most", most)
                .map((row, context) -> new Numbered(
                        row.getLong("position"),
                        Columns.optionalText(row, "person_id"),
                        new Feeds.Item(
                                row.getString("kind"),
                                row.getString("thing_id"),
                                row.getLong("version"),
                                row.getBoolean("deleted"),
                                Json.feed().readTree(row.getString("body")))))
                .list();
    }

    private static String[] kinds(Caller caller) {
        return Arrays.stream(FeedKind.values())
                .filter(kind -> caller.has(kind.permission()))
                .map(FeedKind::wireName)
                .toArray(String[]::new);
    }

    private static int limit(String text) {
        if (!text.matches("[1-9][0-9]{0,3}") || Integer.parseInt(text) > LARGEST_PAGE) {
            throw Refusal.of(ProblemCode.MALFORMED, "limit from 1 to " + LARGEST_PAGE);
        }
        return Integer.parseInt(text);
    }
}
