package it.sportello.backend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.api.Bookings;
import it.sportello.api.Bookings.Accept;
import it.sportello.api.Bookings.Booked;
import it.sportello.api.Bookings.BookingView;
import it.sportello.api.Bookings.Hold;
import it.sportello.api.Bookings.Offers;
import it.sportello.api.Json;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** From the search to the acceptance, against a real store. */
@Tag("R-BOO-1")
class BookingTest {
    private final TestServer server = TestServer.shared();
    private final World world = server.world;
    private final LocalDate soon = world.today().plusDays(7);

    private Booked result(Reply reply) {
        assertEquals(201, reply.status(), () -> reply.body().toString());
        return Json.strict().treeToValue(reply.body().path("result"), Booked.class);
    }

    @Test
    void aPrescriptionIsBookedWithItsCoPaymentAndTakenInCharge() {
        TestDesk desk = TestDesk.with("CUP");
        String person = world.person();
        String prescription = world.prescription(person, 3, null, World.VISIT, World.ECHO);
        String agenda = world.agenda("S1", "SSN", World.VISIT, World.ECHO);
        world.run("insert into grouping_class values (?, 'insieme')", "G" + agenda);
        world.run(
                "insert into grouping_class_service values (?, ?, 'OPTIONAL'), (?, ?, 'OPTIONAL')",
                "G" + agenda,
                World.VISIT,
                "G" + agenda,
                World.ECHO);
        world.run("insert into activity_class values (?, ?)", agenda, "G" + agenda);
        String slot = world.slot(agenda, TestDesk.at(soon, 9), 1);
        Booked booked = result(desk.booked(person, Optional.of(prescription), slot, World.VISIT, World.ECHO));
        BookingView view = booked.bookings().getFirst();
        assertEquals(3615, view.dueCents());
        assertEquals("BOOKED", view.state());
        assertEquals(2, view.services().size());
        assertTrue(view.cancelBy().isBefore(soon));
        assertEquals(5, world.value(Integer.class, "select state from prescription where number = ?", prescription));
        assertEquals(1, world.value(Integer.class, "select booked from slot where id = ?", slot));

        String other = world.slot(agenda, TestDesk.at(soon.plusDays(1), 9), 1);
        Reply again = desk.booked(person, Optional.of(prescription), other, World.VISIT, World.ECHO);
        assertEquals("PRESCRIPTION_ALREADY_BOOKED", again.code());
    }

    @Test
    void anActiveExemptionOnThePrescriptionCoversItsServices() {
        TestDesk desk = TestDesk.with("CUP");
        String person = world.person();
        world.run(
                "insert into exemption (id, person_id, code, valid_from, source) values (?, ?, '013', date '2020-01-01', 'CERTIFICATE')",
                "EX" + person,
                person);
        String prescription = world.prescription(person, 3, "013", World.ECG);
        String slot = world.slot(world.agenda("S1", "SSN", World.ECG), TestDesk.at(soon, 9), 1);
        BookingView view = result(desk.booked(person, Optional.of(prescription), slot, World.ECG))
                .bookings()
                .getFirst();
        assertEquals(0, view.dueCents());
        assertEquals(Optional.empty(), view.dueId());
        assertEquals(Optional.of("013"), view.exemptionCode());
    }

    @Test
    void everythingThatSpeaksAgainstAPrescriptionIsTold() {
        TestDesk desk = TestDesk.with("CUP");
        String person = world.person();
        String prescription = world.prescription(world.person(), 8, null, World.VISIT, World.BLOOD);
        String slot = world.slot(world.agenda("S1", "SSN", World.VISIT), TestDesk.at(soon, 9), 1);
        Reply reply = desk.booked(person, Optional.of(prescription), slot, World.VISIT);
        assertEquals("PRESCRIPTION_NOT_BOOKABLE", reply.code());
        assertTrue(
                reply.violations()
                        .containsAll(
                                List.of("PERSON_MISMATCH", "SERVICES_DIFFER", "ALREADY_DELIVERED", "MIXED_BRANCHES")),
                () -> reply.violations().toString());
        assertEquals(0, world.value(Integer.class, "select booked from slot where id = ?", slot));
    }

    @Test
    @Tag("R-BOO-6")
    void aHundredDesksAndOneSlotNeverExceedItsCapacity() throws InterruptedException, ExecutionException {
        TestDesk desk = TestDesk.with("CUP");
        String agenda = world.agenda("S1", "SSN", World.VISIT);
        String slot = world.slot(agenda, TestDesk.at(soon, 11), 3);
        List<String> persons = java.util.stream.IntStream.range(0, 100)
                .mapToObj(index -> world.person())
                .toList();
        AtomicInteger next = new AtomicInteger();
        List<Reply> replies = IdempotencyTest.concurrently(100, () -> {
            String person = persons.get(next.getAndIncrement());
            UUID holdId = UUID.randomUUID();
            Reply held = desk.hold(holdId, person, slot);
            return held.status() == 201
                    ? desk.operate(
                            "booking.book",
                            "booking:" + holdId,
                            desk.book(holdId, person, Optional.empty(), World.VISIT))
                    : held;
        });
        assertEquals(3, replies.stream().filter(it -> it.status() == 201).count());
        assertEquals(
                97, replies.stream().filter(it -> it.code().equals("SLOT_GONE")).count());
        assertEquals(3, world.value(Integer.class, "select booked from slot where id = ?", slot));
        assertEquals(3, world.value(Integer.class, "select count(*) from booking where slot_id = ?", slot));
        assertEquals(3, world.value(Integer.class, "select count(*) from hold_slot where slot_id = ?", slot));
    }

    @Test
    void whoeverDecidesAboutASlotMakesTheNextOneWait() throws InterruptedException {
        TestDesk desk = TestDesk.with("CUP");
        String person = world.person();
        String slot = world.slot(world.agenda("S1", "SSN", World.VISIT), TestDesk.at(soon, 13), 1);
        AtomicInteger status = new AtomicInteger();
        Thread holder = server.backend.database().inTransaction(handle -> {
            handle.execute("select id from slot where id = ? for update", slot);
            Thread waiting = Thread.ofVirtual()
                    .start(() -> status.set(
                            desk.hold(UUID.randomUUID(), person, slot).status()));
            join(waiting, 500);
            assertEquals(0, status.get(), "the hold must wait for the lock on its slot");
            handle.execute("update slot set booked = 1 where id = ?", slot);
            return waiting;
        });
        holder.join();
        assertEquals(422, status.get());
    }

    private static void join(Thread thread, long millis) {
        try {
            thread.join(millis);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void aHoldEndsByItselfAndIsExtendedOnce() {
        TestDesk desk = TestDesk.with("CUP");
        TestDesk other = TestDesk.with("CUP");
        String person = world.person();
        String slot = world.slot(world.agenda("S1", "SSN", World.VISIT), TestDesk.at(soon, 12), 1);
        UUID id = UUID.randomUUID();
        Hold hold = desk.hold(id, person, slot).as(Hold.class);
        assertEquals(desk.now().plusSeconds(300), hold.expiresAt());
        assertEquals(hold, desk.hold(id, person, slot).as(Hold.class));
        assertEquals("BODY_DIFFERS", desk.hold(id, world.person(), slot).code());
        assertEquals("SLOT_GONE", other.hold(UUID.randomUUID(), person, slot).code());
        assertEquals(403, other.delete("/v1/holds/" + id).status());
        Reply extended = desk.post("/v1/holds/" + id + "/extension");
        assertEquals(200, extended.status());
        assertEquals(desk.now().plusSeconds(480), extended.as(Hold.class).expiresAt());
        assertEquals(
                List.of("HOLD_ALREADY_EXTENDED"),
                desk.post("/v1/holds/" + id + "/extension").violations());
        server.clock.advance(Duration.ofSeconds(481));
        Reply late = desk.operate("booking.book", "booking:late", desk.book(id, person, Optional.empty(), World.VISIT));
        assertEquals("HOLD_EXPIRED", late.code());
        UUID second = UUID.randomUUID();
        assertEquals(201, other.hold(second, person, slot).status());
        assertEquals(204, other.delete("/v1/holds/" + second).status());
        assertEquals(201, desk.hold(UUID.randomUUID(), person, slot).status());
    }

    @Test
    void aPersonIsNotInTwoPlacesAtOnce() {
        TestDesk desk = TestDesk.with("CUP");
        String person = world.person();
        String one = world.slot(world.agenda("S1", "SSN", World.VISIT), TestDesk.at(soon, 15), 1);
        String two = world.slot(world.agenda("S2", "SSN", World.ECG), TestDesk.at(soon, 15), 1);
        result(desk.booked(person, Optional.empty(), one, World.VISIT));
        Reply reply = desk.booked(person, Optional.empty(), two, World.ECG);
        assertEquals("OVERLAPPING_VISIT", reply.code());
    }

    @Test
    void theFirstValidPlaceComesFirstAndHeldPlacesAreNotOffered() {
        TestDesk desk = TestDesk.with("CUP");
        String person = world.person();
        String near = world.agenda("S1", "SSN", World.ECHO);
        String far = world.agenda("S2", "SSN", World.ECHO);
        String late = world.slot(near, TestDesk.at(soon.plusDays(3), 9), 1);
        String early = world.slot(far, TestDesk.at(soon, 9), 1);
        String outside = world.slot(near, TestDesk.at(soon.plusDays(100), 9), 2);
        Offers all = desk.search(person, 1, World.ECHO).as(Offers.class);
        assertEquals(List.of(early, late), slots(all));
        assertEquals(1, all.offers().getFirst().territoryLevel());
        assertEquals(Optional.of(world.today().plusDays(30)), all.limitDate());
        assertEquals(List.of(late), slots(desk.search(person, 0, World.ECHO).as(Offers.class)));
        assertTrue(slots(desk.search(person, 3, World.ECHO).as(Offers.class)).contains(outside));
        desk.hold(UUID.randomUUID(), person, late);
        Offers none = desk.search(person, 0, World.ECHO).as(Offers.class);
        assertEquals(List.of(), slots(none));
        assertEquals(Optional.of("NOTHING_INSIDE_LIMIT"), none.nothingReason());
    }

    @Test
    void servicesOfOneClassAreOfferedTogether() {
        TestDesk desk = TestDesk.with("CUP");
        String person = world.person();
        String agenda = world.agenda("S1", "SSN");
        world.group(agenda);
        String slot = world.slot(agenda, TestDesk.at(soon, 8), 1);
        Offers offers = desk.search(person, 0, World.VISIT, World.ECG).as(Offers.class);
        assertTrue(slots(offers).contains(slot));
        assertEquals(
                List.of(World.VISIT, World.ECG),
                offers.offers().getFirst().slots().getFirst().serviceCodes());
    }

    @Test
    @Tag("R-BOO-6")
    void linkedPlacesAreOfferedHeldAndBookedAsOne() {
        TestDesk desk = TestDesk.with("CUP");
        String person = world.person();
        world.slot(world.agenda("S1", "SSN", World.BLOOD), TestDesk.at(soon, 8), 1);
        world.slot(world.agenda("S1", "SSN", World.ECG), TestDesk.at(soon, 10), 1);
        Offers offers = desk.search(person, 0, World.BLOOD, World.ECG).as(Offers.class);
        List<String> linked = offers.offers().getFirst().slots().stream()
                .map(Bookings.OfferSlot::slotId)
                .toList();
        assertEquals(2, linked.size());
        UUID holdId = UUID.randomUUID();
        assertEquals(
                201, desk.hold(holdId, person, linked.get(0), linked.get(1)).status());
        Booked booked = result(desk.operate(
                "booking.book",
                "booking:" + holdId,
                desk.book(holdId, person, Optional.empty(), World.BLOOD, World.ECG)));
        assertEquals(2, booked.bookings().size());
        assertEquals(
                List.of(World.BLOOD, World.ECG),
                booked.bookings().stream()
                        .map(it -> it.services().getFirst().code())
                        .toList());
        assertEquals(booked.bookings().get(0).dueId(), booked.bookings().get(1).dueId());
        assertEquals(2220, booked.bookings().getFirst().dueCents());
    }

    @Test
    void privatePracticeCostsWhatTheDoctorAsks() {
        TestDesk desk = TestDesk.with("CUP");
        String person = world.person();
        String agenda = world.agenda("S1", "PRIVATE_PRACTICE", World.VISIT);
        world.run("insert into private_price values (?, ?, date '2026-01-01', null, 15000)", agenda, World.VISIT);
        String slot = world.slot(agenda, TestDesk.at(soon, 18), 1);
        UUID holdId = UUID.randomUUID();
        desk.hold(holdId, person, slot);
        Bookings.Book ssn = desk.book(holdId, person, Optional.empty(), World.VISIT);
        assertEquals(
                List.of("SERVICE_NOT_OF_PLACE"),
                desk.operate("booking.book", "booking:" + holdId, ssn).violations());
        Bookings.Book own = new Bookings.Book(
                holdId,
                person,
                Optional.empty(),
                List.of(World.VISIT),
                "PRIVATE_PRACTICE",
                Optional.empty(),
                Optional.empty(),
                desk.now(),
                Optional.empty(),
                Optional.empty(),
                "it");
        BookingView view = result(desk.operate("booking.book", "booking:" + holdId, own))
                .bookings()
                .getFirst();
        assertEquals(15_000, view.dueCents());
        assertEquals(
                "PRIVATE_PRACTICE",
                world.value(
                        String.class,
                        "select kind from due where id = ?",
                        view.dueId().orElseThrow()));
    }

    private static List<String> slots(Offers offers) {
        return offers.offers().stream()
                .map(Bookings.Offer::slots)
                .map(List::getFirst)
                .map(Bookings.OfferSlot::slotId)
                .toList();
    }

    @Test
    void aBookingMovesOnItsDayOnlyButTheFactIsStoredAllTheSame() {
        TestDesk desk = TestDesk.with("CUP");
        String person = world.person();
        String agenda = world.agenda("S1", "SSN", World.VISIT);
        BookingView later = result(desk.booked(
                        person, Optional.empty(), world.slot(agenda, TestDesk.at(soon, 17), 1), World.VISIT))
                .bookings()
                .getFirst();
        Reply early = accept(desk, later);
        assertEquals(202, early.status());
        assertEquals(List.of("NOT_ON_THE_DAY"), early.flags());
        assertEquals("BOOKED", world.value(String.class, "select state from booking where id = ?", later.id()));
        BookingView today = result(desk.booked(
                        person, Optional.empty(), world.slot(agenda, TestDesk.at(world.today(), 20), 1), World.VISIT))
                .bookings()
                .getFirst();
        assertEquals(201, accept(desk, today).status());
        Reply twice = accept(desk, today);
        assertEquals(List.of("ALREADY_ACCEPTED", "VERSION_MOVED"), twice.flags());
        Reply list = desk.get("/v1/sites/S1/bookings?day=" + world.today());
        assertTrue(list.body().path("bookings").toString().contains("\"ACCEPTED\""));
        assertEquals(403, desk.get("/v1/sites/S2/bookings?day=" + world.today()).status());
        assertFalse(list.body().toString().contains("STP050503"));
    }

    private static Reply accept(TestDesk desk, BookingView booking) {
        return desk.operate(
                "booking.accept",
                "booking:" + booking.id(),
                new Accept(booking.id(), booking.version(), Optional.empty()));
    }
}
