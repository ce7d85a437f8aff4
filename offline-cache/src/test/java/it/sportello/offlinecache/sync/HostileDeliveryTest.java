package it.sportello.offlinecache.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.api.Bookings;
import it.sportello.api.Operation;
import it.sportello.domain.operation.Lane;
import it.sportello.domain.operation.OperationType;
import it.sportello.offlinecache.HostileAnswer;
import it.sportello.offlinecache.HostileServer;
import it.sportello.offlinecache.HostileServer.Received;
import it.sportello.offlinecache.TestDesk;
import it.sportello.offlinecache.TestSync;
import it.sportello.offlinecache.ThreadGuard;
import it.sportello.offlinecache.desk.DeskStore;
import it.sportello.offlinecache.journal.CrashPoint;
import it.sportello.offlinecache.journal.Journal;
import it.sportello.offlinecache.journal.OperationDraft;
import it.sportello.offlinecache.journal.OutboxItem;
import it.sportello.offlinecache.remote.BackendClient;
import it.sportello.offlinecache.remote.BackendOptions;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * An operation that meets each hostile answer: it stays in the outbox, waits its time, and goes out again with the same
 * id and the same bytes, a fact and a request alike. Time is simulated, the server is real.
 */
@Tag("R-SYN-1")
@Tag("R-SYN-2")
class HostileDeliveryTest {
    @TempDir
    private Path home;

    private final AtomicLong nanos = new AtomicLong(1_000_000_000L);
    private final Waiters waiters = new Waiters();
    private HostileServer server;
    private DeskStore store;
    private Journal journal;
    private BackendClient client;
    private BackOff backOff;
    private LaneRunner runner;

    @BeforeEach
    void open() {
        server = new HostileServer();
        store = TestDesk.open(home);
        journal = store.journal();
        LineMonitor line = new LineMonitor(store.clock(), TestSync.QUICK.onlineFor(), nanos::get);
        Duration patience = Duration.ofSeconds(20);
        client = new BackendClient(
                new BackendOptions(server.address(), patience, patience, patience, 100_000, List.of()),
                TestSync.credentials(),
                line,
                ThreadGuard.NONE,
                nanos::get);
        SyncParts parts = new SyncParts(
                journal, store.cache(), client, client, Optional::empty, nanos::get, new Random(1), CrashPoint.NONE);
        backOff = new BackOff(SyncPolicy.standard(), parts.random());
        runner = new LaneRunner(parts, new TillHistory(journal, client::ledger, line), backOff, waiters, problem -> {});
    }

    @AfterEach
    void close() {
        client.close();
        store.close();
        server.close();
    }

    private UUID request() {
        return enqueue(OperationType.EXEMPTION_REGISTER, Lane.person("p1"));
    }

    private UUID fact() {
        return enqueue(OperationType.BOOKING_ACCEPT, Lane.booking("b1"));
    }

    private UUID enqueue(OperationType type, Lane lane) {
        return journal.commit(transaction -> transaction.enqueue(new OperationDraft(
                type, 1, lane, new Bookings.Accept("b1", 1, Optional.empty()), TestDesk.AUTHOR, false)));
    }

    private OutboxItem item(UUID id) {
        return journal.outbox().item(id).orElseThrow();
    }

    @ParameterizedTest
    @EnumSource(HostileAnswer.class)
    void whateverComesTheSameOperationGoesOutAgain(HostileAnswer hostile) {
        for (UUID id : List.of(fact(), request(), TestDesk.openTill(journal))) {
            CompletableFuture<Delivery> waiting = waiters.add(id);
            server.next(hostile.misdeed());
            assertFalse(runner.run(item(id)), "nothing of the lane may follow");
            assertEquals(
                    hostile.fault(),
                    assertInstanceOf(Delivery.NotConfirmed.class, waiting.join())
                            .cause()
                            .code());
            assertWaits(id, 1);
            assertTrue(runner.run(item(id)));
            assertDone(id, 2);
        }
        assertEquals(List.of(), journal.tasks().open());
        assertEquals(0, journal.outbox().summary().count());
    }

    /** Not lost, not tried too soon, tried again in time. */
    private void assertWaits(UUID id, int attempts) {
        OutboxItem item = item(id);
        assertEquals(OutboxItem.State.UNCONFIRMED, item.state());
        assertEquals(attempts, item.attempts());
        assertFalse(backOff.mayTry(item.lane(), nanos.get()), "at once");
        assertTrue(
                backOff.mayTry(
                        item.lane(),
                        nanos.get() + SyncPolicy.standard().longestBackOff().toNanos()),
                "in time");
    }

    private void assertDone(UUID id, int sent) {
        OutboxItem item = item(id);
        assertEquals(OutboxItem.State.CONFIRMED, item.state());
        assertTrue(backOff.mayTry(item.lane(), nanos.get()));
        assertTrue(journal.outbox().answer(id).isPresent());
        List<String> bodies = server.received().stream()
                .map(Received::body)
                .filter(body -> body.contains("\"" + id + "\""))
                .toList();
        assertEquals(sent, bodies.size());
        assertEquals(1, bodies.stream().distinct().count(), "the exact bytes again");
    }

    @Test
    void aWaitGrowsFromAnswerToAnswerAndEndsWithTheFirstGoodOne() {
        UUID id = fact();
        int attempts = 0;
        for (HostileAnswer hostile : HostileAnswer.values()) {
            server.next(hostile.misdeed());
            assertFalse(runner.run(item(id)));
            attempts++;
            assertWaits(id, attempts);
        }
        assertTrue(runner.run(item(id)));
        assertDone(id, attempts + 1);
    }

    /** An answer of the contract to something else is no answer to this. */
    @Test
    void theAnswerToAnotherOperationClosesNothing() {
        UUID id = request();
        UUID other = UUID.fromString("01936f00-0000-7000-8000-00000000000b");
        server.next(connection -> {
            Operation sent = server.received().getLast().operation();
            String swapped = new String(HostileServer.answerTo(sent), StandardCharsets.UTF_8)
                    .replace(sent.id().toString(), other.toString());
            connection
                    .getOutputStream()
                    .write(HostileServer.answer(200, "application/json", swapped.getBytes(StandardCharsets.UTF_8)));
        });
        assertFalse(runner.run(item(id)));
        assertWaits(id, 1);
        assertTrue(runner.run(item(id)));
        assertDone(id, 2);
    }

    /** The line breaks after each part of a good answer: only the whole of it closes the row. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5, 9, 12, 15, 17, 40, 60, 75, 90, 100, 120, 150})
    void aGoodAnswerCutAnywhereIsAskedAgain(int length) {
        UUID id = request();
        server.next(connection -> {
            byte[] whole = HostileServer.stored(server.received().getLast().operation());
            assertTrue(length < whole.length);
            connection.getOutputStream().write(whole, 0, length);
        });
        assertFalse(runner.run(item(id)));
        assertWaits(id, 1);
        assertTrue(runner.run(item(id)));
        assertDone(id, 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[]", "{}", "0", "{\"operationId\":null}", "{}{}"})
    void aStoredAnswerOfAnotherShapeClosesNothing(String body) {
        UUID id = fact();
        for (int status : new int[] {200, 201, 202}) {
            server.next(HostileServer.writes(
                    HostileServer.answer(status, "application/json", body.getBytes(StandardCharsets.UTF_8))));
            assertFalse(runner.run(item(id)), "status " + status);
        }
        assertWaits(id, 3);
        assertTrue(runner.run(item(id)));
        assertDone(id, 4);
    }
}
