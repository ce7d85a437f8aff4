package it.sportello.backend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.api.Accesses.Viewed;
import it.sportello.api.Headers;
import it.sportello.api.Persons;
import it.sportello.api.Queues;
import it.sportello.api.Sessions.EnrolDesk;
import it.sportello.api.Sessions.OpenDesk;
import it.sportello.api.Sessions.SignIn;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may come in, and who may do what. */
class AuthorisationTest {
    private final TestServer server = TestServer.shared();
    private final World world = server.world;

    /**
     * 1: the role has it; 0: it has not. Columns: search, day list, persons in the feed, availability, queue, own ledger,
     * other ledger.
     */
    @ParameterizedTest
    @CsvSource({
        "CASHIER,          1, 1, 1, 1, 1, 1, 0",
        "CUP,              1, 1, 1, 1, 1, 0, 0",
        "AUR,              1, 1, 1, 0, 1, 0, 0",
        "SUPERVISOR,       1, 1, 1, 0, 1, 1, 1",
        "CASH_RESPONSIBLE, 1, 1, 1, 0, 0, 1, 1",
        "AUDITOR,          0, 0, 0, 0, 0, 1, 1",
    })
    void theMatrixOfRoles(
            String role, int search, int list, int feed, int availability, int queue, int own, int other) {
        TestDesk desk = TestDesk.with(role);
        String person = world.person();
        assertEquals(
                expected(list),
                desk.get("/v1/sites/S1/bookings?day=" + world.today()).status());
        assertEquals(403, desk.get("/v1/sites/S2/bookings?day=" + world.today()).status());
        assertEquals(feed == 1 ? Set.of("booking", "queue") : Set.of("queue"), kindsOfTheFeed(desk));
        Persons.Search byPhone = new Persons.Search(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of("041 5"),
                Optional.empty());
        assertEquals(expected(search), desk.post("/v1/persons/search", byPhone).status());
        assertEquals(expected(availability), desk.search(person, 1, World.VISIT).status());
        assertEquals(expected(queue), desk.get("/v1/sites/S1/queue").status());
        assertEquals(
                expected(own), desk.get("/v1/tills/" + desk.till() + "/ledger").status());
        String foreign = World.till(world.desk("S1"));
        assertEquals(
                expected(other), desk.get("/v1/tills/" + foreign + "/ledger").status());
        assertEquals(200, desk.get("/v1/parameters").status());
        assertEquals(
                403,
                role.equals("AUDITOR") ? 403 : desk.get("/v1/sites/S2/queue").status());
    }

    /** What a desk is told of after a ticket was issued and a booking of today was made at its site. */
    private Set<String> kindsOfTheFeed(TestDesk desk) {
        String end = FeedTest.drain(desk, "").cursor();
        TestDesk colleague = TestDesk.with("CUP");
        colleague.post("/v1/sites/S1/queue/tickets", new Queues.Issue(UUID.randomUUID(), "A", 0));
        String slot =
                world.slot(world.agenda("S1", "SSN", World.VISIT), world.today().atTime(20, 0), 1);
        assertEquals(
                201,
                colleague
                        .booked(world.person(), Optional.empty(), slot, World.VISIT)
                        .status());
        Set<String> kinds = new HashSet<>();
        Reply page = desk.get("/v1/feed?after=" + end);
        assertEquals(200, page.status());
        page.body().path("items").forEach(item -> kinds.add(item.path("kind").asString()));
        return kinds;
    }

    private static int expected(int allowed) {
        return allowed == 1 ? 200 : 403;
    }

    @Test
    void aMultifunctionDeskLetsTheRegistryBook() {
        TestDesk desk = new TestDesk(server, world.desk("S1", "SSN", "MULTIFUNCTION"), "AUR");
        assertEquals(200, desk.search(world.person(), 1, World.VISIT).status());
    }

    @Test
    void aWrongDeskSecretOpensNothing() {
        TestDesk desk = TestDesk.with("CASHIER");
        TestDesk other = TestDesk.with("CASHIER");
        for (String secret : List.of("", "x", other.enrolled.secret())) {
            Map<String, String> headers = new HashMap<>(desk.headers());
            headers.put(Headers.DESK_SECRET, secret);
            for (String path : List.of("/v1/parameters", "/v1/feed", "/v1/operations/" + UUID.randomUUID())) {
                Reply reply = server.send("GET", path, headers, new byte[0]);
                assertEquals(401, reply.status());
                assertEquals("DESK_UNKNOWN", reply.code());
            }
        }
        Map<String, String> stolen = new HashMap<>(other.deskHeaders());
        stolen.put("Authorization", "Bearer " + desk.session.token());
        assertEquals(
                "NOT_SIGNED_IN",
                server.send("GET", "/v1/feed", stolen, new byte[0]).code());
        assertEquals(
                "DESK_UNKNOWN",
                server.send("GET", "/v1/feed", Map.of(), new byte[0]).code());
        Reply enrolment = server.send(
                "POST", "/v1/desks/enrolments", Map.of(), TestDesk.json(new EnrolDesk(desk.id, "I", "wrong")));
        assertEquals(401, enrolment.status());
    }

    @Test
    void aDeskDoesNotWriteInTheLanesOfAnother() {
        TestDesk desk = TestDesk.with("CASHIER");
        TestDesk other = TestDesk.with("CASHIER");
        Viewed viewed = Viewed.page("P1", "S07", "prova");
        assertEquals(
                403, desk.operate("access.viewed", "access:" + other.id, viewed).status());
        TestDesk.Ready opening = other.opening(1_000);
        Map<String, String> headers = new HashMap<>(opening.headers());
        headers.putAll(desk.deskHeaders());
        assertEquals(
                403,
                server.send("POST", "/v1/operations", headers, opening.body()).status());
        assertEquals(403, desk.get("/v1/desks/" + other.id + "/accesses").status());
    }

    @Test
    void viewsAreCountedByDesk() {
        TestDesk desk = TestDesk.with("CUP");
        String lane = "access:" + desk.id;
        desk.operate("access.viewed", lane, Viewed.search(List.of("P1", "P2"), "S06", "prova"));
        desk.operate("access.viewed", lane, Viewed.page("P1", "S07", "prova"));
        Reply reply = desk.get("/v1/desks/" + desk.id + "/accesses");
        assertEquals(1, reply.body().path("searches").asInt());
        assertEquals(1, reply.body().path("views").asInt());
    }

    @Test
    void fiveWrongPasswordsLockKnownAndUnknownNamesAlike() {
        TestDesk desk = TestDesk.with("CUP");
        String known = World.userName(world.operator("CUP"));
        for (String name : List.of(known, "nessuno" + world.number())) {
            for (int attempt = 0; attempt < 5; attempt++) {
                assertEquals(
                        "WRONG_CREDENTIALS", signIn(desk, name, "sbagliata").code());
            }
            Reply locked = signIn(desk, name, World.PASSWORD);
            assertEquals(429, locked.status());
            assertEquals("ACCOUNT_LOCKED", locked.code());
            assertTrue(locked.headers().firstValue("Retry-After").isPresent());
        }
        server.clock.advance(Duration.ofMinutes(2));
        assertEquals(201, signIn(desk, known, World.PASSWORD).status());
    }

    private Reply signIn(TestDesk desk, String name, String password) {
        return server.send("POST", "/v1/sessions", desk.deskHeaders(), TestDesk.json(new SignIn(name, password)));
    }

    @Test
    void aDeskIsTakenOverOnlyWithAReason() {
        TestDesk desk = TestDesk.with("CASHIER");
        OpenDesk open = new OpenDesk(desk.id, "SSN", Optional.empty());
        String path = "/v1/desks/" + desk.id + "/opening";
        assertEquals(201, desk.post(path, open).status());
        assertEquals(201, desk.post(path, open).status());
        String second = world.operator("CASHIER");
        Reply session = signIn(desk, World.userName(second), World.PASSWORD);
        Map<String, String> headers = new HashMap<>(desk.deskHeaders());
        headers.put("Authorization", "Bearer " + session.body().path("token").asString());
        assertEquals(
                "DESK_IN_USE",
                server.send("POST", path, headers, TestDesk.json(open)).code());
        OpenDesk forced = new OpenDesk(desk.id, "SSN", Optional.of("cambio turno"));
        Reply taken = server.send("POST", path, headers, TestDesk.json(forced));
        assertEquals(201, taken.status());
        assertTrue(taken.body().path("notices").toString().contains("DESK_TAKEN_OVER"));
        assertEquals(
                List.of("PROFILE_NOT_OF_DESK"),
                desk.post(path, new OpenDesk(desk.id, "PRIVATE_PRACTICE", Optional.empty()))
                        .violations());
    }

    @Test
    void aNameAloneIsNoSearchAndAViewNeedsAReason() {
        TestDesk desk = TestDesk.with("CUP");
        String person = world.person();
        Reply wide = desk.post("/v1/persons/search", byName(Optional.of("D'Angelo"), Optional.empty()));
        assertEquals(List.of("SEARCH_TOO_WIDE"), wide.violations());
        Reply found = desk.post(
                "/v1/persons/search",
                byName(Optional.of("dàngelo" + person.substring(1)), Optional.of(java.time.LocalDate.of(1980, 5, 17))));
        assertEquals(List.of(), found.body().path("hits").valueStream().toList());
        Reply hit = desk.post(
                "/v1/persons/search",
                byName(
                        Optional.of("d’angelo" + person.substring(1)),
                        Optional.of(java.time.LocalDate.of(1980, 5, 17))));
        assertEquals(person, hit.body().path("hits").path(0).path("personId").asString());
        assertEquals(
                List.of("REASON_MISSING"),
                desk.post("/v1/persons/view", new Persons.View(person, " ")).violations());
        assertEquals(
                "PERSON_UNKNOWN",
                desk.post("/v1/persons/view", new Persons.View("P-none", "prova"))
                        .code());
        assertEquals(
                1,
                world.value(Integer.class, "select count(*) from query_log where desk_id = ? and count = 1", desk.id));
    }

    private static Persons.Search byName(Optional<String> surname, Optional<java.time.LocalDate> birth) {
        return new Persons.Search(
                Optional.empty(),
                Optional.empty(),
                surname,
                Optional.empty(),
                birth,
                Optional.empty(),
                Optional.empty());
    }

    @Test
    void theQueueCallsInOrderAndARepetitionIsTheSameCall() {
        TestDesk desk = TestDesk.with("CASHIER");
        UUID first = UUID.randomUUID();
        Reply ticket = desk.post("/v1/sites/S1/queue/tickets", new Queues.Issue(first, "B", 0));
        Reply same = desk.post("/v1/sites/S1/queue/tickets", new Queues.Issue(first, "B", 0));
        assertEquals(ticket.body(), same.body());
        Reply urgent = desk.post("/v1/sites/S1/queue/tickets", new Queues.Issue(UUID.randomUUID(), "B", 5));
        UUID callId = UUID.randomUUID();
        Queues.Call call = new Queues.Call(callId, desk.id, List.of("B"));
        Reply called = desk.post("/v1/sites/S1/queue/calls", call);
        assertEquals(urgent.body().path("id"), called.body().path("id"));
        assertEquals(called.body(), desk.post("/v1/sites/S1/queue/calls", call).body());
        String change = "/v1/queue/" + called.body().path("id").asString() + "/changes";
        assertEquals(
                200,
                desk.post(change, new Queues.Change(UUID.randomUUID(), "SERVING"))
                        .status());
        assertEquals(
                200,
                desk.post(change, new Queues.Change(UUID.randomUUID(), "DONE")).status());
        assertEquals(
                List.of("STATE_DONE"),
                desk.post(change, new Queues.Change(UUID.randomUUID(), "RECALLED"))
                        .violations());
        Reply next = desk.post("/v1/sites/S1/queue/calls", new Queues.Call(UUID.randomUUID(), desk.id, List.of("B")));
        assertEquals(ticket.body().path("id"), next.body().path("id"));
        assertTrue(next.body().path("callSequence").asLong()
                > called.body().path("callSequence").asLong());
        assertEquals(
                404,
                desk.post("/v1/sites/S1/queue/calls", new Queues.Call(UUID.randomUUID(), desk.id, List.of("B")))
                        .status());
    }
}
