package it.sportello.backend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.api.Bookings;
import it.sportello.api.Bookings.AvailabilityQuery;
import it.sportello.api.Bookings.OfferSlot;
import it.sportello.api.Bookings.Offers;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is offered, in which order, and why nothing is. Each test searches a service that no other test offers. */
@Tag("R-BOO-5")
class AvailabilityTest {
    private final TestServer server = TestServer.shared();
    private final World world = server.world;
    private final TestDesk desk = TestDesk.with("CUP");
    private final LocalDate soon = world.today().plusDays(6);

    /** A service of its own. */
    private String service(String kind, int leadDays) {
        String code = "99." + world.number();
        world.run(
                "insert into service (code, catalogue_code, description, branch, kind, preparation, lead_days) values (?, ?, ?, '02', ?, ?, ?)",
                code,
                code + "_0",
                "Prestazione " + code,
                kind,
                leadDays == 0 ? null : "A digiuno",
                leadDays);
        world.run("insert into tariff values (?, date '2024-12-30', null, 2000, 'prova')", code);
        return code;
    }

    private AvailabilityQuery query(String person, String service, int widen) {
        return new AvailabilityQuery(
                person,
                Optional.empty(),
                List.of(service),
                "SSN",
                Optional.of("D"),
                Optional.of("1"),
                server.clock.instant(),
                Optional.empty(),
                widen,
                10);
    }

    private static AvailabilityQuery changed(
            AvailabilityQuery query,
            String regime,
            Optional<String> priority,
            Optional<String> access,
            Optional<LocalDate> from) {
        return new AvailabilityQuery(
                query.personId(),
                query.prescriptionNumber(),
                query.serviceCodes(),
                regime,
                priority,
                access,
                query.contactAt(),
                from,
                query.widen(),
                query.limit());
    }

    private Offers offers(AvailabilityQuery query) {
        Reply reply = desk.post("/v1/availability", query);
        assertEquals(200, reply.status(), () -> reply.body().toString());
        return reply.as(Offers.class);
    }

    private static List<String> slots(Offers offers) {
        return offers.offers().stream()
                .flatMap(offer -> offer.slots().stream())
                .map(OfferSlot::slotId)
                .toList();
    }

    @Test
    void anAgendaOfNobodyIsToldApartFromAFullOne() {
        String person = world.person();
        String service = service("VISIT", 0);
        assertEquals(Optional.of("NO_AGENDA"), offers(query(person, service, 1)).nothingReason());
        String agenda = world.agenda("S1", "SSN", service);
        assertEquals(
                Optional.of("NOTHING_FREE_IN_TERRITORY"),
                offers(query(person, service, 1)).nothingReason());
        String slot = world.slot(agenda, TestDesk.at(soon, 9), 1);
        assertEquals(List.of(slot), slots(offers(query(person, service, 1))));
        world.run("update slot set blocked = true where id = ?", slot);
        assertEquals(
                Optional.of("NOTHING_FREE_IN_TERRITORY"),
                offers(query(person, service, 1)).nothingReason());
        world.run("update slot set blocked = false, reserved_class = 'INTERNAL' where id = ?", slot);
        assertEquals(
                Optional.of("NOTHING_FREE_FOR_CLASS"),
                offers(query(person, service, 1)).nothingReason());
    }

    @Test
    void accreditedPlacesAreTheThirdCircle() {
        String person = world.person();
        String service = service("VISIT", 0);
        String site = "ACC" + world.number();
        world.run(
                "insert into site values (?, 'Casa di cura', 'D1', 'ACCREDITED', 'F904', 'Noale', 'Via Accreditata 1')",
                site);
        String own = world.slot(world.agenda("S1", "SSN", service), TestDesk.at(soon, 12), 1);
        String authority = world.slot(world.agenda("S2", "SSN", service), TestDesk.at(soon, 11), 1);
        String accredited = world.slot(world.agenda(site, "SSN", service), TestDesk.at(soon, 10), 1);
        assertEquals(List.of(own), slots(offers(query(person, service, 0))));
        assertEquals(List.of(authority, own), slots(offers(query(person, service, 1))));
        Offers all = offers(query(person, service, 2));
        assertEquals(List.of(accredited, authority, own), slots(all));
        assertEquals(
                List.of(2, 1, 0),
                all.offers().stream().map(Bookings.Offer::territoryLevel).toList());
        assertEquals("EARLIEST", all.offers().getFirst().rankReason());
        assertEquals("LATER_NEAR", all.offers().getLast().rankReason());
    }

    @Test
    void aFollowUpTakesPlacesOfItsOwn() {
        String person = world.person();
        String service = service("VISIT", 0);
        String agenda = world.agenda("S1", "SSN", service);
        String control = world.slot(agenda, TestDesk.at(soon, 9), 1);
        world.run("update slot set reserved_class = 'CONTROL' where id = ?", control);
        String first = world.slot(agenda, TestDesk.at(soon, 10), 1);
        AvailabilityQuery access = query(person, service, 1);
        Offers followUp = offers(changed(access, "SSN", Optional.of("D"), Optional.of("0"), Optional.empty()));
        assertTrue(slots(followUp).contains(control));
        assertEquals(Optional.empty(), followUp.limitDate());
        assertEquals(List.of(first), slots(offers(access)));
    }

    /** Columns: class, days of its limit. */
    @ParameterizedTest
    @CsvSource({"B, 10", "D, 30", "P, 90"})
    void aClassHasItsLastDay(String priority, int days) {
        String person = world.person();
        String service = service("VISIT", 0);
        String agenda = world.agenda("S1", "SSN", service);
        String inside = world.slot(agenda, TestDesk.at(world.today().plusDays(days), 9), 1);
        String outside = world.slot(agenda, TestDesk.at(world.today().plusDays(days + 1L), 9), 1);
        AvailabilityQuery query =
                changed(query(person, service, 1), "SSN", Optional.of(priority), Optional.of("1"), Optional.empty());
        Offers offers = offers(query);
        assertEquals(Optional.of(world.today().plusDays(days)), offers.limitDate());
        assertEquals(List.of(inside), slots(offers));
        Offers wider = offers(new AvailabilityQuery(
                person,
                Optional.empty(),
                List.of(service),
                "SSN",
                Optional.of(priority),
                Optional.of("1"),
                server.clock.instant(),
                Optional.empty(),
                3,
                10));
        assertEquals(List.of(inside, outside), slots(wider));
        assertFalse(wider.offers().getLast().insideLimit());
        assertEquals("OUTSIDE_LIMIT", wider.offers().getLast().rankReason());
        world.run("update slot set blocked = true where id = ?", inside);
        assertEquals(Optional.of("NOTHING_INSIDE_LIMIT"), offers(query).nothingReason());
    }

    @Test
    void withoutAClassThereIsNoLimit() {
        String person = world.person();
        String service = service("VISIT", 0);
        String far = world.slot(
                world.agenda("S1", "SSN", service), TestDesk.at(world.today().plusDays(170), 9), 1);
        Offers offers =
                offers(changed(query(person, service, 1), "SSN", Optional.empty(), Optional.empty(), Optional.empty()));
        assertEquals(List.of(far), slots(offers));
        assertEquals(Optional.empty(), offers.limitDate());
    }

    @Test
    void aPreparationTakesItsDaysAndADateWantedIsKept() {
        String person = world.person();
        String service = service("DIAGNOSTIC", 3);
        String agenda = world.agenda("S1", "SSN", service);
        world.slot(agenda, TestDesk.at(world.today().plusDays(2), 9), 1);
        String ready = world.slot(agenda, TestDesk.at(world.today().plusDays(3), 9), 1);
        String later = world.slot(agenda, TestDesk.at(world.today().plusDays(8), 9), 1);
        Offers offers = offers(query(person, service, 1));
        assertEquals(List.of(ready, later), slots(offers));
        assertEquals(
                Optional.of("A digiuno"),
                offers.offers().getFirst().slots().getFirst().preparation());
        AvailabilityQuery query = query(person, service, 1);
        Optional<LocalDate> early = Optional.of(world.today().plusDays(1));
        assertEquals(
                List.of(ready, later), slots(offers(changed(query, "SSN", Optional.of("D"), Optional.of("1"), early))));
        Optional<LocalDate> wanted = Optional.of(world.today().plusDays(5));
        assertEquals(List.of(later), slots(offers(changed(query, "SSN", Optional.of("D"), Optional.of("1"), wanted))));
    }

    @Test
    void theContactCountsForTheLimitButNotFromTheFuture() {
        String person = world.person();
        String service = service("VISIT", 0);
        world.agenda("S1", "SSN", service);
        AvailabilityQuery query = query(person, service, 1);
        Instant[] contacts = {
            server.clock.instant().minus(java.time.Duration.ofDays(5)),
            server.clock.instant().plus(java.time.Duration.ofDays(5))
        };
        int[] days = {25, 30};
        for (int index = 0; index < contacts.length; index++) {
            AvailabilityQuery one = new AvailabilityQuery(
                    person,
                    Optional.empty(),
                    query.serviceCodes(),
                    "SSN",
                    Optional.of("D"),
                    Optional.of("1"),
                    contacts[index],
                    Optional.empty(),
                    1,
                    10);
            assertEquals(
                    Optional.of(world.today().plusDays(days[index])),
                    offers(one).limitDate());
        }
    }

    @Test
    void aPersonIsNotOfferedATimeAtWhichTheyAreElsewhere() {
        String person = world.person();
        String service = service("VISIT", 0);
        String agenda = world.agenda("S1", "SSN", service);
        String busy = world.slot(agenda, TestDesk.at(soon, 9), 2);
        String free = world.slot(agenda, TestDesk.at(soon, 10), 2);
        assertEquals(201, desk.booked(person, Optional.empty(), busy, service).status());
        assertEquals(List.of(free), slots(offers(query(person, service, 1))));
        assertEquals(List.of(busy, free), slots(offers(query(world.person(), service, 1))));
    }

    @Test
    void privateOffersOfSeveralDoctorsComeByDate() {
        String person = world.person();
        String service = service("VISIT", 0);
        String late = world.slot(world.agenda("S1", "PRIVATE_PRACTICE", service), TestDesk.at(soon, 16), 1);
        String early = world.slot(world.agenda("S1", "PRIVATE_PRACTICE", service), TestDesk.at(soon, 15), 1);
        world.slot(world.agenda("S1", "SSN", service), TestDesk.at(soon, 8), 1);
        Offers offers = offers(changed(
                query(person, service, 1), "PRIVATE_PRACTICE", Optional.empty(), Optional.empty(), Optional.empty()));
        assertEquals(List.of(early, late), slots(offers), "never mixed with those of the health service");
    }

    @ParameterizedTest
    @ValueSource(strings = {"X", "d", "", "DD"})
    void aClassThatDoesNotExistIsMalformed(String priority) {
        String service = service("VISIT", 0);
        assertEquals(
                "MALFORMED",
                desk.post(
                                "/v1/availability",
                                changed(
                                        query(world.person(), service, 1),
                                        "SSN",
                                        Optional.of(priority),
                                        Optional.of("1"),
                                        Optional.empty()))
                        .code());
    }

    @Test
    void aQueryThatMakesNoSenseIsRefused() {
        String person = world.person();
        String service = service("VISIT", 0);
        AvailabilityQuery good = query(person, service, 1);
        assertEquals(
                "MALFORMED",
                desk.post(
                                "/v1/availability",
                                changed(good, "BOTH", Optional.empty(), Optional.empty(), Optional.empty()))
                        .code());
        assertEquals(
                "PERSON_UNKNOWN",
                desk.post("/v1/availability", query("nobody", service, 1)).code());
        assertEquals(
                List.of("SERVICE_UNKNOWN"),
                desk.post("/v1/availability", query(person, "00.00", 1)).violations());
        for (List<String> services : List.of(
                List.<String>of(), List.of(service, service), List.of("1", "2", "3", "4", "5", "6", "7", "8", "9"))) {
            Reply reply = desk.post(
                    "/v1/availability",
                    new AvailabilityQuery(
                            person,
                            Optional.empty(),
                            services,
                            "SSN",
                            Optional.empty(),
                            Optional.empty(),
                            server.clock.instant(),
                            Optional.empty(),
                            1,
                            10));
            assertEquals(List.of("SERVICES_NONE_MANY_OR_TWICE"), reply.violations());
        }
        int[][] ranges = {{-1, 10}, {4, 10}, {1, 0}, {1, 51}};
        for (int[] range : ranges) {
            Reply reply = desk.post(
                    "/v1/availability",
                    new AvailabilityQuery(
                            person,
                            Optional.empty(),
                            List.of(service),
                            "SSN",
                            Optional.empty(),
                            Optional.empty(),
                            server.clock.instant(),
                            Optional.empty(),
                            range[0],
                            range[1]));
            assertEquals("MALFORMED", reply.code());
        }
    }

    @Test
    void noMoreAreShownThanAskedFor() {
        String person = world.person();
        String service = service("VISIT", 0);
        String agenda = world.agenda("S1", "SSN", service);
        for (int hour = 8; hour < 18; hour++) {
            world.slot(agenda, TestDesk.at(soon, hour), 1);
        }
        AvailabilityQuery all = query(person, service, 1);
        assertEquals(10, offers(all).offers().size());
        AvailabilityQuery three = new AvailabilityQuery(
                person,
                Optional.empty(),
                List.of(service),
                "SSN",
                Optional.of("D"),
                Optional.of("1"),
                server.clock.instant(),
                Optional.empty(),
                1,
                3);
        assertEquals(slots(offers(all)).subList(0, 3), slots(offers(three)));
    }

    @Test
    void placesLeftCountHoldsAndBookings() {
        String person = world.person();
        String service = service("VISIT", 0);
        String slot = world.slot(world.agenda("S1", "SSN", service), TestDesk.at(soon, 9), 3);
        assertEquals(3, offers(query(person, service, 1)).offers().getFirst().placesLeft());
        UUID hold = UUID.randomUUID();
        desk.hold(hold, world.person(), slot);
        assertEquals(2, offers(query(person, service, 1)).offers().getFirst().placesLeft());
        desk.delete("/v1/holds/" + hold);
        assertEquals(
                201,
                desk.booked(world.person(), Optional.empty(), slot, service).status());
        assertEquals(2, offers(query(person, service, 1)).offers().getFirst().placesLeft());
    }
}
