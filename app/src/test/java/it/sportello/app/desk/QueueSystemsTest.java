package it.sportello.app.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.api.Queues;
import it.sportello.api.Sessions;
import it.sportello.app.wiring.DeskSession;
import it.sportello.app.wiring.Enrolment;
import it.sportello.domain.parameter.Parameters;
import it.sportello.domain.queue.QueueEntry;
import it.sportello.domain.queue.QueueNumber;
import it.sportello.domain.queue.QueueState;
import it.sportello.domain.queue.TimeSource;
import it.sportello.domain.queue.WaitingTime;
import it.sportello.offlinecache.desk.DeskStore;
import it.sportello.offlinecache.desk.DeskStoreOptions;
import it.sportello.offlinecache.journal.CrashPoint;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** One and the same suite over the server's queue, the driver of a dispenser and the operator's voice, with a real journal. */
@Tag("R-QUE-4")
class QueueSystemsTest {
    private static final ZoneId ROME = ZoneId.of("Europe/Rome");
    private static final Instant START = Instant.parse("2026-11-23T08:00:00Z");

    /** A clock that goes on when it is told to. */
    private static final class Hands extends Clock {
        private Instant now = START;

        @Override
        public ZoneId getZone() {
            return ROME;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path home;

    private final Hands clock = new Hands();
    private final PaperServer server = new PaperServer(clock);
    private final DeskSession session = new DeskSession();

    @SuppressWarnings("NullAway.Init")
    private DeskStore store;

    private DeskStore open() {
        return DeskStore.open(
                new DeskStoreOptions(home, clock, System::nanoTime, new SecureRandom(), what -> {}, CrashPoint.NONE));
    }

    @BeforeEach
    void aDeskWithItsOperator() {
        store = open();
        Sessions.Desk desk = new Sessions.Desk(
                "D05", 5, "S1", "Sede", "L736", "Azienda", Optional.of("T01"), List.of("A", "B"), List.of("SSN"));
        session.enrol(new Enrolment(desk, "I01", "secret", "A"));
        session.signIn(new DeskSession.Operator(
                new Sessions.Operator("op1", "orsini", "10423", "Caterina Orsini", List.of("CUP")),
                "session-1",
                Optional.of("token")));
    }

    @AfterEach
    void close() {
        store.close();
    }

    private void pass(int seconds) {
        clock.now = clock.now.plusSeconds(seconds);
    }

    private LocalQueue local(TimeSource source) {
        return new LocalQueue(
                new LocalQueue.Needs(
                        store.journal(), session, Parameters::shipped, clock, () -> false, new ReentrantLock()),
                source);
    }

    private QueueSystem system(TimeSource source) {
        return source == TimeSource.SERVER ? new ServerQueue(server.backend(), session) : local(source);
    }

    /** A person takes a number at the entrance: the system hears of it, or only the person has the paper. */
    private void print(QueueSystem system, String number) {
        switch (system.source()) {
            case SERVER -> server.print(number);
            case BRIDGE -> ((LocalQueue) system).printed(Objects.requireNonNull(QueueNumber.parse(number)), clock.now);
            default -> {
                // the paper is in the person's hand
            }
        }
    }

    /** Calls the next; without a system that knows, the operator reads number and time off the paper. */
    private Queues.Entry call(QueueSystem system, String number, Instant printed) {
        QueueAnswer answer = system.source() == TimeSource.MANUAL
                ? system.call(
                        new TypedNumber(Objects.requireNonNull(QueueNumber.parse(number)), Optional.of(printed)), "")
                : system.next(UUID.randomUUID());
        Queues.Entry entry = assertInstanceOf(QueueAnswer.Done.class, answer).entry();
        assertEquals(number, entry.number());
        return entry;
    }

    private static Queues.Entry done(QueueAnswer answer) {
        return assertInstanceOf(QueueAnswer.Done.class, answer, answer::toString)
                .entry();
    }

    private QueueEntry known(String number) {
        server.receive(store.journal());
        return Objects.requireNonNull(server.tickets.get(number));
    }

    @Test
    void aNumberCalledFromHereWhileTheAnswerWasLostIsNotCalledASecondTime() {
        ServerQueue queue = new ServerQueue(server.backend(), session);
        LocalQueue bridge = local(TimeSource.BRIDGE);
        print(queue, "A001");
        pass(1);
        print(queue, "A002");
        UUID request = UUID.randomUUID();
        server.unheard = true;
        assertInstanceOf(QueueAnswer.Silent.class, queue.next(request, bridge::calledSince));
        server.unheard = false;
        pass(5);
        call(local(TimeSource.MANUAL), "A001", START);
        pass(60);
        assertEquals("A002", done(queue.next(request, bridge::calledSince)).number());
        assertEquals("A002", done(queue.next(request, bridge::calledSince)).number(), "and that one once too");
    }

    @ParameterizedTest
    @Tag("R-QUE-1")
    @EnumSource(
            value = TimeSource.class,
            names = {"SERVER", "BRIDGE", "MANUAL"})
    void everySystemEndsInTheSameTicketWithItsTimesAndSources(TimeSource source) {
        QueueSystem system = system(source);
        Instant printed = clock.now;
        print(system, "A001");
        pass(240);
        Queues.Entry called = call(system, "A001", printed);
        pass(30);
        done(system.step(called, new QueueStep.Serve()));
        pass(300);
        done(system.step(called, new QueueStep.Finish()));
        QueueEntry known = known("A001");
        assertEquals(new WaitingTime.Measured(Duration.ofMinutes(4)), WaitingTime.of(known, 0));
        assertEquals(QueueState.CONCLUDED, known.state());
        assertEquals(source, known.leg().callSource());
        assertEquals(
                source == TimeSource.SERVER ? TimeSource.DISPENSER : source,
                known.legs().get(0).sinceSource());
        assertEquals(printed.plusSeconds(270), known.leg().served());
        assertEquals(printed.plusSeconds(570), known.leg().ended());
        server.receive(store.journal());
        assertEquals(1, server.tickets.size(), "told twice, counted once");
    }

    @ParameterizedTest
    @EnumSource(
            value = TimeSource.class,
            names = {"SERVER", "BRIDGE", "MANUAL"})
    void everySystemAsksForTheRecallBeforeAnAbsence(TimeSource source) {
        QueueSystem system = system(source);
        Instant printed = clock.now;
        print(system, "B007");
        pass(60);
        Queues.Entry called = call(system, "B007", printed);
        QueueAnswer.Refused early =
                assertInstanceOf(QueueAnswer.Refused.class, system.step(called, new QueueStep.Absent()));
        assertEquals(List.of("CALL_AGAIN_FIRST"), early.violations());
        pass(20);
        done(system.step(called, new QueueStep.Recall()));
        pass(20);
        done(system.step(called, new QueueStep.Absent()));
        QueueEntry known = known("B007");
        assertEquals(QueueState.ABSENT, known.state());
        assertEquals(1, known.standing().recalls());
        assertEquals(printed.plusSeconds(60), known.leg().called(), "the first call ends the wait");
    }

    @ParameterizedTest
    @Tag("R-QUE-2")
    @EnumSource(
            value = TimeSource.class,
            names = {"SERVER", "BRIDGE", "MANUAL"})
    void everySystemKeepsTheFirstIssueTimeThroughRequeueAndTransfer(TimeSource source) {
        QueueSystem system = system(source);
        Instant printed = clock.now;
        print(system, "A001");
        pass(60);
        Queues.Entry called = call(system, "A001", printed);
        pass(60);
        done(system.step(called, new QueueStep.Requeue(2)));
        pass(60);
        Queues.Entry again = done(
                source == TimeSource.MANUAL
                        ? system.call(TypedNumber.of(Objects.requireNonNull(QueueNumber.parse("A001"))), "")
                        : system.next(UUID.randomUUID()));
        pass(10);
        done(system.step(again, new QueueStep.Transfer(Optional.of("B"), Optional.empty())));
        QueueEntry known = known("A001");
        assertEquals(printed, known.issuedAt());
        assertEquals(3, known.legs().size());
        assertEquals("B", known.category());
        assertEquals(new WaitingTime.Measured(Duration.ofMinutes(1)), WaitingTime.of(known, 0));
        assertEquals(new WaitingTime.Measured(Duration.ofMinutes(1)), WaitingTime.of(known, 1));
    }

    @ParameterizedTest
    @EnumSource(
            value = TimeSource.class,
            names = {"SERVER", "BRIDGE"})
    void whoKnowsTheQueueCallsInItsOrderAndSaysWhenNobodyWaits(TimeSource source) {
        QueueSystem system = system(source);
        IntStream.rangeClosed(1, 3).forEach(number -> {
            print(system, "A00" + number);
            pass(10);
        });
        assertEquals(
                List.of("A001", "A002", "A003"),
                system.waiting().orElseThrow().stream()
                        .map(Queues.Entry::number)
                        .toList());
        for (int number = 1; number <= 3; number++) {
            call(system, "A00" + number, clock.now);
        }
        assertInstanceOf(QueueAnswer.NobodyWaits.class, system.next(UUID.randomUUID()));
    }

    @Test
    void whatWasHeardAndCalledSurvivesARestart() {
        LocalQueue before = local(TimeSource.BRIDGE);
        print(before, "A001");
        pass(5);
        print(before, "A002");
        call(before, "A001", START);
        store.close();
        store = open();
        LocalQueue after = local(TimeSource.BRIDGE);
        assertEquals(
                List.of("A002"),
                after.waiting().orElseThrow().stream().map(Queues.Entry::number).toList());
        assertEquals(TimeSource.BRIDGE, known("A001").leg().callSource());
        assertEquals(2, server.tickets.size());
    }

    @Test
    void whatAnotherDeskCalledMeanwhileIsNotCalledASecondTime() {
        LocalQueue bridge = local(TimeSource.BRIDGE);
        print(bridge, "A001");
        print(bridge, "A002");
        server.receive(store.journal());
        ServerQueue byServer = new ServerQueue(server.backend(), session);
        assertEquals("A001", done(byServer.next(UUID.randomUUID())).number());
        bridge.learn(byServer.waiting().orElseThrow());
        server.away = true;
        assertInstanceOf(QueueAnswer.Silent.class, byServer.next(UUID.randomUUID()));
        assertEquals("A002", done(bridge.next(UUID.randomUUID())).number());
    }

    @Test
    @Tag("R-QUE-8")
    void aNewDayBeginsWithNoNumbersOfTheOldOne() {
        LocalQueue bridge = local(TimeSource.BRIDGE);
        print(bridge, "A001");
        pass(24 * 3600);
        assertTrue(bridge.waiting().orElseThrow().isEmpty());
        assertEquals(QueueState.ISSUED, known("A001").state(), "at the server it stays open, and is reported");
    }

    @ParameterizedTest
    @CsvSource({
        "a42, A042, ",
        "A042 9.41, A042, 2026-11-23T08:41:00Z",
        "A042  9:41, A042, 2026-11-23T08:41:00Z",
        "A042 10.01, , ",
        "A042 25.00, , ",
        "42, , ",
        "'', , "
    })
    void aNumberIsTypedWithTheTimeOnItsPaper(String typed, String number, Instant printed) {
        ZonedDateTime now = ZonedDateTime.of(2026, 11, 23, 10, 0, 0, 0, ROME);
        assertEquals(
                Optional.ofNullable(number)
                        .map(it -> new TypedNumber(
                                Objects.requireNonNull(QueueNumber.parse(it)), Optional.ofNullable(printed))),
                TypedNumber.parse(typed, now));
    }

    /** In the night that repeats an hour, the time on the paper is the last one that has been. */
    @Test
    void theHourThatComesTwiceIsTheLaterOneThatHasBeen() {
        ZonedDateTime first = Instant.parse("2026-10-25T00:50:00Z").atZone(ROME);
        ZonedDateTime second = Instant.parse("2026-10-25T01:50:00Z").atZone(ROME);
        assertEquals(
                Instant.parse("2026-10-25T00:30:00Z"),
                TypedNumber.parse("A1 2.30", first).orElseThrow().printedAt().orElseThrow());
        assertEquals(
                Instant.parse("2026-10-25T01:30:00Z"),
                TypedNumber.parse("A1 2.30", second).orElseThrow().printedAt().orElseThrow());
        assertEquals(ZoneOffset.ofHours(1), second.getOffset());
    }
}
