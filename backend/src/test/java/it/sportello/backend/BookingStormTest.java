package it.sportello.backend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Desks that hold, extend, give back, book and let holds run out, all at once on few places; the store itself is then
 * asked whether any place was given twice.
 */
@Tag("R-BOO-6")
class BookingStormTest {
    private static final int DESKS = 6;
    private static final int STEPS = 45;
    private static final int SLOTS = 5;

    private final TestServer server = TestServer.shared();
    private final World world = server.world;

    /** One desk of the storm, with the holds it believes to have. */
    private final class Actor {
        private final TestDesk desk = TestDesk.with("CUP");
        private final Random random;
        private final List<String> slots;
        private final List<UUID> holds = new ArrayList<>();
        private final List<String> persons = new ArrayList<>();
        private final ConcurrentLinkedQueue<String> oddities;
        private int booked;

        Actor(long seed, List<String> slots, ConcurrentLinkedQueue<String> oddities) {
            this.random = new Random(seed);
            this.slots = slots;
            this.oddities = oddities;
        }

        int run() {
            for (int step = 0; step < STEPS; step++) {
                switch (random.nextInt(8)) {
                    case 0, 1, 2 -> hold();
                    case 3, 4 -> book();
                    case 5 -> release();
                    case 6 -> extend();
                    default -> server.clock.advance(Duration.ofSeconds(random.nextInt(90)));
                }
            }
            return booked;
        }

        private void hold() {
            UUID id = UUID.randomUUID();
            String person = world.person();
            String slot = slots.get(random.nextInt(slots.size()));
            Reply reply = desk.hold(id, person, slot);
            expect(reply, "hold", "", "SLOT_GONE");
            if (reply.status() == 201) {
                holds.add(id);
                persons.add(person);
            }
        }

        private void book() {
            if (holds.isEmpty()) {
                return;
            }
            int index = random.nextInt(holds.size());
            UUID id = holds.get(index);
            TestDesk.Ready ready = desk.ready(
                    "booking.book",
                    "booking:" + id,
                    desk.book(id, persons.get(index), Optional.empty(), World.VISIT),
                    0);
            Reply reply = desk.send(ready);
            expect(reply, "book", "", "HOLD_EXPIRED");
            booked += reply.status() == 201 ? 1 : 0;
            if (random.nextBoolean()) {
                Reply again = desk.send(ready);
                expect(again, "book again", "", "HOLD_EXPIRED");
            }
            forget(index);
        }

        private void release() {
            if (!holds.isEmpty()) {
                int index = random.nextInt(holds.size());
                expect(desk.delete("/v1/holds/" + holds.get(index)), "release", "");
                forget(index);
            }
        }

        private void extend() {
            if (!holds.isEmpty()) {
                UUID id = holds.get(random.nextInt(holds.size()));
                expect(desk.post("/v1/holds/" + id + "/extension"), "extend", "", "HOLD_EXPIRED", "RULE_BROKEN");
            }
        }

        private void forget(int index) {
            holds.remove(index);
            persons.remove(index);
        }

        private void expect(Reply reply, String act, String... codes) {
            if (!List.of(codes).contains(reply.code())) {
                oddities.add(act + ": " + reply.body());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2026, 77})
    void noPlaceIsEverGivenTwice(long seed) throws Exception {
        Random random = new Random(seed);
        String agenda = world.agenda("S1", "SSN", World.VISIT);
        List<String> slots = new ArrayList<>();
        for (int index = 0; index < SLOTS; index++) {
            slots.add(world.slot(
                    agenda,
                    TestDesk.at(world.today().plusDays(20), 9).plusMinutes(20L * index),
                    1 + random.nextInt(4)));
        }
        ConcurrentLinkedQueue<String> oddities = new ConcurrentLinkedQueue<>();
        List<Actor> actors = new ArrayList<>();
        for (int index = 0; index < DESKS; index++) {
            actors.add(new Actor(seed * 31 + index, List.copyOf(slots), oddities));
        }
        AtomicInteger turn = new AtomicInteger();
        int booked = IdempotencyTest.concurrently(
                        DESKS, () -> actors.get(turn.getAndIncrement()).run())
                .stream()
                .mapToInt(Integer::intValue)
                .sum();
        assertEquals(List.of(), List.copyOf(oddities), "seed " + seed);
        assertTrue(booked > 0, "a storm in which nobody books proves nothing");
        assertStoreAddsUp(agenda, booked);
    }

    private void assertStoreAddsUp(String agenda, int booked) {
        assertEquals(
                booked,
                world.value(
                        Integer.class,
                        "select count(*) from booking b join slot s on s.id = b.slot_id where s.agenda_id = ?",
                        agenda));
        assertEquals(
                0,
                world.value(
                        Integer.class,
                        "select count(*) from slot s where s.agenda_id = ? and (s.booked > s.capacity or s.booked <> "
                                + "(select count(*) from booking b where b.slot_id = s.id))",
                        agenda),
                "places taken are the bookings, and never more than there are");
        assertEquals(
                0,
                world.value(
                        Integer.class,
                        "select count(*) from slot s where s.agenda_id = ? and s.capacity < s.booked + (select count(*) "
                                + "from hold_slot hs join hold h on h.id = hs.hold_id where hs.slot_id = s.id "
                                + "and h.ended_at is null and h.expires_at > ?)",
                        agenda,
                        java.sql.Timestamp.from(server.clock.instant())),
                "held and booked together fit");
        assertEquals(
                0,
                world.value(
                        Integer.class,
                        "select count(*) from (select person_id from booking b join slot s on s.id = b.slot_id "
                                + "where s.agenda_id = ? group by person_id having count(*) > 1) twice",
                        agenda),
                "nobody was booked twice by a repetition");
        assertEquals(
                0,
                world.value(Integer.class, "select count(*) - count(distinct number) from booking"),
                "booking numbers are each used once");
    }

    @Test
    void theTableItselfRefusesOnePlaceTooMany() {
        String slot = world.slot(
                world.agenda("S1", "SSN", World.VISIT),
                TestDesk.at(world.today().plusDays(21), 9),
                2);
        world.run("update slot set booked = 2 where id = ?", slot);
        assertThrows(RuntimeException.class, () -> world.run("update slot set booked = booked + 1 where id = ?", slot));
        assertThrows(RuntimeException.class, () -> world.run("update slot set booked = -1 where id = ?", slot));
        assertEquals(2, world.value(Integer.class, "select booked from slot where id = ?", slot));
    }

    @Test
    void aPlaceThatIsBlockedPastOrUnknownIsNotHeld() {
        TestDesk desk = TestDesk.with("CUP");
        String person = world.person();
        String agenda = world.agenda("S1", "SSN", World.VISIT);
        String blocked = world.slot(agenda, TestDesk.at(world.today().plusDays(22), 9), 1);
        world.run("update slot set blocked = true where id = ?", blocked);
        String past = world.slot(agenda, TestDesk.at(world.today().minusDays(1), 9), 1);
        String free = world.slot(agenda, TestDesk.at(world.today().plusDays(22), 10), 1);
        for (String slot : List.of(blocked, past, "no-such-slot")) {
            Reply reply = desk.hold(UUID.randomUUID(), person, free, slot);
            assertEquals("SLOT_GONE", reply.code());
            assertEquals(slot, reply.body().path("arguments").path("slotId").asString());
        }
        assertEquals(0, world.value(Integer.class, "select count(*) from hold_slot where slot_id = ?", free));
        assertEquals(
                "PERSON_UNKNOWN", desk.hold(UUID.randomUUID(), "nobody", free).code());
        assertEquals("MALFORMED", desk.hold(UUID.randomUUID(), person).code());
        assertEquals(
                "MALFORMED", desk.hold(UUID.randomUUID(), person, free, free).code());
    }

    @Test
    void aPlaceBlockedAfterItWasHeldIsNotBooked() {
        TestDesk desk = TestDesk.with("CUP");
        String person = world.person();
        String slot = world.slot(
                world.agenda("S1", "SSN", World.VISIT),
                TestDesk.at(world.today().plusDays(23), 9),
                1);
        UUID hold = UUID.randomUUID();
        assertEquals(201, desk.hold(hold, person, slot).status());
        world.run("update slot set blocked = true where id = ?", slot);
        Reply reply =
                desk.operate("booking.book", "booking:" + hold, desk.book(hold, person, Optional.empty(), World.VISIT));
        assertEquals("SLOT_GONE", reply.code(), () -> reply.body().toString());
        assertEquals(0, world.value(Integer.class, "select count(*) from booking where slot_id = ?", slot));
        assertEquals(0, world.value(Integer.class, "select count(*) from due where person_id = ?", person));
    }

    @Test
    void aHoldOfAnotherOperatorDeskOrPersonBooksNothing() {
        TestDesk desk = TestDesk.with("CUP");
        TestDesk other = TestDesk.with("CUP");
        String person = world.person();
        String slot = world.slot(
                world.agenda("S1", "SSN", World.VISIT),
                TestDesk.at(world.today().plusDays(24), 9),
                3);
        UUID hold = UUID.randomUUID();
        assertEquals(201, desk.hold(hold, person, slot).status());
        assertEquals(
                "HOLD_EXPIRED",
                other.operate("booking.book", "booking:a", other.book(hold, person, Optional.empty(), World.VISIT))
                        .code());
        assertEquals(
                "HOLD_EXPIRED",
                desk.operate(
                                "booking.book",
                                "booking:b",
                                desk.book(hold, world.person(), Optional.empty(), World.VISIT))
                        .code());
        world.run("update hold set operator_id = ? where id = ?", other.operator, hold);
        Reply reply = desk.operate("booking.book", "booking:c", desk.book(hold, person, Optional.empty(), World.VISIT));
        assertEquals(List.of("HOLD_OF_ANOTHER"), reply.violations());
        assertEquals(0, world.value(Integer.class, "select booked from slot where id = ?", slot));
    }

    @Test
    void releasingIsRepeatableAndAStrangersHoldIsLeftAlone() {
        TestDesk desk = TestDesk.with("CUP");
        TestDesk other = TestDesk.with("CUP");
        String person = world.person();
        String slot = world.slot(
                world.agenda("S1", "SSN", World.VISIT),
                TestDesk.at(world.today().plusDays(25), 9),
                1);
        UUID hold = UUID.randomUUID();
        desk.hold(hold, person, slot);
        assertEquals("FORBIDDEN", other.delete("/v1/holds/" + hold).code());
        assertEquals("FORBIDDEN", other.post("/v1/holds/" + hold + "/extension").code());
        assertEquals(204, desk.delete("/v1/holds/" + hold).status());
        assertEquals(204, desk.delete("/v1/holds/" + hold).status());
        assertEquals(
                "HOLD_EXPIRED", desk.post("/v1/holds/" + hold + "/extension").code());
        assertEquals("HOLD_EXPIRED", desk.hold(hold, person, slot).code());
        assertEquals("NOT_FOUND", desk.delete("/v1/holds/" + UUID.randomUUID()).code());
        assertEquals(
                "HOLD_EXPIRED",
                desk.post("/v1/holds/" + UUID.randomUUID() + "/extension").code());
        assertEquals("NOT_FOUND", desk.delete("/v1/holds/not-a-uuid").code());
        assertEquals(201, other.hold(UUID.randomUUID(), person, slot).status());
    }
}
