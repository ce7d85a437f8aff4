package it.sportello.backend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.api.Accesses.AccessSummary;
import it.sportello.api.Accesses.Viewed;
import it.sportello.api.Accesses.ViewedCounted;
import it.sportello.api.Persons;
import it.sportello.api.Persons.Found;
import it.sportello.api.Prescriptions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody sees a person without a row that says who, where, whom and why; who tries without the right leaves one too. */
@Tag("R-SEC-3")
class AccessLogTest {
    private final TestServer server = TestServer.shared();
    private final World world = server.world;

    private int rows(TestDesk desk, String kind) {
        return world.value(
                Integer.class, "select count(*) from query_log where desk_id = ? and kind = ?", desk.id, kind);
    }

    private String newest(TestDesk desk, String column) {
        return world.value(
                String.class,
                "select coalesce(" + column + "::text, '') from query_log where desk_id = ? order by id desc limit 1",
                desk.id);
    }

    private static Persons.Search byCode(String code) {
        return new Persons.Search(
                Optional.of(code),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static Persons.Search bySurname(String surname) {
        return new Persons.Search(
                Optional.empty(),
                Optional.empty(),
                Optional.of(surname),
                Optional.empty(),
                Optional.of(java.time.LocalDate.of(1980, 5, 17)),
                Optional.empty(),
                Optional.empty());
    }

    @Test
    void eachViewOfAPersonIsARowWithWhoWhereWhomAndWhy() {
        TestDesk desk = TestDesk.with("CUP");
        String person = world.person();
        for (int view = 1; view <= 3; view++) {
            assertEquals(
                    200,
                    desk.post("/v1/persons/view", new Persons.View(person, "pratica " + view))
                            .status());
            assertEquals(view, rows(desk, "VIEW"));
        }
        assertEquals(person, newest(desk, "person_ids[1]"));
        assertEquals(desk.operator, newest(desk, "operator_id"));
        assertEquals(desk.session.sessionId(), newest(desk, "session_id"));
        assertEquals("pratica 3", newest(desk, "reason"));
        assertEquals("1", newest(desk, "count"));
    }

    @Test
    void aSearchIsARowWithHowManyWereShown() {
        TestDesk desk = TestDesk.with("CUP");
        String code = world.value(String.class, "select code from person where id = ?", world.person());
        assertEquals(
                1,
                desk.post("/v1/persons/search", byCode(code))
                        .as(Found.class)
                        .hits()
                        .size());
        assertEquals("1", newest(desk, "count"));
        assertEquals(
                0,
                desk.post("/v1/persons/search", byCode("STP0505039999999"))
                        .as(Found.class)
                        .hits()
                        .size());
        assertEquals("0", newest(desk, "count"));
        assertEquals(2, rows(desk, "SEARCH"));
        assertFalse(world.texts("select reason from query_log where desk_id = ?", desk.id)
                .toString()
                .contains("STP"));
    }

    @Test
    void moreThanFiftyAreCutAndTold() {
        TestDesk desk = TestDesk.with("CUP");
        world.run("update person set surname = 'Moltissimi' where id in (select id from person limit 0)");
        for (int number = 0; number < 52; number++) {
            world.run("update person set surname = 'Moltissimi' where id = ?", world.person());
        }
        Found found = desk.post("/v1/persons/search", bySurname("moltissimi")).as(Found.class);
        assertEquals(50, found.hits().size());
        assertTrue(found.truncated());
        assertEquals("50", newest(desk, "count"));
    }

    @Test
    void aPrescriptionLookedUpIsARowOfItsPerson() {
        TestDesk desk = TestDesk.with("CUP");
        String person = world.person();
        String number = world.prescription(person, 3, null, World.VISIT);
        assertEquals(
                200,
                desk.post("/v1/prescriptions/lookup", new Prescriptions.Lookup(number, Optional.empty()))
                        .status());
        assertEquals(1, rows(desk, "PRESCRIPTION"));
        assertEquals(person, newest(desk, "person_ids[1]"));
        Reply stranger =
                desk.post("/v1/prescriptions/lookup", new Prescriptions.Lookup(number, Optional.of(world.person())));
        assertEquals(List.of("PERSON_MISMATCH"), stranger.violations());
        assertEquals(
                "PRESCRIPTION_UNKNOWN",
                desk.post("/v1/prescriptions/lookup", new Prescriptions.Lookup("0500A4999999999", Optional.empty()))
                        .code());
    }

    @Test
    void theListOfADayNamesPeopleAndIsARowToo() {
        TestDesk desk = TestDesk.with("CUP");
        String slot = world.slot(
                world.agenda("S1", "SSN", World.VISIT),
                TestDesk.at(world.today().plusDays(40), 9),
                2);
        desk.booked(world.person(), Optional.empty(), slot, World.VISIT);
        desk.booked(world.person(), Optional.empty(), slot, World.VISIT);
        Reply list = desk.get("/v1/sites/S1/bookings?day=" + world.today().plusDays(40));
        assertEquals(2, list.body().path("bookings").size());
        assertEquals(1, rows(desk, "LIST"));
        assertEquals("2", newest(desk, "count"));
        assertEquals("bookings of " + world.today().plusDays(40), newest(desk, "reason"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/persons/view", "/v1/persons/search", "/v1/prescriptions/lookup"})
    void aLookWithoutRightIsRefusedAndWrittenDown(String path) {
        TestDesk desk = TestDesk.with("AUDITOR");
        String person = world.person();
        Reply reply = desk.post(path, new Persons.View(person, "curiosità"));
        assertEquals("FORBIDDEN", reply.code());
        assertFalse(reply.body().toString().contains("D'Àngelo"));
        assertEquals(1, rows(desk, "REFUSED"));
        assertEquals(desk.operator, newest(desk, "operator_id"));
        assertTrue(newest(desk, "reason").startsWith("POST "), newest(desk, "reason"));
        assertTrue(newest(desk, "reason").endsWith("needs PERSONS"), newest(desk, "reason"));
        assertEquals("0", newest(desk, "count"));
    }

    @Test
    void aLookBeyondOnesOwnSiteDeskOrTillIsRefusedAndWrittenDown() {
        TestDesk desk = TestDesk.with("CUP");
        TestDesk other = TestDesk.with("CUP");
        List<String> paths = List.of(
                "/v1/sites/S2/bookings?day=" + world.today(),
                "/v1/sites/S2/queue",
                "/v1/desks/" + other.id + "/accesses",
                "/v1/tills/" + other.till() + "/ledger");
        for (String path : paths) {
            assertEquals("FORBIDDEN", desk.get(path).code(), path);
        }
        assertEquals(paths.size(), rows(desk, "REFUSED"));
        assertEquals(0, rows(other, "REFUSED"));
    }

    @Test
    void whatIsRefusedForItsFormIsNoLook() {
        TestDesk desk = TestDesk.with("CUP");
        server.send("POST", "/v1/persons/view", desk.headers(), "{}");
        desk.post("/v1/persons/view", new Persons.View(world.person(), "  "));
        desk.post("/v1/persons/view", new Persons.View("nobody", "prova"));
        assertEquals(0, world.value(Integer.class, "select count(*) from query_log where desk_id = ?", desk.id));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "_", "--", "'", "\\", "Иванов", "李", " . "})
    void aSurnameWithNothingToCompareDoesNotShowEverybody(String surname) {
        TestDesk desk = TestDesk.with("CUP");
        world.person();
        Reply reply = desk.post("/v1/persons/search", bySurname(surname));
        if (reply.status() == 200) {
            assertEquals(List.of(), reply.as(Found.class).hits());
        } else {
            assertEquals(List.of("SEARCH_TOO_WIDE"), reply.violations());
        }
    }

    @Test
    void oneExactKeyIsEnoughAndABlankOneIsNone() {
        TestDesk desk = TestDesk.with("CUP");
        String person = world.person();
        String phone = world.value(String.class, "select phone from person where id = ?", person);
        Persons.Search byPhone = new Persons.Search(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(phone.replace(" ", "-")),
                Optional.empty());
        assertEquals(
                person,
                desk.post("/v1/persons/search", byPhone)
                        .as(Found.class)
                        .hits()
                        .getFirst()
                        .personId());
        Persons.Search noDigits = new Persons.Search(
                Optional.of(" "),
                Optional.of(""),
                Optional.of("D'Angelo"),
                Optional.empty(),
                Optional.empty(),
                Optional.of("+"),
                Optional.of(" "));
        assertEquals(
                List.of("SEARCH_TOO_WIDE"),
                desk.post("/v1/persons/search", noDigits).violations());
    }

    @Test
    void aBookingIsFoundByItsNumberAndAPersonByCard() {
        TestDesk desk = TestDesk.with("CUP");
        String person = world.person();
        String card = "8038000500" + String.format(java.util.Locale.ROOT, "%010d", world.number());
        world.run("update person set card_number = ? where id = ?", card, person);
        String slot = world.slot(
                world.agenda("S1", "SSN", World.VISIT),
                TestDesk.at(world.today().plusDays(41), 9),
                2);
        String number = desk.booked(person, Optional.empty(), slot, World.VISIT)
                .body()
                .at("/result/bookings/0/number")
                .asString();
        Persons.Search byBooking = new Persons.Search(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(number));
        Persons.Search byCard = new Persons.Search(
                Optional.empty(),
                Optional.of(card),
                Optional.empty(),
                Optional.of("nicolo"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        for (Persons.Search search : List.of(byBooking, byCard)) {
            assertEquals(
                    List.of(person),
                    desk.post("/v1/persons/search", search).as(Found.class).hits().stream()
                            .map(Persons.Hit::personId)
                            .toList());
        }
    }

    /** What desks report is added up by desk; only who controls sees the sums of another. */
    @Test
    void reportedViewsAreCountedOnceAndShownToWhoControls() {
        TestDesk desk = TestDesk.with("CUP");
        String lane = "access:" + desk.id;
        for (int view = 0; view < 4; view++) {
            TestDesk.Ready ready = desk.ready("access.viewed", lane, Viewed.page(world.person(), "S07", "prova"), 0);
            assertEquals(201, desk.send(ready).status());
            assertEquals(200, desk.send(ready).status());
        }
        TestDesk auditor = TestDesk.with("AUDITOR");
        assertEquals(
                new AccessSummary(desk.id, 0, 4),
                auditor.get("/v1/desks/" + desk.id + "/accesses").as(AccessSummary.class));
        assertEquals(
                new AccessSummary("no-such-desk", 0, 0),
                auditor.get("/v1/desks/no-such-desk/accesses").as(AccessSummary.class));
    }

    @Test
    void aReportThatDoesNotSayWhomIsMalformed() {
        TestDesk desk = TestDesk.with("CUP");
        String lane = "access:" + desk.id;
        List<Viewed> wrong = List.of(
                new Viewed("VIEW", List.of(), "S07", "prova"),
                new Viewed("VIEW", List.of("P", "Q"), "S07", "prova"),
                new Viewed("LOOK", List.of("P"), "S06", "prova"));
        for (Viewed viewed : wrong) {
            assertEquals(
                    "MALFORMED", desk.operate("access.viewed", lane, viewed).code());
        }
        TestDesk.Ready counted = desk.ready("access.viewed", lane, Viewed.search(List.of("P"), "S06", "x"), 5);
        assertEquals(List.of("RUNNING_TOTAL"), desk.send(counted).flags());
    }

    @Test
    void aSearchReportedByADeskNamesWhomItShowed() {
        TestDesk desk = TestDesk.with("CUP");
        String one = world.person();
        String other = world.person();
        Viewed search = Viewed.search(List.of(one, other, one), "S06", "prova");
        assertEquals(
                201, desk.operate("access.viewed", "access:" + desk.id, search).status());
        assertEquals(
                List.of(one + "," + other + " 2"),
                world.texts(
                        "select array_to_string(person_ids, ',') || ' ' || count from access_row where desk_id = ?",
                        desk.id));
    }

    /** What a desk stored before its searches named anybody is sent as it is, and counted as it was. */
    @Test
    void aReportOfTheOlderFormIsStillTaken() {
        TestDesk desk = TestDesk.with("CUP");
        String lane = "access:" + desk.id;
        ViewedCounted search = new ViewedCounted("SEARCH", Optional.empty(), 7, "S06", "prova");
        ViewedCounted view = new ViewedCounted("VIEW", Optional.of(world.person()), 1, "S07", "prova");
        for (ViewedCounted viewed : List.of(search, view)) {
            assertEquals(201, desk.operate("access.viewed", lane, viewed).status());
        }
        assertEquals(
                List.of("0 7", "1 1"),
                world.texts(
                        "select cardinality(person_ids) || ' ' || count from access_row where desk_id = ? order by kind",
                        desk.id));
        for (ViewedCounted wrong : List.of(
                new ViewedCounted("VIEW", Optional.empty(), 1, "S07", "prova"),
                new ViewedCounted("SEARCH", Optional.of("P"), 1, "S06", "prova"))) {
            assertEquals("MALFORMED", desk.operate("access.viewed", lane, wrong).code());
        }
    }
}
