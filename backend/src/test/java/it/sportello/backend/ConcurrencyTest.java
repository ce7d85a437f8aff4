package it.sportello.backend;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.api.Accesses.Viewed;
import it.sportello.api.Bookings.Hold;
import it.sportello.api.Documents;
import it.sportello.api.Queues;
import it.sportello.api.Sessions.EnrolDesk;
import it.sportello.api.Sessions.OpenDesk;
import it.sportello.api.Sessions.SignIn;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many at once: what is sent twice happens once, and who comes second is told so. */
@Tag("R-SYN-2")
class ConcurrencyTest {
    private static final int THREADS = 16;

    private final TestServer server = TestServer.shared();
    private final World world = server.world;

    /** Operations of every type that changes something, each ready to be sent. */
    private TestDesk.Ready ready(TestDesk desk, String type) {
        String person = world.person();
        String till = "till:" + desk.till();
        if (List.of("till.collected", "document.printed").contains(type)) {
            assertEquals(201, desk.send(desk.opening(5_000)).status());
        }
        return switch (type) {
            case "till.opened" -> desk.opening(5_000);
            case "till.collected" ->
                desk.collection(person, world.due(person, "SPECIALIST_COPAYMENT", 2_250, null, null), 2_250, 1);
            case "document.printed" ->
                desk.ready(type, till, new Documents.Printed("SR-none", false, "NOT_PRINTED"), 0);
            case "access.viewed" -> desk.ready(type, "access:" + desk.id, Viewed.page(person, "S07", "prova"), 0);
            case "exemption.register" ->
                desk.ready(type, "person:" + person, ExemptionTest.register(person, "013", world.today()), 0);
            case "booking.book" -> booking(desk, person);
            default -> throw new IllegalArgumentException(type);
        };
    }

    private TestDesk.Ready booking(TestDesk desk, String person) {
        String slot = world.slot(
                world.agenda("S1", "SSN", World.VISIT),
                TestDesk.at(world.today().plusDays(12), 9),
                5);
        UUID hold = UUID.randomUUID();
        assertEquals(201, desk.hold(hold, person, slot).status());
        return desk.ready("booking.book", "booking:" + hold, desk.book(hold, person, Optional.empty(), World.VISIT), 0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "till.opened",
                "till.collected",
                "document.printed",
                "access.viewed",
                "exemption.register",
                "booking.book"
            })
    void oneOperationSentBySixteenThreadsIsAppliedOnce(String type) throws Exception {
        TestDesk desk = new TestDesk(server, world.desk("S1", "SSN", "MULTIFUNCTION"), "CASHIER", "AUR");
        TestDesk.Ready one = ready(desk, type);
        long feed = world.value(Long.class, "select last_position from feed_head");
        List<Reply> replies = IdempotencyTest.concurrently(THREADS, () -> desk.send(one));
        List<Reply> applied = replies.stream()
                .filter(it -> it.status() == 201 || it.status() == 202)
                .toList();
        assertEquals(1, applied.size(), () -> replies.toString());
        for (Reply reply : replies) {
            if (reply.status() == 200) {
                assertArrayEquals(applied.getFirst().bytes(), reply.bytes());
            } else if (reply.status() >= 400) {
                assertEquals("OPERATION_IN_PROGRESS", reply.code());
            }
        }
        assertArrayEquals(applied.getFirst().bytes(), desk.send(one).bytes());
        assertEquals(1, world.value(Integer.class, "select count(*) from operation where id = ?", one.id()));
        for (String table :
                List.of("ledger_entry", "fiscal_document", "due_settlement", "access_row", "document_print")) {
            int rows =
                    world.value(Integer.class, "select count(*) from " + table + " where operation_id = ?", one.id());
            assertTrue(rows <= 1, table);
        }
        int changes = switch (type) {
            case "booking.book" -> 2;
            case "till.collected", "exemption.register" -> 1;
            default -> 0;
        };
        assertEquals(feed + changes, world.value(Long.class, "select last_position from feed_head"));
    }

    @Test
    @Tag("R-BOO-6")
    void twoDesksRacingForTheLastPlaceHaveOneWinnerEachTime() throws Exception {
        TestDesk one = TestDesk.with("CUP");
        TestDesk other = TestDesk.with("CUP");
        String agenda = world.agenda("S1", "SSN", World.VISIT);
        for (int round = 0; round < 20; round++) {
            String slot = world.slot(
                    agenda, TestDesk.at(world.today().plusDays(13), 8).plusMinutes(20L * round), 1);
            String person = world.person();
            AtomicInteger turn = new AtomicInteger();
            List<Reply> replies = IdempotencyTest.concurrently(
                    2, () -> (turn.getAndIncrement() == 0 ? one : other).hold(UUID.randomUUID(), person, slot));
            assertEquals(
                    List.of(201, 422),
                    replies.stream().map(Reply::status).sorted().toList());
            assertEquals(1, world.value(Integer.class, "select count(*) from hold_slot where slot_id = ?", slot));
        }
    }

    /** Two offers that share their places in the opposite order: nobody waits in a circle, nobody gets half. */
    @Test
    @Tag("R-BOO-6")
    void linkedPlacesAreHeldAllOrNone() throws Exception {
        TestDesk desk = TestDesk.with("CUP");
        String agenda = world.agenda("S1", "SSN", World.VISIT, World.ECG);
        String first = world.slot(agenda, TestDesk.at(world.today().plusDays(14), 9), 1);
        String second = world.slot(agenda, TestDesk.at(world.today().plusDays(14), 10), 1);
        String person = world.person();
        AtomicInteger turn = new AtomicInteger();
        List<Reply> replies = IdempotencyTest.concurrently(THREADS, () -> {
            boolean forward = turn.getAndIncrement() % 2 == 0;
            return desk.hold(UUID.randomUUID(), person, forward ? first : second, forward ? second : first);
        });
        assertEquals(1, replies.stream().filter(it -> it.status() == 201).count(), () -> replies.toString());
        assertTrue(
                replies.stream().allMatch(it -> it.status() == 201 || it.code().equals("SLOT_GONE")));
        assertEquals(
                2, world.value(Integer.class, "select count(*) from hold_slot where slot_id in (?, ?)", first, second));
    }

    @Test
    void theSameHoldAskedForTwiceAtOnceIsOneHold() throws Exception {
        TestDesk desk = TestDesk.with("CUP");
        String slot = world.slot(
                world.agenda("S1", "SSN", World.VISIT),
                TestDesk.at(world.today().plusDays(15), 9),
                9);
        String person = world.person();
        UUID id = UUID.randomUUID();
        List<Reply> replies = IdempotencyTest.concurrently(THREADS, () -> desk.hold(id, person, slot));
        assertTrue(
                replies.stream().allMatch(it -> it.status() == 201 || it.code().equals("OPERATION_IN_PROGRESS")),
                () -> replies.toString());
        assertEquals(1, world.value(Integer.class, "select count(*) from hold_slot where slot_id = ?", slot));
    }

    @Test
    void aHoldEndsExactlyAtItsSecond() {
        TestDesk desk = TestDesk.with("CUP");
        TestDesk other = TestDesk.with("CUP");
        String person = world.person();
        String slot = world.slot(
                world.agenda("S1", "SSN", World.VISIT),
                TestDesk.at(world.today().plusDays(16), 9),
                1);
        UUID id = UUID.randomUUID();
        Hold hold = desk.hold(id, person, slot).as(Hold.class);
        server.clock.advance(
                Duration.between(server.clock.instant(), hold.expiresAt()).minusNanos(1_000));
        assertEquals("SLOT_GONE", other.hold(UUID.randomUUID(), person, slot).code());
        assertEquals(201, desk.hold(id, person, slot).status());
        server.clock.advance(Duration.ofNanos(1_000));
        assertEquals("HOLD_EXPIRED", desk.hold(id, person, slot).code());
        assertEquals("HOLD_EXPIRED", desk.post("/v1/holds/" + id + "/extension").code());
        assertEquals(
                "HOLD_EXPIRED",
                desk.operate("booking.book", "booking:" + id, desk.book(id, person, Optional.empty(), World.VISIT))
                        .code());
        assertEquals(201, other.hold(UUID.randomUUID(), person, slot).status());
        server.clock.advance(Duration.ofNanos(999_999_000).plusSeconds(1));
    }

    @Test
    void aHoldBookedInItsLastMomentIsBooked() {
        TestDesk desk = TestDesk.with("CUP");
        String person = world.person();
        String slot = world.slot(
                world.agenda("S1", "SSN", World.VISIT),
                TestDesk.at(world.today().plusDays(17), 9),
                1);
        UUID id = UUID.randomUUID();
        Hold hold = desk.hold(id, person, slot).as(Hold.class);
        Duration last =
                Duration.between(server.clock.instant(), hold.expiresAt()).minusMillis(1);
        server.clock.advance(last);
        Reply booked =
                desk.operate("booking.book", "booking:" + id, desk.book(id, person, Optional.empty(), World.VISIT));
        assertEquals(201, booked.status(), () -> booked.body().toString());
        server.clock.advance(Duration.ofMillis(1));
        assertEquals("SLOT_GONE", desk.hold(UUID.randomUUID(), person, slot).code());
    }

    @Test
    @Tag("R-QUE-1")
    void desksThatCallAtOnceGetOnePersonEach() throws Exception {
        List<TestDesk> desks = Stream.generate(() -> new TestDesk(server, world.desk("S2"), "CASHIER"))
                .limit(8)
                .toList();
        for (int round = 0; round < 4; round++) {
            List<String> tickets = Stream.generate(() -> desks.getFirst()
                            .post("/v1/sites/S2/queue/tickets", new Queues.Issue(UUID.randomUUID(), "A", 0)))
                    .limit(desks.size())
                    .map(it -> it.body().path("id").asString())
                    .toList();
            AtomicInteger turn = new AtomicInteger();
            List<Reply> called = IdempotencyTest.concurrently(desks.size(), () -> {
                TestDesk desk = desks.get(turn.getAndIncrement());
                return desk.post("/v1/sites/S2/queue/calls", new Queues.Call(UUID.randomUUID(), desk.id, List.of("A")));
            });
            assertEquals(
                    Set.copyOf(tickets),
                    called.stream()
                            .map(it -> it.body().path("id").asString(it.code()))
                            .collect(Collectors.toSet()),
                    "somebody waited and a desk was told that nobody does");
            Set<Long> sequences = called.stream()
                    .map(it -> it.body().path("callSequence").asLong())
                    .collect(Collectors.toSet());
            assertEquals(desks.size(), sequences.size(), "each call has a sequence of its own");
        }
    }

    @Test
    void ticketsIssuedAtOnceHaveNumbersWithoutGaps() throws Exception {
        TestDesk desk = new TestDesk(server, world.desk("S1"), "CASHIER");
        int before = desk.post("/v1/sites/S1/queue/tickets", new Queues.Issue(UUID.randomUUID(), "B", 0))
                .body()
                .path("number")
                .asString()
                .replaceAll("[^0-9]", "")
                .transform(Integer::parseInt);
        List<Reply> issued = IdempotencyTest.concurrently(
                THREADS, () -> desk.post("/v1/sites/S1/queue/tickets", new Queues.Issue(UUID.randomUUID(), "B", 0)));
        assertEquals(
                IntStream.rangeClosed(before + 1, before + THREADS).boxed().collect(Collectors.toSet()),
                issued.stream()
                        .map(it -> Integer.parseInt(
                                it.body().path("number").asString().replaceAll("[^0-9]", "")))
                        .collect(Collectors.toSet()));
        world.run("update queue_entry set state = 'DONE' where site_id = 'S1' and category = 'B'");
    }

    @Test
    void oneTicketAskedForByManyIsOneTicket() throws Exception {
        TestDesk desk = new TestDesk(server, world.desk("S2"), "CASHIER");
        Queues.Issue wish = new Queues.Issue(UUID.randomUUID(), "A", 0);
        Set<String> ids =
                IdempotencyTest.concurrently(THREADS, () -> desk.post("/v1/sites/S2/queue/tickets", wish)).stream()
                        .map(it -> it.body().path("id").asString())
                        .collect(Collectors.toSet());
        assertEquals(1, ids.size());
        world.run("update queue_entry set state = 'DONE' where site_id = 'S2'");
    }

    @Test
    void guessesSentAtOnceAreCountedLikeGuessesSentOneByOne() throws Exception {
        TestDesk desk = TestDesk.with("CUP");
        String name = World.userName(world.operator("CUP"));
        List<Reply> replies = IdempotencyTest.concurrently(
                THREADS,
                () -> server.send(
                        "POST", "/v1/sessions", desk.deskHeaders(), TestDesk.json(new SignIn(name, "sbagliata"))));
        long looked = replies.stream()
                .filter(it -> it.code().equals("WRONG_CREDENTIALS"))
                .count();
        assertTrue(looked <= 5, () -> looked + " passwords were tried before the lock");
        assertTrue(replies.stream().anyMatch(it -> it.code().equals("ACCOUNT_LOCKED")));
        server.clock.advance(Duration.ofHours(1));
        assertEquals(
                201,
                server.send("POST", "/v1/sessions", desk.deskHeaders(), TestDesk.json(new SignIn(name, World.PASSWORD)))
                        .status());
    }

    @Test
    void aDeskOpenedByTwoAtOnceHasOneOpening() throws Exception {
        TestDesk desk = TestDesk.with("CASHIER");
        String path = "/v1/desks/" + desk.id + "/opening";
        List<Reply> replies = IdempotencyTest.concurrently(
                THREADS, () -> desk.post(path, new OpenDesk(desk.id, "SSN", Optional.empty())));
        assertTrue(replies.stream().allMatch(it -> it.status() == 201), () -> replies.toString());
        assertEquals(
                1,
                world.value(
                        Integer.class,
                        "select count(*) from desk_opening where desk_id = ? and closed_at is null",
                        desk.id));
    }

    /** Clones of one disk that all ask to be recognised: each series has one writer. */
    @Test
    @Tag("R-TIL-4")
    void installationsEnrolledAtOnceGetEpochsOfTheirOwnAndOneIsActive() throws Exception {
        String desk = world.desk("S1");
        AtomicInteger number = new AtomicInteger();
        List<Reply> replies = IdempotencyTest.concurrently(
                8,
                () -> server.send(
                        "POST",
                        "/v1/desks/enrolments",
                        java.util.Map.of(),
                        TestDesk.json(new EnrolDesk(desk, "CLONE-" + number.incrementAndGet(), desk))));
        Set<String> epochs = new HashSet<>();
        replies.forEach(it -> assertTrue(epochs.add(it.body().path("epoch").asString()), () -> replies.toString()));
        assertEquals(8, epochs.size());
        assertEquals(
                1, world.value(Integer.class, "select count(*) from installation where desk_id = ? and active", desk));
    }

    @Test
    @Tag("R-MUL-4")
    void oneExemptionRegisteredByTwoDesksIsHeldOnce() throws Exception {
        String person = world.person();
        List<TestDesk> desks =
                Stream.generate(() -> TestDesk.with("AUR")).limit(6).toList();
        AtomicInteger turn = new AtomicInteger();
        List<Reply> replies = IdempotencyTest.concurrently(6, () -> {
            TestDesk desk = desks.get(turn.getAndIncrement());
            return desk.operate(
                    "exemption.register", "person:" + person, ExemptionTest.register(person, "013", world.today()));
        });
        assertEquals(1, replies.stream().filter(it -> it.status() == 201).count(), () -> replies.toString());
        assertEquals(
                5,
                replies.stream()
                        .filter(it -> it.code().equals("EXEMPTION_OVERLAP"))
                        .count());
    }
}
