package it.sportello.offlinecache.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.api.Bookings;
import it.sportello.api.Feeds;
import it.sportello.api.Json;
import it.sportello.offlinecache.Samples;
import it.sportello.offlinecache.ScriptedServer;
import it.sportello.offlinecache.TestDesk;
import it.sportello.offlinecache.TestSync;
import it.sportello.offlinecache.cache.LocalCache;
import it.sportello.offlinecache.desk.DeskStore;
import it.sportello.offlinecache.journal.CrashPoint;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class PullTest {
    @TempDir
    private Path home;

    private ScriptedServer server;
    private DeskStore store;
    private SyncLoop loop;

    @BeforeEach
    void open() {
        server = new ScriptedServer();
        store = TestDesk.open(home);
        loop = TestSync.loop(store, server.address(), CrashPoint.NONE);
        store.cache()
                .putPersonFile(Samples.file(
                        Samples.person("p1", "CODE", "Rossi", "Maria", 1), Samples.due("d1", "p1", 100, "OPEN", 1)));
    }

    @AfterEach
    void close() {
        loop.close();
        store.close();
        server.close();
    }

    private static void await(String what, BooleanSupplier condition) throws InterruptedException {
        long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < limit, "waited in vain: " + what);
            TimeUnit.MILLISECONDS.sleep(5);
        }
    }

    private static Feeds.Page page(String cursor, boolean more, long version, String state) {
        JsonNode body = Json.feed().valueToTree(Samples.due("d1", "p1", 100, state, version));
        return new Feeds.Page(List.of(new Feeds.Item("due", "d1", version, false, body)), cursor, more);
    }

    @Test
    void pagesAreFetchedToTheEndAndTheCursorGoesOn() throws InterruptedException {
        server.feed(page("one", true, 2, "OPEN"));
        server.feed(page("two", false, 3, "PAID"));
        loop.start();
        await("second page", () -> store.cache().cursor().equals("two"));
        assertEquals(
                "PAID",
                store.cache()
                        .personFile("p1")
                        .orElseThrow()
                        .value()
                        .dues()
                        .getFirst()
                        .state());
        await("next round", () -> server.cursors().size() >= 3);
        assertEquals(List.of("", "one", "two"), server.cursors().subList(0, 3));
    }

    @Test
    void aCursorTheServerForgotMeansToSeedAgain() throws InterruptedException {
        store.cache().applyPage(new Feeds.Page(List.of(), "old", false));
        server.feedProblem(ScriptedServer.problem("CURSOR_GONE", 410));
        loop.start();
        await("from the beginning", () -> server.cursors().size() >= 2);
        assertEquals(List.of("old", ""), server.cursors().subList(0, 2));
        assertTrue(store.cache().personFile("p1").isEmpty());
    }

    @Test
    void theBookingsOfTodayAndTheParametersAreFetched() throws InterruptedException {
        LocalDateTime at = LocalDateTime.of(2026, 11, 23, 9, 0);
        LocalDate today = at.toLocalDate();
        server.bookings(new Bookings.DayList(today, List.of(Samples.booking("b1", "p1", at, "BOOKED", 1))));
        loop.start();
        await("bookings", () -> store.cache().dayList(Samples.SITE, today).isPresent());
        await("parameters", () -> store.cache().blocks(LocalCache.PARAMETERS).size() == 1);
    }
}
