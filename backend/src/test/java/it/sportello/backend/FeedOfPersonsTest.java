package it.sportello.backend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.api.Feeds.Page;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Nobody is told of a person through the feed without right and without trace. */
@Tag("R-SEC-3")
class FeedOfPersonsTest {
    private final TestServer server = TestServer.shared();
    private final World world = server.world;

    @Test
    void aDeskIsToldOnlyOfThePersonsItServed() {
        TestDesk desk = TestDesk.with("CUP");
        String served = world.person();
        String stranger = world.person();
        desk.view(served);
        String start = FeedTest.drain(desk, "").cursor();
        book(served, 5);
        book(stranger, 5);
        assertEquals(Set.of(served), persons(page(desk, start)));
        assertEquals(Set.of("booking", "due"), kinds(page(desk, start)));
    }

    @Test
    void thePageOpenedElsewhereIsNoReasonHereAndOneOfLongAgoNeither() {
        TestDesk desk = TestDesk.with("CUP");
        TestDesk other = TestDesk.with("CUP");
        String person = world.person();
        other.view(person);
        String start = FeedTest.drain(desk, "").cursor();
        book(person, 6);
        assertEquals(Set.of(), persons(page(desk, start)));
        assertEquals(Set.of(person), persons(page(other, start)));
        TestDesk later = TestDesk.with("CUP");
        world.run(
                "insert into query_log (at, desk_id, operator_id, session_id, kind, person_ids, count, reason)"
                        + " values (?, ?, 'OP', 'S', 'VIEW', array[?], 1, 'prova')",
                java.sql.Timestamp.from(server.clock.instant().minus(Duration.ofDays(31))),
                later.id,
                person);
        assertEquals(Set.of(), persons(page(later, start)));
    }

    @Test
    void theBookingsOfTodayAreForEveryDeskOfTheSiteAndForNoOther() {
        TestDesk desk = TestDesk.with("CUP");
        TestDesk elsewhere = new TestDesk(server, world.desk("S2"), "CUP");
        String start = FeedTest.drain(desk, "").cursor();
        String startElsewhere = FeedTest.drain(elsewhere, "").cursor();
        String person = world.person();
        book(person, 0);
        Page page = page(desk, start);
        assertEquals(Set.of(person), persons(page));
        assertEquals(Set.of("booking"), kinds(page));
        assertEquals(Set.of(), persons(page(elsewhere, startElsewhere)));
    }

    @Test
    void whatWasHeldBackFromOneWhoMayNotSeeItComesWithTheNextWhoMay() {
        TestDesk cashier = TestDesk.with("CASHIER");
        String person = world.person();
        cashier.view(person);
        String start = FeedTest.drain(cashier, "").cursor();
        book(person, 7);
        world.run("update operator set roles = '{AUDITOR}' where id = ?", cashier.operator);
        Page held = page(cashier, start);
        assertEquals(Set.of(), persons(held));
        assertFalse(held.more());
        world.run("update operator set roles = '{CASHIER}' where id = ?", cashier.operator);
        assertEquals(Set.of(person), persons(page(cashier, held.cursor())));
    }

    @Test
    void aPageThatHoldsPersonsIsInTheQueryLogWithThem() {
        TestDesk desk = TestDesk.with("CUP");
        String person = world.person();
        desk.view(person);
        String start = FeedTest.drain(desk, "").cursor();
        long before = rows(desk, "FEED");
        page(desk, start);
        assertEquals(before, rows(desk, "FEED"), "a page without persons leaves no row");
        book(person, 8);
        page(desk, start);
        assertEquals(before + 1, rows(desk, "FEED"));
        assertEquals(
                List.of(person + " 1 " + desk.operator + " " + desk.session.sessionId()),
                world.texts(
                        "select array_to_string(person_ids, ',') || ' ' || count || ' ' || operator_id || ' '"
                                + " || session_id from query_log where desk_id = ? and kind = 'FEED'"
                                + " order by id desc limit 1",
                        desk.id));
    }

    @Test
    void aDayListIsInTheQueryLogWithWhoeverIsOnIt() {
        TestDesk desk = TestDesk.with("CUP");
        String one = world.person();
        String other = world.person();
        book(one, 9);
        book(other, 9);
        book(other, 9);
        Reply list = desk.get("/v1/sites/S1/bookings?day=" + world.today().plusDays(9));
        assertEquals(200, list.status());
        Set<String> shown = new TreeSet<>();
        list.body()
                .path("bookings")
                .forEach(booking -> shown.add(booking.path("personId").asString()));
        assertTrue(shown.containsAll(Set.of(one, other)));
        assertEquals(
                shown,
                new TreeSet<>(world.texts(
                        "select unnest(person_ids) from query_log where desk_id = ? and kind = 'LIST'", desk.id)));
        assertEquals(
                shown.size(),
                world.value(Integer.class, "select count from query_log where desk_id = ? and kind = 'LIST'", desk.id));
    }

    @Test
    void aDeskWithoutASignedInOperatorIsToldNothing() {
        TestDesk desk = TestDesk.with("CUP");
        String list = "/v1/sites/S1/bookings?day=" + world.today();
        for (String path : List.of("/v1/feed", list)) {
            assertEquals(401, ask(desk.deskHeaders(), path));
        }
        assertEquals(204, desk.delete("/v1/sessions/current").status());
        for (String path : List.of("/v1/feed", list)) {
            assertEquals(401, ask(desk.headers(), path));
        }
        assertEquals(0, world.value(Integer.class, "select count(*) from query_log where desk_id = ?", desk.id));
    }

    private int ask(Map<String, String> headers, String path) {
        return server.send("GET", path, headers, new byte[0]).status();
    }

    private void book(String person, int days) {
        TestDesk colleague = TestDesk.with("CUP");
        int taken = world.number();
        String slot = world.slot(
                world.agenda("S1", "SSN", World.VISIT),
                world.today().plusDays(days).atTime(days == 0 ? 20 : 10 + taken % 8, 20 * (taken / 8 % 3)),
                1);
        assertEquals(
                201,
                colleague.booked(person, Optional.empty(), slot, World.VISIT).status());
    }

    private long rows(TestDesk desk, String kind) {
        return world.value(Long.class, "select count(*) from query_log where desk_id = ? and kind = ?", desk.id, kind);
    }

    private static Page page(TestDesk desk, String after) {
        return desk.get("/v1/feed?limit=1000&after=" + after).as(Page.class);
    }

    private static Set<String> persons(Page page) {
        Set<String> persons = new TreeSet<>();
        page.items().stream()
                .filter(item -> item.body().has("personId"))
                .forEach(item -> persons.add(item.body().path("personId").asString()));
        return persons;
    }

    private static Set<String> kinds(Page page) {
        Set<String> kinds = new TreeSet<>();
        page.items().stream().filter(item -> !item.kind().equals("queue")).forEach(item -> kinds.add(item.kind()));
        return kinds;
    }
}
