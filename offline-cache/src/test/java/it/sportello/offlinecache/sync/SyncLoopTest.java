package it.sportello.offlinecache.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.api.Bookings;
import it.sportello.api.OperationAnswer;
import it.sportello.api.Problem;
import it.sportello.api.ProblemCode;
import it.sportello.domain.ledger.ChainLink;
import it.sportello.domain.operation.Lane;
import it.sportello.domain.operation.OperationType;
import it.sportello.offlinecache.ScriptedServer;
import it.sportello.offlinecache.ScriptedServer.Misbehaviour;
import it.sportello.offlinecache.TestDesk;
import it.sportello.offlinecache.TestSync;
import it.sportello.offlinecache.desk.DeskStore;
import it.sportello.offlinecache.journal.CrashPoint;
import it.sportello.offlinecache.journal.Journal;
import it.sportello.offlinecache.journal.OperationDraft;
import it.sportello.offlinecache.journal.OperatorTask;
import it.sportello.offlinecache.journal.OutboxItem;
import it.sportello.offlinecache.remote.BackendFault;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every row of the answer table, against a server over HTTP. */
@Tag("R-SYN-1")
@Tag("R-SYN-2")
class SyncLoopTest {
    @TempDir
    private Path home;

    private ScriptedServer server;
    private DeskStore store;
    private Journal journal;
    private SyncLoop loop;

    @BeforeEach
    void open() {
        server = new ScriptedServer();
        store = TestDesk.open(home);
        journal = store.journal();
        loop = TestSync.loop(store, server.address(), CrashPoint.NONE);
    }

    @AfterEach
    void close() {
        loop.close();
        store.close();
        server.close();
    }

    private static void await(String what, BooleanSupplier condition) throws InterruptedException {
        long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < limit, "waited in vain: " + what);
            TimeUnit.MILLISECONDS.sleep(5);
        }
    }

    private void awaitDrained() throws InterruptedException {
        await("drained", () -> journal.outbox().summary().count() == 0);
    }

    private static Delivery get(CompletableFuture<Delivery> future) {
        return future.orTimeout(20, TimeUnit.SECONDS).join();
    }

    private UUID request(String booking) {
        return journal.commit(transaction -> transaction.enqueue(new OperationDraft(
                OperationType.BOOKING_BOOK,
                1,
                Lane.booking(booking),
                new Bookings.Book(
                        UUID.randomUUID(),
                        "person-1",
                        Optional.empty(),
                        List.of("89.7A.3"),
                        "SSN",
                        Optional.of("D"),
                        Optional.of("1"),
                        TestDesk.MORNING,
                        Optional.empty(),
                        Optional.empty(),
                        "it"),
                TestDesk.AUTHOR,
                false)));
    }

    private UUID accept(String booking) {
        return journal.commit(transaction -> transaction.enqueue(new OperationDraft(
                OperationType.BOOKING_ACCEPT,
                1,
                Lane.booking(booking),
                new Bookings.Accept(booking, 1, Optional.empty()),
                TestDesk.AUTHOR,
                false)));
    }

    private static Misbehaviour refuses(ProblemCode code) {
        return (scripted, exchange, body) -> {
            scripted.refuse(exchange, code);
            return true;
        };
    }

    private static Misbehaviour says(int status, String type, String text) {
        return (scripted, exchange, body) -> {
            scripted.send(exchange, status, type, text.getBytes(StandardCharsets.UTF_8));
            return true;
        };
    }

    @Test
    void aDayIsSentInOrderAndTheServerEndsWithTheSameHead() throws InterruptedException {
        TestDesk.openTill(journal);
        for (int number = 0; number < 20; number++) {
            TestDesk.collect(journal, "due-" + number, "person-1", 100);
        }
        loop.start();
        awaitDrained();
        assertEquals(journal.chainHead("till:T01").orElseThrow().link(), server.head("till:T01"));
        assertEquals(21, server.sequence("till:T01"));
        assertEquals(20, server.sequence("access:D01"));
        assertEquals(Set.copyOf(server.applied()), Set.copyOf(server.received()));
        assertEquals(41, server.received().size(), "each sent once");
        // The other file learns of an answer after the journal has it.
        await(
                "the head kept",
                () -> AcknowledgedHead.find(store.cache(), "till:T01")
                        .filter(head -> head.count() == 21)
                        .isPresent());
    }

    @Test
    void row200IsDoneBefore() {
        UUID id = request("b1");
        server.next((scripted, exchange, body) -> {
            scripted.stored(exchange, id, 200, List.of());
            return true;
        });
        loop.start();
        assertInstanceOf(Delivery.Confirmed.class, get(loop.submit(id)));
        assertInstanceOf(Delivery.Confirmed.class, get(loop.submit(id)), "asked again after it was closed");
    }

    @Test
    void row202ClosesAndKeepsTheFlag() {
        UUID id = accept("b1");
        server.next((scripted, exchange, body) -> {
            scripted.stored(exchange, id, 202, List.of("DUE_ALREADY_SETTLED"));
            return true;
        });
        loop.start();
        OperationAnswer answer =
                assertInstanceOf(Delivery.Confirmed.class, get(loop.submit(id))).answer();
        assertEquals(List.of("DUE_ALREADY_SETTLED"), answer.flags());
        OutboxItem item = journal.outbox().item(id).orElseThrow();
        assertEquals(OutboxItem.State.CONFIRMED, item.state());
        assertEquals(List.of("DUE_ALREADY_SETTLED"), item.flags());
    }

    @Test
    void aFlagIsATaskThatStopsNothing() throws InterruptedException {
        UUID first = accept("b1");
        UUID second = accept("b1");
        server.next((scripted, exchange, body) -> {
            scripted.stored(exchange, first, 202, List.of("NOT_ON_THE_DAY", "VERSION_MOVED"));
            return true;
        });
        server.next((scripted, exchange, body) -> {
            scripted.stored(exchange, second, 202, List.of("VERSION_MOVED"));
            return true;
        });
        loop.start();
        awaitDrained();
        assertEquals(List.of(first, second), server.received(), "the lane goes on");
        List<OperatorTask> tasks = journal.tasks().open();
        assertEquals(1, tasks.size(), "a thing that merely moved on wants nobody");
        assertEquals(OperatorTask.Kind.FLAGGED, tasks.getFirst().kind());
        assertEquals(
                List.of("NOT_ON_THE_DAY"),
                tasks.getFirst().problem().orElseThrow().violations().stream()
                        .map(Problem.Violation::code)
                        .toList());
        await("the task is counted", () -> loop.status().openTasks() == 1);
        assertEquals(Set.of(), loop.status().alarms(), "and rings for nobody");
        OperationAnswer again = new OperationAnswer(first, List.of("NOT_ON_THE_DAY"), Instant.EPOCH, Optional.empty());
        journal.tasks().close(tasks.getFirst().id(), "SEEN", "operator-1");
        journal.outbox().confirmed(first, again);
        assertEquals(List.of(), journal.tasks().open(), "the same answer tells nothing new");
        assertEquals(
                OutboxItem.State.CONFIRMED,
                journal.outbox().item(first).orElseThrow().state());
    }

    @Test
    void row409InProgressWaitsWithTheSameId() {
        UUID id = request("b1");
        server.next(refuses(ProblemCode.OPERATION_IN_PROGRESS), refuses(ProblemCode.OPERATION_IN_PROGRESS));
        loop.start();
        assertInstanceOf(Delivery.Confirmed.class, get(loop.submit(id)));
        assertEquals(List.of(id, id, id), server.received());
    }

    @Test
    void row409HoleResendsFromTheServersPosition() throws InterruptedException {
        TestDesk.openTill(journal);
        ChainLink first = journal.chainHead("till:T01").orElseThrow().link();
        UUID two = TestDesk.collect(journal, "due-1", "person-1", 100).operationId();
        UUID three = TestDesk.collect(journal, "due-2", "person-1", 100).operationId();
        loop.start();
        awaitDrained();
        server.loseFrom("till:T01", 2, first);
        UUID four = TestDesk.collect(journal, "due-3", "person-1", 100).operationId();
        await("all there again", () -> server.sequence("till:T01") == 4);
        awaitDrained();
        assertTrue(server.applied().containsAll(List.of(two, three, four)));
        assertEquals(journal.chainHead("till:T01").orElseThrow().link(), server.head("till:T01"));
        assertEquals(List.of(), journal.tasks().open());
    }

    @Test
    @Tag("R-SYN-4")
    void aServerThatKnowsMoreOfOurLaneThanWeDoStopsIt() throws InterruptedException {
        TestDesk.openTill(journal);
        server.next((scripted, exchange, body) -> {
            exchange.getResponseHeaders().set(it.sportello.api.Headers.EXPECTED_SEQUENCE, "9");
            scripted.refuse(exchange, ProblemCode.SEQUENCE_HOLE);
            return true;
        });
        loop.start();
        await("alarm", () -> loop.status().alarms().contains(SyncStatus.Alarm.TILL_STOPPED));
        assertEquals(OperatorTask.Kind.PARKED, journal.tasks().open().getFirst().kind());
    }

    @Test
    @Tag("R-SYN-3")
    void row412IsAConflictWithATask() {
        UUID id = accept("b1");
        server.next(refuses(ProblemCode.VERSION_MOVED));
        loop.start();
        Delivery.Conflict conflict = assertInstanceOf(Delivery.Conflict.class, get(loop.submit(id)));
        assertEquals(
                OperatorTask.Kind.CONFLICT,
                journal.tasks().task(conflict.taskId()).orElseThrow().kind());
        assertEquals(
                OutboxItem.State.CONFLICT,
                journal.outbox().item(id).orElseThrow().state());
    }

    @Test
    @Tag("Q07")
    void row422OtherBodyParksTheLaneWithAnAlarmAndOnlyThisLane() throws InterruptedException {
        UUID id = accept("b1");
        UUID after = accept("b1");
        UUID other = accept("b2");
        server.next((scripted, exchange, body) -> {
            if (new String(body, StandardCharsets.UTF_8).contains("booking:b2")) {
                return false;
            }
            scripted.refuse(exchange, ProblemCode.BODY_DIFFERS);
            return true;
        });
        server.next((scripted, exchange, body) -> {
            if (new String(body, StandardCharsets.UTF_8).contains("booking:b2")) {
                return false;
            }
            scripted.refuse(exchange, ProblemCode.BODY_DIFFERS);
            return true;
        });
        loop.start();
        Delivery.Parked parked = assertInstanceOf(Delivery.Parked.class, get(loop.submit(id)));
        assertInstanceOf(Delivery.Confirmed.class, get(loop.submit(other)));
        await("alarm", () -> loop.status().alarms().contains(SyncStatus.Alarm.LANE_STOPPED));
        assertEquals(
                OutboxItem.State.WAITING,
                journal.outbox().item(after).orElseThrow().state());
        journal.tasks().close(parked.taskId(), "SEND_AGAIN", "operator-1");
        assertInstanceOf(Delivery.Confirmed.class, get(loop.submit(id)));
        assertInstanceOf(Delivery.Confirmed.class, get(loop.submit(after)));
    }

    @Test
    void anotherRefusalOfARequestIsATaskForTheOperator() {
        UUID id = request("b1");
        server.next(refuses(ProblemCode.SLOT_GONE));
        loop.start();
        Delivery.Refused refused = assertInstanceOf(Delivery.Refused.class, get(loop.submit(id)));
        assertEquals("SLOT_GONE", refused.problem().code());
        OperatorTask task = journal.tasks().task(refused.taskId()).orElseThrow();
        assertEquals(OperatorTask.Kind.REFUSED, task.kind());
        assertEquals("SLOT_GONE", task.problem().orElseThrow().code());
        assertInstanceOf(Delivery.Refused.class, get(loop.submit(id)), "told again as long as the task is open");
        assertEquals(List.of(id), server.received(), "and never sent again");
    }

    @Test
    void aRefusalOfAFactIsHeldBackAndNeverLost() throws InterruptedException {
        TestDesk.openTill(journal);
        server.next(refuses(ProblemCode.FORBIDDEN));
        loop.start();
        await("alarm", () -> loop.status().alarms().contains(SyncStatus.Alarm.TILL_STOPPED));
        OutboxItem held = journal.outbox().pending().getFirst();
        assertEquals(OutboxItem.State.HELD, held.state());
        journal.tasks().close(journal.tasks().open().getFirst().id(), "SEND_AGAIN", "operator-1");
        awaitDrained();
        assertEquals(1, server.sequence("till:T01"));
    }

    @Test
    void row401KeepsTheMoneyAndTriesAgainWithTheSameId() throws InterruptedException {
        UUID id = TestDesk.openTill(journal);
        server.next(refuses(ProblemCode.DESK_UNKNOWN), refuses(ProblemCode.NOT_SIGNED_IN));
        loop.start();
        awaitDrained();
        assertEquals(List.of(id, id, id), server.received());
        await("no alarm left", () -> loop.status().alarms().isEmpty());
    }

    @Test
    void aRequestOfAnEndedSessionIsRefusedAndNotTriedForEver() {
        UUID id = request("b1");
        server.next(refuses(ProblemCode.NOT_SIGNED_IN));
        loop.start();
        assertInstanceOf(Delivery.Refused.class, get(loop.submit(id)));
    }

    @Test
    @Tag("R-SYN-4")
    void anInstallationThatWasReplacedSendsNoMore() throws InterruptedException {
        TestDesk.openTill(journal);
        server.next(refuses(ProblemCode.INSTALLATION_SUPERSEDED));
        loop.start();
        await("alarm", () -> loop.status().alarms().contains(SyncStatus.Alarm.DESK_NOT_RECOGNISED));
        TimeUnit.MILLISECONDS.sleep(400);
        assertEquals(1, server.received().size());
        loop.wake();
        awaitDrained();
    }

    @Test
    void rows429And5xxAndHtmlBackOffWithTheSameId() {
        UUID id = request("b1");
        server.next(
                refuses(ProblemCode.TOO_MANY_REQUESTS),
                refuses(ProblemCode.UNAVAILABLE),
                refuses(ProblemCode.INTERNAL),
                says(200, "text/html", "<html>Rete ospiti</html>"),
                says(403, "text/html", "<html>Rete ospiti</html>"),
                says(200, "application/json", "{\"what\":1}"),
                says(200, "application/json", "not json"));
        loop.start();
        Delivery first = get(loop.submit(id));
        assertEquals(
                BackendFault.Code.SERVER_FAULT,
                assertInstanceOf(Delivery.NotConfirmed.class, first).cause().code());
        Delivery last = first;
        while (last instanceof Delivery.NotConfirmed) {
            last = get(loop.submit(id));
        }
        assertInstanceOf(Delivery.Confirmed.class, last);
        assertEquals(Collections.nCopies(8, id), server.received());
        assertEquals(7, journal.outbox().item(id).orElseThrow().attempts());
    }

    @Test
    void anAnswerLostAfterTheCommitIsAskedAgainWithTheSameId() throws InterruptedException {
        UUID id = TestDesk.openTill(journal);
        server.next((scripted, exchange, body) -> {
            // applied, and then the line breaks
            scripted.asUsual(new LostAnswer(exchange), body);
            exchange.close();
            return true;
        });
        loop.start();
        awaitDrained();
        assertEquals(List.of(id, id), server.received());
        assertEquals(List.of(id), server.applied());
        assertEquals(1, server.sequence("till:T01"));
    }

    @Test
    void aMuteServerTimesOutAndIsAskedAgain() {
        UUID id = request("b1");
        server.next((scripted, exchange, body) -> {
            try {
                TimeUnit.MILLISECONDS.sleep(1500);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            exchange.close();
            return true;
        });
        loop.start();
        assertEquals(
                BackendFault.Code.TIMEOUT,
                assertInstanceOf(Delivery.NotConfirmed.class, get(loop.submit(id)))
                        .cause()
                        .code());
        Delivery next = get(loop.submit(id));
        assertInstanceOf(Delivery.Confirmed.class, next);
    }

    @Test
    @Tag("R-SYN-5")
    @Tag("Q06")
    void cutOffTheDeskWorksAndDrainsWhenTheLineIsBack() throws InterruptedException {
        loop.start();
        await("on line", () -> loop.status().line() == SyncStatus.LineState.ONLINE);
        server.cut(true);
        await("off line", () -> loop.status().line() == SyncStatus.LineState.OFFLINE);
        TestDesk.openTill(journal);
        for (int number = 0; number < 4; number++) {
            TestDesk.collect(journal, "due-" + number, "person-" + number, 100);
        }
        await("counted", () -> loop.status().waiting() == 9);
        assertFalse(loop.status().isOnline());
        server.cut(false);
        awaitDrained();
        await("on line again", () -> loop.status().line() == SyncStatus.LineState.ONLINE);
        assertEquals(5, server.sequence("till:T01"));
        assertEquals(0, loop.status().waiting());
    }

    @Test
    @Tag("R-SYN-7")
    void theClockIsMeasuredAndASkewIsAnAlarm() throws InterruptedException {
        server.clockAhead(Duration.ofMinutes(10));
        loop.start();
        await("alarm", () -> loop.status().alarms().contains(SyncStatus.Alarm.CLOCK_SKEW));
        Duration skew = loop.status().clockSkew().orElseThrow();
        assertTrue(skew.plusMinutes(10).abs().compareTo(Duration.ofSeconds(3)) < 0, "skew " + skew);
        UUID id = accept("b1");
        Instant at = journal.outbox().item(id).orElseThrow().createdAt();
        assertTrue(Duration.between(TestDesk.MORNING.plus(Duration.ofMinutes(10)), at)
                        .abs()
                        .toSeconds()
                < 3);
    }

    @Test
    void anOldOperationOfATillIsAnAlarmWhileOnLine() throws InterruptedException {
        TestDesk.openTill(journal);
        for (int time = 0; time < 200; time++) {
            server.next(refuses(ProblemCode.OPERATION_IN_PROGRESS));
        }
        loop.start();
        await("on line", () -> loop.status().line() == SyncStatus.LineState.SENDING);
        assertFalse(loop.status().alarms().contains(SyncStatus.Alarm.TILL_QUEUE_OLD));
        server.clockAhead(Duration.ofMinutes(16));
        await("alarm", () -> loop.status().alarms().contains(SyncStatus.Alarm.TILL_QUEUE_OLD));
        assertTrue(loop.status().oldestWaiting().toMinutes() >= 15);
    }

    @Test
    void whileHeldStillNothingIsSent() throws InterruptedException {
        loop.pause();
        loop.start();
        TestDesk.openTill(journal);
        TimeUnit.MILLISECONDS.sleep(300);
        assertEquals(List.of(), server.received());
        loop.resume();
        awaitDrained();
    }

    @Test
    void aCodeOfANewerServerIsReadByItsStatus() {
        UUID id = request("b1");
        Problem newer = ScriptedServer.problem("SOMETHING_NEW", 422);
        server.next((scripted, exchange, body) -> {
            scripted.send(
                    exchange,
                    422,
                    "application/problem+json",
                    it.sportello.api.Json.strict().writeValueAsBytes(newer));
            return true;
        });
        loop.start();
        assertInstanceOf(Delivery.Refused.class, get(loop.submit(id)));
    }
}
