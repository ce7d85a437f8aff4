package it.sportello.backend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.api.Feeds.Item;
import it.sportello.api.Feeds.Page;
import it.sportello.backend.feed.Feed;
import it.sportello.backend.feed.FeedDraft;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever follows the feed page by page ends with everything, in order, whatever is being written meanwhile. */
@Tag("R-SYN-5")
class FeedOrderTest {
    private static final int WRITERS = 6;
    private static final int WRITES = 40;

    private final TestServer server = TestServer.shared();

    private String write(String... ids) {
        return server.backend.database().inTransaction(handle -> {
            FeedDraft draft = new FeedDraft();
            for (String id : ids) {
                draft.exemptionGone(id, 1);
            }
            Feed.append(handle, draft);
            return ids[0];
        });
    }

    private static Page page(TestDesk desk, String after, int limit) {
        return desk.get("/v1/feed?limit=" + limit + "&after=" + after).as(Page.class);
    }

    private static String end(TestDesk desk) {
        Page page = page(desk, "", 1000);
        while (page.more()) {
            page = page(desk, page.cursor(), 1000);
        }
        return page.cursor();
    }

    private static List<Item> drain(TestDesk desk, String from, int limit) {
        List<Item> items = new ArrayList<>();
        Page page = page(desk, from, limit);
        items.addAll(page.items());
        while (page.more()) {
            page = page(desk, page.cursor(), limit);
            items.addAll(page.items());
        }
        return items;
    }

    /** Writers that roll back now and then, readers that read all the time: nobody ever misses or repeats a thing. */
    @ParameterizedTest
    @ValueSource(ints = {1, 7, 1000})
    void readersWhoFollowMissNothingWhileWritersCommit(int limit) throws Exception {
        TestDesk desk = TestDesk.with("CUP");
        String start = end(desk);
        AtomicBoolean writing = new AtomicBoolean(true);
        AtomicInteger turn = new AtomicInteger();
        AtomicInteger done = new AtomicInteger();
        List<List<String>> results = IdempotencyTest.concurrently(WRITERS + 2, () -> {
            int me = turn.getAndIncrement();
            if (me < WRITERS) {
                try {
                    return writeSome(me, limit);
                } finally {
                    if (done.incrementAndGet() == WRITERS) {
                        writing.set(false);
                    }
                }
            }
            return follow(desk, start, limit, writing);
        });
        Set<String> written = new HashSet<>();
        results.subList(0, WRITERS + 2).forEach(list -> {
            if (!list.isEmpty() && list.getFirst().startsWith("written")) {
                written.addAll(list.subList(1, list.size()));
            }
        });
        List<String> again = drain(desk, start, 500).stream().map(Item::id).toList();
        assertEquals(written, Set.copyOf(again));
        assertEquals(written.size(), again.size());
        for (List<String> list : results) {
            if (!list.isEmpty() && list.getFirst().equals("read")) {
                assertEquals(again, list.subList(1, list.size()), "a follower sees what everybody sees, in one order");
            }
        }
    }

    private List<String> writeSome(int writer, int round) {
        Random random = new Random(writer * 100L + round);
        List<String> written = new ArrayList<>(List.of("written"));
        for (int number = 0; number < WRITES; number++) {
            String id = "F" + round + "-" + writer + "-" + number;
            if (random.nextInt(5) == 0) {
                rollBack(id);
            } else if (random.nextInt(4) == 0) {
                write(id, id + "b", id + "c");
                written.addAll(List.of(id, id + "b", id + "c"));
            } else {
                write(id);
                written.add(id);
            }
        }
        return written;
    }

    private void rollBack(String id) {
        try {
            server.backend.database().inTransaction(handle -> {
                FeedDraft draft = new FeedDraft();
                draft.exemptionGone(id + "-never", 1);
                Feed.append(handle, draft);
                throw new RolledBack();
            });
        } catch (RolledBack wanted) {
            assertTrue(wanted.getStackTrace().length > 0);
        }
    }

    private static final class RolledBack extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private static List<String> follow(TestDesk desk, String start, int limit, AtomicBoolean writing) {
        List<String> read = new ArrayList<>(List.of("read"));
        String cursor = start;
        boolean last;
        do {
            last = !writing.get();
            Page page = page(desk, cursor, limit);
            page.items().forEach(item -> read.add(item.id()));
            cursor = page.cursor();
            last &= !page.more();
        } while (!last);
        return read;
    }

    @Test
    void numbersHaveNoGapsNotEvenAfterARollBack() {
        long before = server.world.value(Long.class, "select last_position from feed_head");
        write("gap-1");
        rollBack("gap-2");
        write("gap-3", "gap-4");
        assertEquals(before + 3, server.world.value(Long.class, "select last_position from feed_head"));
        assertEquals(
                server.world.value(Long.class, "select last_position from feed_head"),
                server.world.value(Long.class, "select count(*) from feed"));
        assertEquals(
                server.world.value(Long.class, "select max(position) from feed"),
                server.world.value(Long.class, "select count(*) from feed"));
    }

    @Test
    void anEmptyChangeTakesNoNumber() {
        long before = server.world.value(Long.class, "select last_position from feed_head");
        server.backend.database().inTransaction(handle -> {
            Feed.append(handle, new FeedDraft());
            return 0;
        });
        assertEquals(before, server.world.value(Long.class, "select last_position from feed_head"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 999, 1000})
    void pagesOfAnySizeAreTheSameFeed(int limit) {
        TestDesk desk = TestDesk.with("CUP");
        String start = end(desk);
        for (int number = 0; number < 10; number++) {
            write("page-" + limit + "-" + number);
        }
        List<String> whole = drain(desk, start, 1000).stream().map(Item::id).toList();
        assertEquals(10, whole.size());
        assertEquals(whole, drain(desk, start, limit).stream().map(Item::id).toList());
        Page exact = page(desk, start, 10);
        assertEquals(false, exact.more());
        assertEquals(List.of(), page(desk, exact.cursor(), 10).items());
        assertEquals(exact.cursor(), page(desk, exact.cursor(), 10).cursor(), "nothing new, nothing moved");
    }

    /** The server was put back from yesterday's copy: a desk that read more than it holds begins again. */
    @Test
    void aCursorAheadOfTheFeedBeginsAgain() {
        TestDesk desk = TestDesk.with("CUP");
        write("ahead");
        String cursor = end(desk);
        String clear = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII);
        String name = clear.substring(0, clear.indexOf(':'));
        String ahead = encoded(name + ":" + 999_999_999L);
        List<String> first = page(desk, "", 5).items().stream().map(Item::id).toList();
        assertEquals(first, page(desk, ahead, 5).items().stream().map(Item::id).toList());
        assertEquals(
                first,
                page(desk, encoded(name + ":-5"), 5).items().stream()
                        .map(Item::id)
                        .toList());
    }

    private static String encoded(String clear) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(clear.getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void forgedCursorsAreRefused() {
        TestDesk desk = TestDesk.with("CUP");
        for (String cursor : List.of(
                "x",
                "%00",
                encoded(":"),
                encoded("no-colon"),
                encoded("not-a-uuid:1"),
                encoded("00000000-0000-0000-0000-000000000000:"),
                encoded("00000000-0000-0000-0000-000000000000:x"),
                encoded("00000000-0000-0000-0000-000000000000:99999999999999999999"))) {
            assertEquals("MALFORMED", desk.get("/v1/feed?after=" + cursor).code(), cursor);
        }
    }

    @Test
    void aCursorGoesOnAfterARestart(@TempDir Path home) {
        TestClock clock = new TestClock(server.clock.instant());
        String cursor;
        Map<String, String> headers = new HashMap<>();
        try (Backend backend = Backend.start(new BackendSettings(home, 0, null, clock))) {
            World world = new World(backend.database(), clock);
            Elsewhere elsewhere = new Elsewhere(server, backend, world);
            headers.putAll(elsewhere.signIn("CUP"));
            append(backend, "one");
            cursor = elsewhere.get("/v1/feed", headers).as(Page.class).cursor();
            append(backend, "two");
        }
        try (Backend backend = Backend.start(new BackendSettings(home, 0, null, clock))) {
            append(backend, "three");
            Reply reply = server.send(backend.uri(), "GET", "/v1/feed?after=" + cursor, headers, new byte[0]);
            assertEquals(
                    List.of("two", "three"),
                    reply.as(Page.class).items().stream().map(Item::id).toList());
        }
    }

    private static void append(Backend backend, String id) {
        backend.database().inTransaction(handle -> {
            FeedDraft draft = new FeedDraft();
            draft.exemptionGone(id, 1);
            Feed.append(handle, draft);
            return id;
        });
    }
}
