package it.sportello.backend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.api.Queues;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The acts of a desk on the queue of its site, on a real PostgreSQL; every test has a site of its own. */
class QueueActsTest {
    private static final AtomicInteger SITES = new AtomicInteger();

    private final TestServer server = TestServer.shared();
    private final World world = server.world;
    private String site = "";

    @BeforeEach
    void aSiteOfItsOwn() {
        site = "Q" + SITES.incrementAndGet();
        world.run(
                "insert into site values (?, ?, 'D1', 'AUTHORITY', 'L736', 'Venezia', 'Via di Prova 1')",
                site,
                "Sede " + site);
        world.run("insert into queue_category values (?, 'A', 'Cassa'), (?, 'B', 'CUP')", site, site);
    }

    private TestDesk desk(String... roles) {
        return new TestDesk(server, world.desk(site), roles);
    }

    private Reply issue(TestDesk desk, String category) {
        return issue(desk, category, Optional.empty());
    }

    private Reply issue(TestDesk desk, String category, Optional<String> note) {
        Reply reply = desk.post(
                "/v1/sites/" + site + "/queue/tickets",
                new Queues.Issue(UUID.randomUUID(), category, 0, Optional.empty(), note));
        server.clock.advance(Duration.ofSeconds(1));
        return reply;
    }

    private Reply call(TestDesk desk, String... categories) {
        return desk.post(
                "/v1/sites/" + site + "/queue/calls", new Queues.Call(UUID.randomUUID(), desk.id, List.of(categories)));
    }

    private static Reply change(TestDesk desk, Reply ticket, String state) {
        return desk.post("/v1/queue/" + id(ticket) + "/changes", new Queues.Change(UUID.randomUUID(), state));
    }

    private static Reply take(TestDesk desk, Reply ticket, Queues.Act act) {
        return desk.post("/v1/queue/" + id(ticket) + "/acts", act);
    }

    private static String id(Reply ticket) {
        return ticket.body().path("id").asString();
    }

    private static String number(Reply ticket) {
        return ticket.body().path("number").asString(ticket.code());
    }

    private List<String> waiting(TestDesk desk) {
        List<String> numbers = new ArrayList<>();
        desk.get("/v1/sites/" + site + "/queue")
                .body()
                .path("waiting")
                .forEach(it -> numbers.add(it.path("number").asString()));
        return numbers;
    }

    private Reply figures(TestDesk desk) {
        Reply reply = desk.get("/v1/sites/" + site + "/queue/figures?day=" + world.today());
        assertEquals(200, reply.status(), () -> reply.body().toString());
        return reply;
    }

    private Reply noted(TestDesk desk, String number, String event, Instant at, String source) {
        return desk.operate(
                "queue.recorded",
                "queue:" + desk.id,
                new Queues.Recorded(number, event, at, source, Optional.empty(), Optional.empty()));
    }

    @Test
    @Tag("R-QUE-2")
    void aNumberPutBackIsCalledAtItsPositionWhoeverCalls() {
        TestDesk desk = desk("CASHIER");
        TestDesk other = desk("CUP");
        List<Reply> tickets =
                IntStream.range(0, 4).mapToObj(it -> issue(desk, "A")).toList();
        Reply called = call(desk, "A");
        assertEquals(number(tickets.getFirst()), number(called));
        Reply back = take(desk, called, QueueWishes.requeue(3));
        assertEquals("WAITING", back.body().path("state").asString());
        assertEquals(called.body().path("issuedAt"), back.body().path("issuedAt"));
        assertEquals(List.of("A002", "A003", "A001", "A004"), waiting(desk));
        assertEquals("A002", number(call(other, "A")));
        assertEquals(List.of("A003", "A001", "A004"), waiting(desk));
        assertEquals("A003", number(call(desk, "A")));
        assertEquals("A001", number(call(other, "A")));
        assertEquals("A004", number(call(other, "A")));
    }

    @Test
    @Tag("R-QUE-2")
    void aTransferKeepsTheFirstIssueTimeAndTheLegsStandApart() {
        TestDesk desk = desk("CASHIER", "SUPERVISOR");
        TestDesk other = desk("CUP");
        Reply first = issue(desk, "A");
        Reply second = issue(desk, "B");
        server.clock.advance(Duration.ofMinutes(5).minusSeconds(2));
        call(desk, "A");
        server.clock.advance(Duration.ofMinutes(2));
        Reply moved = take(desk, first, QueueWishes.transfer(Optional.of("B"), Optional.empty()));
        assertEquals(first.body().path("issuedAt"), moved.body().path("issuedAt"));
        server.clock.advance(Duration.ofMinutes(11));
        assertEquals("A001", number(call(other, "B")), "issued before " + number(second));
        JsonNode figures = figures(desk).body();
        assertEquals(300, figures.path("total").path("longestSeconds").asInt());
        assertEquals(0, figures.path("total").path("over").asInt());
        assertEquals(660, figures.path("later").path("longestSeconds").asInt());
        assertEquals(1, figures.path("later").path("over").asInt());
        assertEquals(
                List.of("A001 1 A DISPENSER SERVER", "A001 2 B SERVER SERVER", "B001 1 B DISPENSER null"),
                figures.path("legs")
                        .valueStream()
                        .map(it -> it.path("number").asString() + " "
                                + it.path("leg").asInt() + " "
                                + it.path("category").asString() + " "
                                + it.path("sinceSource").asString() + " "
                                + it.path("callSource").asString("null"))
                        .toList());
    }

    @Test
    void aTicketHandedToADeskIsCalledThereOnly() {
        TestDesk desk = desk("CASHIER");
        TestDesk other = desk("CASHIER");
        issue(desk, "A");
        Reply called = call(desk, "A");
        Reply handed = take(desk, called, QueueWishes.transfer(Optional.empty(), Optional.of(other.id)));
        assertEquals(
                other.enrolled.desk().number(),
                handed.body().path("reservedFor").asInt());
        assertEquals("NOT_FOUND", call(desk, "A").code());
        assertEquals("A001", number(call(other, "A")));
        assertEquals(
                List.of("DESK_NOT_OF_SITE"),
                take(other, called, QueueWishes.transfer(Optional.empty(), Optional.of(TestDesk.with("CUP").id)))
                        .violations());
        assertEquals(
                List.of("CATEGORY_UNKNOWN"),
                take(other, called, QueueWishes.transfer(Optional.of("X"), Optional.empty()))
                        .violations());
        assertEquals(
                List.of("TARGET_MISSING"),
                take(other, called, QueueWishes.transfer(Optional.empty(), Optional.empty()))
                        .violations());
    }

    @Test
    void aCallOutOfOrderNeedsItsReasonWhichStaysWritten() {
        TestDesk desk = desk("CASHIER");
        Reply first = issue(desk, "A");
        Reply second = issue(desk, "A");
        assertEquals(
                List.of("REASON_MISSING"),
                take(desk, second, QueueWishes.act("CALL")).violations());
        assertEquals(
                List.of("REASON_MISSING"),
                take(desk, second, QueueWishes.because("  ")).violations());
        assertEquals("A002", number(take(desk, second, QueueWishes.because("Persona che non si regge in piedi"))));
        assertEquals("A001", number(take(desk, first, QueueWishes.act("CALL"))), "the next one needs none");
        assertEquals(
                List.of("CALL Persona che non si regge in piedi", "CALL "),
                world.texts("select act || ' ' || detail from queue_act where site_id = ? order by id", site));
        assertEquals(
                "a journal that nobody changes",
                org.junit.jupiter.api.Assertions.assertThrows(
                                        RuntimeException.class,
                                        () -> world.run("update queue_act set detail = 'x' where site_id = ?", site))
                                .getMessage()
                                .contains("append only")
                        ? "a journal that nobody changes"
                        : "changed");
    }

    @Test
    void nobodyIsAbsentBeforeTheRecallAndWhoComesBackIsTakenBack() {
        TestDesk desk = desk("CASHIER");
        Reply ticket = issue(desk, "A");
        call(desk, "A");
        assertEquals(List.of("CALL_AGAIN_FIRST"), change(desk, ticket, "ABSENT").violations());
        assertEquals(1, change(desk, ticket, "RECALLED").body().path("recalls").asInt());
        assertEquals(
                "ABSENT", change(desk, ticket, "ABSENT").body().path("state").asString());
        JsonNode state = desk.get("/v1/sites/" + site + "/queue").body();
        assertEquals("A001", state.path("absent").path(0).path("number").asString());
        assertEquals(
                "WAITING",
                take(desk, ticket, QueueWishes.requeue(1)).body().path("state").asString());
        assertEquals("A001", number(call(desk, "A")));
    }

    @Test
    void twoTicketsOfOnePersonBecomeOne() {
        TestDesk desk = desk("CASHIER", "SUPERVISOR");
        Reply one = issue(desk, "A");
        Reply other = issue(desk, "B");
        call(desk, "A");
        Reply merged = take(desk, other, QueueWishes.merge(id(one)));
        assertEquals("A001", number(merged), "the called one goes on, whichever was named first");
        assertEquals(List.of(), waiting(desk));
        assertEquals(
                List.of("NOT_MERGEABLE_MERGED"),
                take(desk, one, QueueWishes.merge(id(other))).violations());
        JsonNode figures = figures(desk).body();
        assertEquals(1, figures.path("merged").asInt());
        assertEquals(0, figures.path("abandoned").asInt());
    }

    @Test
    void aPausedDeskCallsNobody() {
        TestDesk desk = desk("CASHIER");
        TestDesk other = desk("CASHIER");
        Reply waiting = issue(desk, "A");
        String path = "/v1/desks/" + desk.id + "/pause";
        assertEquals(
                List.of("REASON_MISSING"),
                desk.post(path, new Queues.Pause(UUID.randomUUID(), true, Optional.of(" ")))
                        .violations());
        Queues.Pause pause = new Queues.Pause(UUID.randomUUID(), true, Optional.of("Pausa caffè"));
        Reply paused = desk.post(path, pause);
        assertEquals("Pausa caffè", paused.body().path("pauseReason").asString());
        assertEquals(paused.body(), desk.post(path, pause).body(), "a repetition is the same pause");
        assertEquals(List.of("DESK_PAUSED"), call(desk, "A").violations());
        assertEquals(
                List.of("DESK_PAUSED"),
                take(desk, waiting, QueueWishes.because("Persona fragile")).violations(),
                "nor out of order");
        assertEquals(403, other.post(path, pause).status(), "nobody pauses another desk");
        JsonNode seen = other.get("/v1/sites/" + site + "/queue").body().path("desks");
        assertEquals("Pausa caffè", seen.path(0).path("pauseReason").asString());
        Reply resumed = desk.post(path, new Queues.Pause(UUID.randomUUID(), false, Optional.empty()));
        assertTrue(resumed.body().path("pausedSince").isNull());
        assertEquals("A001", number(call(desk, "A")));
    }

    @Test
    void aNumberAtADeskIsThatDesksMatter() {
        TestDesk desk = desk("CASHIER");
        TestDesk other = desk("CASHIER");
        Reply ticket = issue(desk, "A");
        call(desk, "A");
        assertEquals(List.of("AT_OTHER_DESK"), change(other, ticket, "RECALLED").violations());
        assertEquals(
                List.of("AT_OTHER_DESK"),
                take(other, ticket, QueueWishes.requeue(1)).violations());
        assertEquals(
                "NOT_FOUND",
                take(TestDesk.with("CASHIER"), ticket, QueueWishes.requeue(1)).code(),
                "nor another site's");
        assertEquals(200, change(desk("SUPERVISOR"), ticket, "DONE").status(), "the supervisor may close it");
    }

    @Test
    void categoriesHaveTheirNumbersAndTheirPriority() {
        TestDesk desk = desk("CASHIER");
        world.run("insert into queue_category values (?, 'P', 'Precedenza', 'A', 500, 501, 5)", site);
        issue(desk, "A");
        assertEquals("A500", number(issue(desk, "P")));
        assertEquals("A501", number(issue(desk, "P")));
        assertEquals(List.of("NUMBERS_EXHAUSTED"), issue(desk, "P").violations());
        assertEquals("A500", number(call(desk, "A", "P")));
    }

    @Test
    void aDeskTakesItsServicesInTurnWhenItsProfileSaysSo() {
        TestDesk desk = desk("CASHIER");
        world.run("update desk set queue_order = 'IN_TURN', languages = '{it,en}' where id = ?", desk.id);
        issue(desk, "B");
        issue(desk, "A");
        assertEquals(List.of("A001", "B001"), waiting(desk));
        JsonNode stand =
                desk.get("/v1/sites/" + site + "/queue").body().path("desks").path(0);
        assertEquals("en", stand.path("languages").path(1).asString());
        assertEquals("A001", number(call(desk, "A", "B")));
    }

    @Test
    void theNoteOfReceptionIsForTheDeskOnly() {
        TestDesk desk = desk("CASHIER");
        String before = FeedTest.drain(desk, "").cursor();
        issue(desk, "A", Optional.of("In carrozzina"));
        JsonNode state = desk.get("/v1/sites/" + site + "/queue").body();
        assertEquals("In carrozzina", state.path("waiting").path(0).path("note").asString());
        call(desk, "A");
        JsonNode calls = desk.get("/v1/sites/" + site + "/queue").body().path("lastCalls");
        assertTrue(calls.path(0).path("note").isNull());
        assertTrue(!desk.get("/v1/feed?after=" + before).body().toString().contains("carrozzina"));
        assertEquals(400, issue(desk, "A", Optional.of("x".repeat(81))).status());
    }

    // --------------------------------------------------------------------------------------------- by hand, by bridge

    @Test
    @Tag("R-QUE-1")
    @Tag("R-QUE-4")
    void whatWasCalledByHandIsTheSameTicketAndIsCountedOnce() {
        TestDesk desk = desk("CASHIER", "SUPERVISOR");
        issue(desk, "A");
        Instant byHand = server.clock.instant().plusSeconds(200);
        server.clock.advance(Duration.ofMinutes(9));
        // The line is back: another desk calls the same number by the server before the note arrives.
        TestDesk other = desk("CUP");
        assertEquals("A001", number(call(other, "A")));
        Reply note = noted(desk, "A001", "CALLED", byHand, "MANUAL");
        assertEquals(202, note.status());
        assertEquals(List.of("CALLED_ELSEWHERE"), note.flags());
        JsonNode figures = figures(desk).body();
        assertEquals(1, figures.path("total").path("begun").asInt());
        assertEquals(1, figures.path("total").path("called").asInt());
        assertEquals(201, figures.path("total").path("longestSeconds").asInt());
        assertEquals("MANUAL", figures.path("legs").path(0).path("callSource").asString());
    }

    @Test
    @Tag("R-QUE-4")
    void aBridgeTellsOfNumbersThatEveryDeskThenCalls() {
        TestDesk desk = desk("CASHIER", "SUPERVISOR");
        Instant printed = server.clock.instant();
        assertEquals(201, noted(desk, "A017", "ISSUED", printed, "BRIDGE").status());
        assertEquals(201, noted(desk, "A017", "ISSUED", printed, "BRIDGE").status(), "told twice, one ticket");
        server.clock.advance(Duration.ofMinutes(3));
        assertEquals(List.of("A017"), waiting(desk));
        assertEquals("A017", number(call(desk("CUP"), "A")));
        JsonNode leg = figures(desk).body().path("legs").path(0);
        assertEquals("BRIDGE", leg.path("sinceSource").asString());
        assertEquals("SERVER", leg.path("callSource").asString());
        assertEquals(
                180, figures(desk).body().path("total").path("longestSeconds").asInt());
    }

    @Test
    @Tag("R-QUE-1")
    void aNumberOfWhichNobodyKnowsThePrintIsCountedAndNotMeasured() {
        TestDesk desk = desk("CASHIER", "SUPERVISOR");
        Instant called = server.clock.instant();
        noted(desk, "A030", "CALLED", called, "MANUAL");
        noted(desk, "A030", "DONE", called.plusSeconds(60), "MANUAL");
        JsonNode total = figures(desk).body().path("total");
        assertEquals(
                List.of(1, 0, 1),
                List.of(
                        total.path("called").asInt(),
                        total.path("measured").asInt(),
                        total.path("notMeasured").asInt()));
        noted(desk, "A030", "ISSUED", called.minusSeconds(120), "MANUAL");
        total = figures(desk).body().path("total");
        assertEquals(120, total.path("longestSeconds").asInt(), "told later, measured after all");
    }

    @Test
    void aNumberOfTheServerDoesNotMeetOneOfTheBridge() {
        TestDesk desk = desk("CASHIER");
        noted(desk, "A001", "ISSUED", server.clock.instant(), "BRIDGE");
        assertEquals("A002", number(issue(desk, "A")));
    }

    // ------------------------------------------------------------------------------------------------ the turn of the
    // day

    @Test
    @Tag("R-QUE-8")
    @Tag("Q44")
    void theTurnOfTheDayTellsWhatIsOpenAndErasesNothing() {
        TestDesk desk = desk("CASHIER", "SUPERVISOR");
        issue(desk, "A");
        issue(desk, "A");
        issue(desk, "B");
        call(desk, "A");
        java.time.LocalDate day = world.today();
        assertEquals(
                0,
                desk.get("/v1/sites/" + site + "/queue").body().path("leftOpen").size());
        world.run("update queue_entry set day = day - 1 where site_id = ?", site);
        world.run("update queue_counter set day = day - 1 where site_id = ?", site);
        JsonNode left =
                desk.get("/v1/sites/" + site + "/queue").body().path("leftOpen").path(0);
        assertEquals(day.minusDays(1).toString(), left.path("day").asString());
        assertEquals("[\"A002\",\"B001\"]", left.path("waiting").toString());
        assertEquals("[\"A001\"]", left.path("atDesk").toString());
        assertEquals(List.of(), waiting(desk), "the new day begins empty");
        assertEquals("A001", number(issue(desk, "A")), "and from the first number");
        assertEquals(
                List.of("CALLED", "WAITING", "WAITING"),
                world.texts(
                        "select state from queue_entry where site_id = ? and day = ? order by number",
                        site,
                        day.minusDays(1)));
        Reply yesterday = desk.get("/v1/sites/" + site + "/queue/figures?day=" + day.minusDays(1));
        assertTrue(yesterday.body().path("over").asBoolean());
        assertEquals(2, yesterday.body().path("abandoned").asInt());
        assertEquals(3, yesterday.body().path("open").asInt());
        assertEquals(1, world.value(Integer.class, "select count(*) from queue_rollover where site_id = ?", site));
    }

    // ---------------------------------------------------------------------------------------------------- at the same
    // time

    /** Eight desks, half of them at a second server on the same store, call a queue empty: each ticket goes to one of them. */
    @Test
    @Tag("R-QUE-1")
    @Tag("R-MUL-4")
    void desksOfTwoServersThatCallAtOnceNeverGetTheSameNumber() throws Exception {
        List<TestDesk> desks =
                IntStream.range(0, 8).mapToObj(it -> desk("CASHIER")).toList();
        List<String> issued = new ArrayList<>();
        for (int i = 0; i < 48; i++) {
            issued.add(number(issue(desks.getFirst(), i % 3 == 0 ? "B" : "A")));
        }
        try (Backend second = Backend.start(new BackendSettings(server.home, 0, server.jdbcUrl(), server.clock))) {
            AtomicInteger turn = new AtomicInteger();
            List<List<String>> taken = IdempotencyTest.concurrently(desks.size(), () -> {
                int mine = turn.getAndIncrement();
                TestDesk desk = desks.get(mine);
                java.net.URI uri = mine % 2 == 0 ? server.backend.uri() : second.uri();
                List<String> numbers = new ArrayList<>();
                while (true) {
                    Reply reply = server.send(
                            uri,
                            "POST",
                            "/v1/sites/" + site + "/queue/calls",
                            desk.headers(),
                            TestDesk.json(new Queues.Call(UUID.randomUUID(), desk.id, List.of("A", "B"))));
                    if (reply.code().equals("NOT_FOUND")) {
                        return numbers;
                    }
                    numbers.add(number(reply));
                }
            });
            List<String> all = taken.stream().flatMap(List::stream).toList();
            assertEquals(issued.size(), all.size(), "called twice or never");
            assertEquals(Set.copyOf(issued), all.stream().collect(Collectors.toSet()));
        }
        assertEquals(
                issued.size(),
                world.value(
                        Integer.class,
                        "select count(distinct call_sequence) from queue_entry where site_id = ?",
                        site));
    }

    @Test
    @Tag("R-MUL-4")
    void twoDesksThatMergeTheSameTwoDoNotLockUp() throws Exception {
        TestDesk one = desk("CASHIER");
        TestDesk two = desk("CASHIER");
        for (int round = 0; round < 5; round++) {
            Reply first = issue(one, "A");
            Reply second = issue(one, "B");
            AtomicInteger turn = new AtomicInteger();
            List<Reply> replies = IdempotencyTest.concurrently(
                    2,
                    () -> turn.getAndIncrement() == 0
                            ? take(one, first, QueueWishes.merge(id(second)))
                            : take(two, second, QueueWishes.merge(id(first))));
            assertEquals(
                    1,
                    replies.stream().filter(it -> it.status() == 200).count(),
                    () -> replies.stream()
                            .map(it -> it.body().toString())
                            .toList()
                            .toString());
        }
    }
}
