package it.sportello.backend.feed;

import it.sportello.api.Feeds;
import it.sportello.api.Json;
import it.sportello.api.ProblemCode;
import it.sportello.backend.http.Answer;
import it.sportello.backend.http.Call;
import it.sportello.backend.http.Refusal;
import it.sportello.backend.session.Caller;
import it.sportello.backend.store.Database;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * The changes of the server in the order in which they were committed. Numbers are given under one lock, as the last act
 * of a transaction, and the lock is let go by the commit: so nobody ever sees a number before all smaller ones.
 */
public final class Feed {
    private static final long NUMBERING_LOCK = 0x53504f5254L;
    private static final int PAGE = 200;
    private static final int LARGEST_PAGE = 1000;

    private final Database database;

    public Feed(Database database) {
        this.database = database;
    }

    private record Cursor(UUID feedName, long position) {}

    private record Head(UUID name, long position) {}

    private record Numbered(long position, Feeds.Item item) {}

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
                insert into feed (position, kind, thing_id, version, deleted, site_id, body)
                values (:position, :kind, :id, :version, :deleted, :site, cast(:body as jsonb))""");
        long position = last - changes.size();
        for (FeedDraft.Change change : changes) {
            position++;
            batch.bind("position", position)
                    .bind("kind", change.kind())
                    .bind("id", change.id())
                    .bind("version", change.version())
                    .bind("deleted", change.deleted())
                    .bind("site", change.siteId())
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
        return Answer.ok(database.read(handle -> page(handle, caller.siteId(), after, limit)));
    }

    private static Feeds.Page page(Handle handle, String siteId, String after, int limit) {
        Head head = handle.createQuery("select feed_name, last_position from feed_head")
                .map((row, context) -> new Head(row.getObject("feed_name", UUID.class), row.getLong("last_position")))
                .one();
        long from = start(after, head);
        List<Numbered> found = handle.createQuery("""
                        select position, kind, thing_id, version, deleted, body from feed
                        where position > :from and (site_id is null or site_id = :site)
                        order by position limit :limit""")
                .bind("from", from)
                .bind("site", siteId)
                .bind("limit", limit + 1)
                .map((row, context) -> new Numbered(
                        row.getLong("position"),
                        new Feeds.Item(
                                row.getString("kind"),
                                row.getString("thing_id"),
                                row.getLong("version"),
                                row.getBoolean("deleted"),
                                Json.feed().readTree(row.getString("body")))))
                .list();
        boolean more = found.size() > limit;
        List<Numbered> page = more ? found.subList(0, limit) : found;
        long last = page.isEmpty() ? from : page.getLast().position();
        return new Feeds.Page(page.stream().map(Numbered::item).toList(), write(new Cursor(head.name(), last)), more);
    }

    private static long start(String after, Head head) {
        if (after.isEmpty()) {
            return 0;
        }
        Cursor cursor = parse(after);
        boolean known = cursor.feedName().equals(head.name()) && cursor.position() <= head.position();
        return known ? Math.max(0, cursor.position()) : 0;
    }

    private static String write(Cursor cursor) {
        String text = cursor.feedName() + ":" + cursor.position();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static Cursor parse(String text) {
        try {
            String clear = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII);
            int colon = clear.indexOf(':');
            return new Cursor(UUID.fromString(clear.substring(0, colon)), Long.parseLong(clear.substring(colon + 1)));
        } catch (IllegalArgumentException | IndexOutOfBoundsException malformed) {
            throw Refusal.of(ProblemCode.MALFORMED, "not a cursor of the feed");
        }
    }

    private static int limit(String text) {
        if (!text.matches("[1-9][0-9]{0,3}") || Integer.parseInt(text) > LARGEST_PAGE) {
            throw Refusal.of(ProblemCode.MALFORMED, "limit from 1 to " + LARGEST_PAGE);
        }
        return Integer.parseInt(text);
    }
}
