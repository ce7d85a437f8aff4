package it.sportello.backend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.api.Bookings.Book;
import it.sportello.api.Prescriptions.Lookup;
import it.sportello.api.Prescriptions.PrescriptionView;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Why a booking is refused, and that a refusal leaves nothing behind. */
@Tag("R-BOO-4")
class BookingRefusalTest {
    private final TestServer server = TestServer.shared();
    private final World world = server.world;
    private final TestDesk desk = TestDesk.with("CUP");
    private final LocalDate soon = world.today().plusDays(8);

    private String slot(String... services) {
        return world.slot(world.agenda("S1", "SSN", services), TestDesk.at(soon, 9), 1);
    }

    private Reply operate(UUID hold, Book book) {
        return desk.operate("booking.book", "booking:" + hold, book);
    }

    private Book book(UUID hold, String person, String regime, String language, String... services) {
        return new Book(
                hold,
                person,
                Optional.empty(),
                List.of(services),
                regime,
                Optional.empty(),
                Optional.empty(),
                desk.now(),
                Optional.empty(),
                Optional.empty(),
                language);
    }

    private UUID held(String person, String... slots) {
        UUID hold = UUID.randomUUID();
        assertEquals(201, desk.hold(hold, person, slots).status());
        return hold;
    }

    private void assertUntouched(String person, String... slots) {
        assertEquals(0, world.value(Integer.class, "select count(*) from booking where person_id = ?", person));
        assertEquals(0, world.value(Integer.class, "select count(*) from due where person_id = ?", person));
        for (String slot : slots) {
            assertEquals(0, world.value(Integer.class, "select booked from slot where id = ?", slot));
        }
    }

    @Test
    void servicesNoneTwiceUnknownOrOfAnotherPlace() {
        String person = world.person();
        String slot = slot(World.VISIT);
        UUID hold = held(person, slot);
        assertEquals(
                List.of("SERVICES_NONE_OR_TWICE"),
                operate(hold, book(hold, person, "SSN", "it")).violations());
        assertEquals(
                List.of("SERVICES_NONE_OR_TWICE"),
                operate(hold, book(hold, person, "SSN", "it", World.VISIT, World.VISIT))
                        .violations());
        assertEquals(
                List.of("SERVICE_UNKNOWN"),
                operate(hold, book(hold, person, "SSN", "it", "00.00")).violations());
        assertEquals(
                List.of("SERVICE_NOT_OF_PLACE"),
                operate(hold, book(hold, person, "SSN", "it", World.ECHO)).violations());
        assertEquals(
                List.of("SERVICE_NOT_OF_PLACE"),
                operate(hold, book(hold, person, "PRIVATE_PRACTICE", "it", World.VISIT))
                        .violations());
        assertUntouched(person, slot);
        assertEquals(
                201, operate(hold, book(hold, person, "SSN", "it", World.VISIT)).status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ita", "IT", "i", "1t"})
    void aLanguageHasTwoLetters(String language) {
        String person = world.person();
        UUID hold = held(person, slot(World.VISIT));
        assertEquals(
                "MALFORMED",
                operate(hold, book(hold, person, "SSN", language, World.VISIT)).code());
    }

    @Test
    void twoPlacesNeedTwoServices() {
        String person = world.person();
        String agenda = world.agenda("S1", "SSN", World.VISIT, World.ECG);
        String one = world.slot(agenda, TestDesk.at(soon, 9), 1);
        String two = world.slot(agenda, TestDesk.at(soon, 10), 1);
        UUID hold = held(person, one, two);
        assertEquals(
                List.of("SERVICE_NOT_OF_PLACE"),
                operate(hold, book(hold, person, "SSN", "it", World.VISIT)).violations());
        assertEquals(
                List.of("SERVICE_NOT_OF_PLACE"),
                operate(hold, book(hold, person, "SSN", "it", World.VISIT, World.ECG, World.BLOOD))
                        .violations());
        assertUntouched(person, one, two);
        assertEquals(
                201,
                operate(hold, book(hold, person, "SSN", "it", World.VISIT, World.ECG))
                        .status());
    }

    @Test
    void anUnknownPersonOrPrescription() {
        String person = world.person();
        String slot = slot(World.VISIT);
        UUID hold = held(person, slot);
        assertEquals(
                "PERSON_UNKNOWN",
                operate(hold, book(hold, "nobody", "SSN", "it", World.VISIT)).code());
        Reply unknown = operate(hold, desk.book(hold, person, Optional.of("0500A4888888888"), World.VISIT));
        assertEquals("PRESCRIPTION_UNKNOWN", unknown.code());
        assertUntouched(person, slot);
    }

    @Test
    void whoMayNotBookDoesNot() {
        TestDesk supervisor = TestDesk.with("SUPERVISOR");
        String person = world.person();
        String slot = slot(World.VISIT);
        UUID hold = held(person, slot);
        Reply reply = supervisor.operate(
                "booking.book", "booking:" + hold, supervisor.book(hold, person, Optional.empty(), World.VISIT));
        assertEquals("FORBIDDEN", reply.code());
        assertUntouched(person, slot);
    }

    /** Columns: state at the central service, and what is told of it; empty when it can be booked. */
    @ParameterizedTest
    @CsvSource({"1,", "3, ''", "8, ALREADY_DELIVERED"})
    void theStateOfAPrescriptionDecides(int state, String told) {
        String person = world.person();
        String slot = slot(World.VISIT);
        UUID hold = held(person, slot);
        String prescription = world.prescription(person, state, null, World.VISIT);
        Reply reply = operate(hold, desk.book(hold, person, Optional.of(prescription), World.VISIT));
        if (told != null && told.isEmpty()) {
            assertEquals(201, reply.status(), () -> reply.body().toString());
        } else {
            assertEquals("PRESCRIPTION_NOT_BOOKABLE", reply.code());
            assertTrue(
                    told == null || reply.violations().contains(told),
                    () -> reply.violations().toString());
            assertUntouched(person, slot);
            assertEquals(
                    state, world.value(Integer.class, "select state from prescription where number = ?", prescription));
        }
    }

    @Test
    void aPaperFormHasNoCentralLockButIsUsedOnceAllTheSame() {
        String person = world.person();
        String prescription = world.prescription(person, 3, null, World.VISIT);
        world.run("update prescription set support = 'PAPER', number = ? where number = ?", prescription, prescription);
        UUID hold = held(person, slot(World.VISIT));
        Reply first = operate(hold, desk.book(hold, person, Optional.of(prescription), World.VISIT));
        assertEquals(201, first.status(), () -> first.body().toString());
        assertEquals(3, world.value(Integer.class, "select state from prescription where number = ?", prescription));
        String later = world.slot(world.agenda("S1", "SSN", World.VISIT), TestDesk.at(soon.plusDays(1), 9), 1);
        UUID second = held(person, later);
        assertEquals(
                "PRESCRIPTION_ALREADY_BOOKED",
                operate(second, desk.book(second, person, Optional.of(prescription), World.VISIT))
                        .code());
        assertEquals(0, world.value(Integer.class, "select booked from slot where id = ?", later));
    }

    @Test
    void aDoctorsPriceThatIsMissingOrOver() {
        String person = world.person();
        String agenda = world.agenda("S1", "PRIVATE_PRACTICE", World.VISIT);
        String slot = world.slot(agenda, TestDesk.at(soon, 16), 1);
        UUID hold = held(person, slot);
        Book book = book(hold, person, "PRIVATE_PRACTICE", "it", World.VISIT);
        assertEquals(List.of("PRICE_MISSING"), operate(hold, book).violations());
        world.run(
                "insert into private_price values (?, ?, date '2026-01-01', ?, 9000)",
                agenda,
                World.VISIT,
                soon.minusDays(1));
        assertEquals(List.of("PRICE_MISSING"), operate(hold, book).violations());
        assertUntouched(person, slot);
        world.run("insert into private_price values (?, ?, ?, null, 11000)", agenda, World.VISIT, soon);
        Reply booked = operate(hold, book);
        assertEquals(11_000, booked.body().at("/result/bookings/0/dueCents").asInt());
    }

    @Test
    void theTariffOfTheDayOfTheAppointmentCounts() {
        String person = world.person();
        String code = "98." + world.number();
        world.run(
                "insert into service (code, catalogue_code, description, branch, kind) values (?, ?, 'Prova', '02', 'VISIT')",
                code,
                code + "_0");
        world.run("insert into tariff values (?, date '2024-12-30', ?, 1000, 'prova')", code, soon.minusDays(1));
        world.run("insert into tariff values (?, ?, null, 1500, 'prova')", code, soon);
        UUID hold = held(person, slot(code));
        Reply booked = operate(hold, book(hold, person, "SSN", "it", code));
        assertEquals(1_500, booked.body().at("/result/bookings/0/dueCents").asInt());
    }

    @Test
    void aBookingTakesItsPrescriptionAndTheLookupSaysSo() {
        String person = world.person();
        String prescription = world.prescription(person, 3, null, World.VISIT);
        Lookup lookup = new Lookup(prescription, Optional.of(person));
        PrescriptionView before = desk.post("/v1/prescriptions/lookup", lookup).as(PrescriptionView.class);
        assertEquals(3, before.state());
        assertEquals(Optional.empty(), before.bookingNumber());
        UUID hold = held(person, slot(World.VISIT));
        Reply booked = operate(hold, desk.book(hold, person, Optional.of(prescription), World.VISIT));
        PrescriptionView after = desk.post("/v1/prescriptions/lookup", lookup).as(PrescriptionView.class);
        assertEquals(5, after.state());
        assertEquals(Optional.of("OWN"), after.takenBy());
        assertEquals(Optional.of(booked.body().at("/result/bookings/0/number").asString()), after.bookingNumber());
        assertEquals(2_250, after.rows().getFirst().tariffCents());
    }

    @Test
    void anExemptionOnAPrescriptionIsActiveOnlyWhenTheRegistryHoldsIt() {
        String person = world.person();
        String prescription = world.prescription(person, 3, "013", World.ECG);
        Lookup lookup = new Lookup(prescription, Optional.empty());
        assertEquals(
                false,
                desk.post("/v1/prescriptions/lookup", lookup)
                        .as(PrescriptionView.class)
                        .exemptionActive());
        world.run(
                "insert into exemption (id, person_id, code, valid_from, source) values (?, ?, '013', date '2020-01-01', 'CERTIFICATE')",
                "EX" + person,
                person);
        assertEquals(
                true,
                desk.post("/v1/prescriptions/lookup", lookup)
                        .as(PrescriptionView.class)
                        .exemptionActive());
    }
}
