package it.sportello.backend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.api.Headers;
import it.sportello.api.Problem;
import it.sportello.api.Sessions.DeskOpened;
import it.sportello.api.Sessions.EnrolDesk;
import it.sportello.api.Sessions.EnrolledDesk;
import it.sportello.api.Sessions.OpenDesk;
import it.sportello.api.Sessions.ParameterTable;
import it.sportello.api.Sessions.SignIn;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From the recognition of an installation to the open desk, and what ends each of them. */
class OpeningTest {
    private final TestServer server = TestServer.shared();
    private final World world = server.world;

    private Reply signIn(TestDesk desk, String name, String password) {
        return server.send("POST", "/v1/sessions", desk.deskHeaders(), TestDesk.json(new SignIn(name, password)));
    }

    private static Map<String, String> with(TestDesk desk, Reply session) {
        Map<String, String> headers = new HashMap<>(desk.deskHeaders());
        headers.put("Authorization", "bearer  " + session.body().path("token").asString() + " ");
        return headers;
    }

    private Reply open(TestDesk desk, Map<String, String> headers, Optional<String> reason) {
        return server.send(
                "POST",
                "/v1/desks/" + desk.id + "/opening",
                headers,
                TestDesk.json(new OpenDesk(desk.id, "SSN", reason)));
    }

    @Test
    void aDeskOpensOnlyItself() {
        TestDesk desk = TestDesk.with("CASHIER");
        TestDesk other = TestDesk.with("CASHIER");
        OpenDesk own = new OpenDesk(desk.id, "SSN", Optional.empty());
        assertEquals(
                "FORBIDDEN",
                desk.post("/v1/desks/" + other.id + "/opening", own).code());
        OpenDesk foreign = new OpenDesk(other.id, "SSN", Optional.empty());
        assertEquals(
                "FORBIDDEN",
                desk.post("/v1/desks/" + desk.id + "/opening", foreign).code());
    }

    @Test
    void aBlankReasonTakesNothingOver() {
        TestDesk desk = TestDesk.with("CASHIER");
        assertEquals(201, open(desk, desk.headers(), Optional.empty()).status());
        Reply second = signIn(desk, World.userName(world.operator("CASHIER")), World.PASSWORD);
        Reply refused = open(desk, with(desk, second), Optional.of("  "));
        assertEquals("DESK_IN_USE", refused.code());
        assertEquals(
                world.value(
                        String.class,
                        "select w.display_name from desk_opening o join operator w on w.id = o.operator_id "
                                + "where o.desk_id = ? and o.closed_at is null",
                        desk.id),
                refused.as(Problem.class).arguments().get("operator"),
                "who works there is named");
        assertEquals(201, open(desk, with(desk, second), Optional.of("turno")).status());
        assertEquals(
                "turno",
                world.value(
                        String.class,
                        "select take_over_reason from desk_opening where desk_id = ? and closed_at is null",
                        desk.id));
    }

    @Test
    void aSignOutOrAnExpiredSessionLeavesTheDeskFree() {
        TestDesk desk = TestDesk.with("CASHIER");
        assertEquals(201, open(desk, desk.headers(), Optional.empty()).status());
        assertEquals(204, desk.delete("/v1/sessions/current").status());
        assertEquals(
                0,
                world.value(
                        Integer.class,
                        "select count(*) from desk_opening where desk_id = ? and closed_at is null",
                        desk.id));
        Reply second = signIn(desk, World.userName(world.operator("CASHIER")), World.PASSWORD);
        assertEquals(201, open(desk, with(desk, second), Optional.empty()).status());
        world.run(
                "update session set expires_at = created_at where id = ?",
                second.body().path("sessionId").asString());
        Reply third = signIn(desk, World.userName(world.operator("CASHIER")), World.PASSWORD);
        DeskOpened opened = open(desk, with(desk, third), Optional.empty()).as(DeskOpened.class);
        assertFalse(opened.notices().contains("DESK_TAKEN_OVER"));
    }

    @Test
    void aSessionEndsAfterTwelveHoursToTheSecond() {
        TestDesk desk = TestDesk.with("CASHIER");
        assertEquals(server.clock.instant().plus(Duration.ofHours(12)), desk.session.expiresAt());
        world.run(
                "update session set expires_at = ? where id = ?",
                java.sql.Timestamp.from(server.clock.instant().plusSeconds(1)),
                desk.session.sessionId());
        assertEquals(200, desk.get("/v1/parameters").status());
        server.clock.advance(Duration.ofSeconds(1));
        assertEquals("NOT_SIGNED_IN", desk.get("/v1/parameters").code());
    }

    @Test
    void anOperatorWhoWasDisabledIsOutAtOnce() {
        TestDesk desk = TestDesk.with("CASHIER");
        world.run("update operator set enabled = false where id = ?", desk.operator);
        assertEquals("NOT_SIGNED_IN", desk.get("/v1/parameters").code());
        assertEquals(
                "WRONG_CREDENTIALS",
                signIn(desk, World.userName(desk.operator), World.PASSWORD).code());
    }

    @Test
    void aRoleOfALaterVersionIsNoRightAndNoError() {
        TestDesk desk = TestDesk.with("CUP");
        world.run("update operator set roles = '{ASTRONAUT}' where id = ?", desk.operator);
        assertEquals("FORBIDDEN", desk.get("/v1/parameters").code());
    }

    @Test
    void theNoticesOfTheMorning() {
        TestDesk desk = TestDesk.with("CASHIER");
        desk.send(desk.opening(1_000));
        DeskOpened opened = open(desk, desk.headers(), Optional.empty()).as(DeskOpened.class);
        assertEquals(List.of("TILL_SESSION_OPEN"), opened.notices());
        assertEquals(desk.till(), opened.desk().tillId().orElseThrow());
        world.run("update tariff set valid_to = ?", world.today().minusDays(1));
        try {
            assertTrue(open(desk, desk.headers(), Optional.empty())
                    .as(DeskOpened.class)
                    .notices()
                    .contains("TARIFF_LIST_LAPSED"));
        } finally {
            world.run("update tariff set valid_to = null");
        }
    }

    @Test
    void aDeskWithoutATillCollectsNothing() {
        String desk = world.desk("S1");
        world.run("update desk set till_id = null where id = ?", desk);
        TestDesk without = new TestDesk(server, desk, "CASHIER");
        assertEquals(Optional.empty(), without.enrolled.desk().tillId());
        assertEquals(
                List.of(),
                open(without, without.headers(), Optional.empty())
                        .as(DeskOpened.class)
                        .notices());
        assertEquals("FORBIDDEN", without.send(without.opening(1_000)).code());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "../x", "è", "'; drop table desk; --"})
    void anInstallationHasAPlainName(String name) {
        String desk = world.desk("S1");
        Reply reply =
                server.send("POST", "/v1/desks/enrolments", Map.of(), TestDesk.json(new EnrolDesk(desk, name, desk)));
        assertEquals("MALFORMED", reply.code());
    }

    @Test
    void theSameInstallationKeepsItsEpochUntilItWrote() {
        TestDesk first = TestDesk.with("CASHIER");
        Reply again = enrol(first.id, first.installation);
        assertEquals("A", again.as(EnrolledDesk.class).epoch());
        assertNotEquals(first.enrolled.secret(), again.as(EnrolledDesk.class).secret());
        assertEquals("DESK_UNKNOWN", first.get("/v1/parameters").code(), "the old secret is over");
        TestDesk second = new TestDesk(server, first.id, "CASHIER");
        assertEquals("B", second.enrolled.epoch());
        second.send(second.opening(1_000));
        assertEquals(
                "C",
                enrol(second.id, second.installation).as(EnrolledDesk.class).epoch());
        assertEquals(
                "D", enrol(first.id, first.installation).as(EnrolledDesk.class).epoch());
    }

    private Reply enrol(String desk, String installation) {
        return server.send(
                "POST", "/v1/desks/enrolments", Map.of(), TestDesk.json(new EnrolDesk(desk, installation, desk)));
    }

    @Test
    void enrolmentTellsNotWhichDesksExist() {
        String desk = world.desk("S1");
        Reply wrongCode =
                server.send("POST", "/v1/desks/enrolments", Map.of(), TestDesk.json(new EnrolDesk(desk, "I", "wrong")));
        Reply noDesk = server.send(
                "POST", "/v1/desks/enrolments", Map.of(), TestDesk.json(new EnrolDesk("DESK-none", "I", "wrong")));
        assertEquals(wrongCode.status(), noDesk.status());
        assertEquals(wrongCode.code(), noDesk.code());
        assertEquals(wrongCode.body().path("detail"), noDesk.body().path("detail"));
    }

    @Test
    void theFirstMinuteOfGuessingIsTheLast(@TempDir Path home) {
        AtomicLong nanos = new AtomicLong();
        try (Backend backend = Backend.start(new BackendSettings(home, 0, null, server.clock), nanos::get)) {
            World other = new World(backend.database(), server.clock);
            String desk = other.desk("S1");
            Reply last = null;
            for (int guess = 0; guess <= 120; guess++) {
                last = server.send(
                        backend.uri(),
                        "POST",
                        "/v1/desks/enrolments",
                        Map.of(),
                        TestDesk.json(new EnrolDesk(desk, "I", "guess " + guess)));
            }
            assertEquals("TOO_MANY_REQUESTS", last == null ? "" : last.code());
            assertEquals(
                    "60",
                    last == null ? "" : last.headers().firstValue("Retry-After").orElse(""));
            nanos.set(Duration.ofMinutes(1).toNanos());
            Reply later = server.send(
                    backend.uri(),
                    "POST",
                    "/v1/desks/enrolments",
                    Map.of(),
                    TestDesk.json(new EnrolDesk(desk, "I", desk)));
            assertEquals(201, later.status());
        }
    }

    @Test
    void eachWrongPasswordAfterTheFifthDoublesTheWait() {
        TestDesk desk = TestDesk.with("CUP");
        String name = "nessuno" + world.number();
        for (int attempt = 0; attempt < 5; attempt++) {
            assertEquals("WRONG_CREDENTIALS", signIn(desk, name, "x").code());
        }
        long[] minutes = {1, 2, 4, 8, 16, 32, 32};
        for (long wait : minutes) {
            Reply locked = signIn(desk, name.toUpperCase(java.util.Locale.ROOT) + " ", "x");
            assertEquals("ACCOUNT_LOCKED", locked.code());
            assertEquals(
                    Long.toString(wait * 60),
                    locked.headers().firstValue("Retry-After").orElse(""));
            server.clock.advance(Duration.ofMinutes(wait).minusSeconds(1));
            assertEquals("ACCOUNT_LOCKED", signIn(desk, name, "x").code());
            server.clock.advance(Duration.ofSeconds(1));
            assertEquals("WRONG_CREDENTIALS", signIn(desk, name, "x").code());
        }
    }

    @Test
    void theRightPasswordWipesTheCount() {
        TestDesk desk = TestDesk.with("CUP");
        String name = World.userName(world.operator("CUP"));
        for (int round = 0; round < 3; round++) {
            for (int attempt = 0; attempt < 4; attempt++) {
                assertEquals("WRONG_CREDENTIALS", signIn(desk, name, "x").code());
            }
            assertEquals(201, signIn(desk, name, World.PASSWORD).status());
        }
    }

    @Test
    void theParametersOfOtherPlacesAreNotTold() {
        TestDesk desk = TestDesk.with("CUP");
        String key = "prova.chiave";
        world.run(
                "insert into parameter values ('authority', '050503', ?, '1', date '2026-01-01', null, 'prova'), ('authority', '999999', ?, '2', date '2026-01-01', null, 'prova'), ('site', 'S1', ?, '3', date '2026-01-01', date '2026-12-31', 'prova'), ('site', 'S2', ?, '4', date '2026-01-01', null, 'prova'), ('region', '050', ?, '5', date '2026-01-01', null, 'prova'), ('region', '010', ?, '6', date '2026-01-01', null, 'prova')",
                key,
                key,
                key,
                key,
                key,
                key);
        try {
            ParameterTable table = desk.get("/v1/parameters").as(ParameterTable.class);
            assertEquals(
                    List.of("1", "3", "5"),
                    table.rows().stream()
                            .filter(row -> row.key().equals(key))
                            .map(row -> row.value())
                            .sorted()
                            .toList());
            assertTrue(table.rows().size() > 10, "those that come with the product too");
        } finally {
            world.run("delete from parameter where key = ?", key);
        }
    }

    @Test
    void everyAnswerTellsTheTimeOfTheServer() {
        TestDesk desk = TestDesk.with("CUP");
        for (Reply reply : List.of(desk.get("/v1/parameters"), desk.get("/v1/nothing"))) {
            assertEquals(
                    server.clock.instant().truncatedTo(java.time.temporal.ChronoUnit.SECONDS),
                    java.time.Instant.parse(reply.headers()
                                    .firstValue(Headers.SERVER_TIME)
                                    .orElse(""))
                            .truncatedTo(java.time.temporal.ChronoUnit.SECONDS));
        }
    }
}
