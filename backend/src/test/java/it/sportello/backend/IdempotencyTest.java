package it.sportello.backend;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.api.Accesses.Viewed;
import it.sportello.api.Headers;
import it.sportello.api.Tills;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An operation is applied exactly once, however often and from wherever it is sent. */
@Tag("R-SYN-2")
class IdempotencyTest {
    private final TestServer server = TestServer.shared();

    @Test
    void aRepetitionGetsTheStoredAnswer() {
        TestDesk desk = TestDesk.with("CASHIER");
        TestDesk.Ready opening = desk.opening(10_000);
        Reply first = desk.send(opening);
        Reply again = desk.send(opening);
        assertEquals(201, first.status());
        assertEquals(200, again.status());
        assertArrayEquals(first.bytes(), again.bytes());
        Reply read = desk.get("/v1/operations/" + opening.id());
        assertEquals(200, read.status());
        assertArrayEquals(first.bytes(), read.bytes());
        assertEquals(1, entries(desk));
    }

    @Test
    void theSameIdAtTheSameTimeIsAppliedOnce() throws Exception {
        TestDesk desk = TestDesk.with("CASHIER");
        TestDesk.Ready opening = desk.opening(10_000);
        List<Reply> replies = concurrently(24, () -> desk.send(opening));
        long created = replies.stream().filter(it -> it.status() == 201).count();
        assertEquals(1, created);
        assertTrue(
                replies.stream()
                        .allMatch(it -> it.status() == 201
                                || it.status() == 200
                                || it.code().equals("OPERATION_IN_PROGRESS")),
                () -> replies.toString());
        assertEquals(1, entries(desk));
    }

    @Test
    void theSameIdWithAnotherBodyIsRefused() {
        TestDesk desk = TestDesk.with("CASHIER");
        TestDesk.Ready opening = desk.opening(10_000);
        assertEquals(201, desk.send(opening).status());
        String other = new String(opening.body(), StandardCharsets.UTF_8)
                .replace("\"monotonicMillis\":1", "\"monotonicMillis\":2");
        Reply reply = server.send("POST", "/v1/operations", opening.headers(), other);
        assertEquals(422, reply.status());
        assertEquals("BODY_DIFFERS", reply.code());
    }

    @Test
    void theSameIdFromAnotherDeskTellsNothing() {
        TestDesk desk = TestDesk.with("CASHIER");
        TestDesk other = TestDesk.with("CASHIER");
        TestDesk.Ready opening = desk.opening(10_000);
        assertEquals(201, desk.send(opening).status());
        Map<String, String> headers = new HashMap<>(opening.headers());
        headers.putAll(other.deskHeaders());
        Reply reply = server.send("POST", "/v1/operations", headers, opening.body());
        assertEquals("BODY_DIFFERS", reply.code());
        assertEquals(404, other.get("/v1/operations/" + opening.id()).status());
    }

    @Test
    void anotherServerOnTheSameStoreKnowsWhatWasDone() {
        TestDesk desk = TestDesk.with("CASHIER");
        TestDesk.Ready opening = desk.opening(10_000);
        Reply first = desk.send(opening);
        try (Backend second = Backend.start(new BackendSettings(server.home, 0, server.jdbcUrl(), server.clock))) {
            Reply again = server.send(second.uri(), "POST", "/v1/operations", opening.headers(), opening.body());
            assertEquals(200, again.status());
            assertArrayEquals(first.bytes(), again.bytes());
        }
    }

    @Test
    void aRefusalIsFinalToo() {
        TestDesk desk = TestDesk.with("CUP");
        String person = server.world.person();
        TestDesk.Ready book = desk.ready(
                "booking.book", "booking:x", desk.book(UUID.randomUUID(), person, Optional.empty(), World.VISIT), 0);
        Reply first = desk.send(book);
        Reply again = desk.send(book);
        assertEquals("HOLD_EXPIRED", first.code());
        assertEquals(first.status(), again.status());
        assertArrayEquals(first.bytes(), again.bytes());
    }

    @Test
    void aSequenceHoleTellsWhatIsExpected() {
        TestDesk desk = TestDesk.with("CUP");
        String lane = "access:" + desk.id;
        Viewed viewed = Viewed.search(List.of("P1", "P2", "P3"), "S06", "prova");
        TestDesk.Ready first = desk.ready("access.viewed", lane, viewed, 0);
        assertEquals(201, desk.send(first).status());
        TestDesk.Ready second = desk.ready("access.viewed", lane, viewed, 0);
        assertEquals(201, desk.send(second).status());
        TestDesk.Ready fresh = new TestDesk(server, desk.id, "CUP").ready("access.viewed", lane, viewed, 0);
        Reply superseded = desk.operate("access.viewed", lane, viewed);
        assertEquals("INSTALLATION_SUPERSEDED", superseded.code());
        assertEquals(1, fresh.id().version() == 7 ? 1 : 0);

        TestDesk other = TestDesk.with("CUP");
        String otherLane = "access:" + other.id;
        other.send(other.ready("access.viewed", otherLane, viewed, 0));
        byte[] body = TestDesk.json(other.operation(fresh.id(), "access.viewed", otherLane, Optional.of(5L), viewed));
        Map<String, String> headers = new HashMap<>(first.headers());
        headers.putAll(other.deskHeaders());
        Reply hole = server.send("POST", "/v1/operations", headers, body);
        assertEquals(409, hole.status());
        assertEquals("SEQUENCE_HOLE", hole.code());
        assertEquals("2", hole.headers().firstValue(Headers.EXPECTED_SEQUENCE).orElse(""));
    }

    @Test
    @Tag("R-TIL-4")
    void aSecondHistoryOfATillIsRefusedAndNotedOnce() {
        TestDesk desk = TestDesk.with("CASHIER");
        String person = server.world.person();
        String mine = server.world.due(person, "SPECIALIST_COPAYMENT", 2_000, null, null);
        String other = server.world.due(person, "SPECIALIST_COPAYMENT", 3_000, null, null);
        assertEquals(201, desk.send(desk.opening(10_000)).status());
        TestDesk.Ready ofTheCopy = desk.collection(person, other, 3_000, 1);
        assertTrue(desk.send(desk.collection(person, mine, 2_000, 1)).status() < 300);
        assertEquals("SEQUENCE_HOLE", desk.resend(ofTheCopy).code());
        assertEquals("SEQUENCE_HOLE", desk.resend(ofTheCopy).code());
        Tills.LedgerSummary ledger =
                desk.get("/v1/tills/" + desk.till() + "/ledger").as(Tills.LedgerSummary.class);
        assertEquals(1, ledger.forks());
        assertEquals(2, ledger.lastSequence());
        assertEquals("A", ledger.epoch());
    }

    @Test
    void aBrokenChainIsRefused() {
        TestDesk desk = TestDesk.with("CASHIER");
        TestDesk.Ready opening = desk.opening(10_000);
        for (String header : List.of(Headers.CHAIN_PREVIOUS, Headers.CHAIN_LINK)) {
            Map<String, String> forged = new HashMap<>(opening.headers());
            forged.put(header, "0".repeat(64));
            Reply reply = server.send("POST", "/v1/operations", forged, opening.body());
            assertEquals(409, reply.status());
            assertEquals("CHAIN_BROKEN", reply.code());
        }
        Map<String, String> otherTotal = new HashMap<>(opening.headers());
        otherTotal.put(Headers.RUNNING_TOTAL, "10001");
        assertEquals(
                "CHAIN_BROKEN",
                server.send("POST", "/v1/operations", otherTotal, opening.body())
                        .code());
        assertEquals(201, desk.send(opening).status());
    }

    static <T> List<T> concurrently(int threads, Callable<T> work) throws InterruptedException, ExecutionException {
        List<T> results = new ArrayList<>();
        try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> futures = new ArrayList<>();
            for (int thread = 0; thread < threads; thread++) {
                futures.add(pool.submit(work));
            }
            for (Future<T> future : futures) {
                results.add(future.get());
            }
        }
        return results;
    }

    private int entries(TestDesk desk) {
        return server.world.value(Integer.class, "select count(*) from ledger_entry where till_id = ?", desk.till());
    }
}
