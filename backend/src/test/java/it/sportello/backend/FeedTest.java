package it.sportello.backend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.api.Feeds.Page;
import it.sportello.backend.feed.Feed;
import it.sportello.backend.feed.FeedDraft;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The feed never skips a change, not even one whose transaction commits late. */
@Tag("R-SYN-5")
class FeedTest {
    private final TestServer server = TestServer.shared();

    @Test
    void aSlowTransactionIsNotSkipped() throws InterruptedException {
        TestDesk desk = TestDesk.with("CASHIER");
        String start = drain(desk, "").cursor();
        CountDownLatch numbered = new CountDownLatch(1);
        CountDownLatch mayCommit = new CountDownLatch(1);
        Thread slow = Thread.ofVirtual()
                .start(() -> server.backend.database().inTransaction(handle -> {
                    Feed.append(handle, draft("slow"));
                    numbered.countDown();
                    await(mayCommit);
                    return 0;
                }));
        await(numbered);
        Thread fast = Thread.ofVirtual()
                .start(() -> server.backend.database().inTransaction(handle -> {
                    Feed.append(handle, draft("fast"));
                    return 0;
                }));
        fast.join(300);
        assertTrue(fast.isAlive(), "a later number must wait for the earlier one");
        Page meanwhile = page(desk, start);
        assertEquals(List.of(), ids(meanwhile));
        mayCommit.countDown();
        slow.join();
        fast.join();
        assertEquals(List.of("slow", "fast"), ids(page(desk, meanwhile.cursor())));
    }

    @Test
    void pagesFollowEachOtherAndOtherSitesAreNotTold() {
        TestDesk desk = TestDesk.with("CUP");
        TestDesk elsewhere = new TestDesk(server, server.world.desk("S2"), "CUP");
        String start = drain(desk, "").cursor();
        String startElsewhere = drain(elsewhere, "").cursor();
        String person = server.world.person();
        desk.view(person);
        String slot = server.world.slot(
                server.world.agenda("S1", "SSN", World.VISIT),
                TestDesk.at(server.world.today().plusDays(5), 9),
                1);
        desk.booked(person, Optional.empty(), slot, World.VISIT);
        Page first = desk.get("/v1/feed?limit=1&after=" + start).as(Page.class);
        assertTrue(first.more());
        Page second = page(desk, first.cursor());
        assertFalse(second.more());
        assertEquals(
                List.of("due", "booking"),
                List.of(
                        first.items().getFirst().kind(),
                        second.items().getFirst().kind()));
        assertEquals(List.of(), page(elsewhere, startElsewhere).items());
    }

    @Test
    void aCursorOfAnotherDatabaseStartsAgainAndAForgedOneIsRefused() {
        TestDesk desk = TestDesk.with("CUP");
        String foreign = java.util.Base64.getUrlEncoder()
                .encodeToString("00000000-0000-0000-0000-000000000000:999999"
                        .getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        assertEquals(page(desk, "").items().size(), page(desk, foreign).items().size());
        assertEquals(400, desk.get("/v1/feed?after=nonsense").status());
        assertEquals(400, desk.get("/v1/feed?limit=0").status());
    }

    private static FeedDraft draft(String id) {
        FeedDraft draft = new FeedDraft();
        draft.exemptionGone(id, 1);
        return draft;
    }

    /** The last page, from which everything new is told. */
    static Page drain(TestDesk desk, String after) {
        Page page = page(desk, after);
        while (page.more()) {
            page = page(desk, page.cursor());
        }
        return page;
    }

    private static Page page(TestDesk desk, String after) {
        return desk.get("/v1/feed?after=" + after).as(Page.class);
    }

    private static List<String> ids(Page page) {
        return new ArrayList<>(page.items().stream().map(item -> item.id()).toList());
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(30, TimeUnit.SECONDS));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
