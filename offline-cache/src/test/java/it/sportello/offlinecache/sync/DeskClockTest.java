package it.sportello.offlinecache.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.api.Bookings;
import it.sportello.domain.operation.Lane;
import it.sportello.domain.operation.OperationType;
import it.sportello.offlinecache.TestDesk;
import it.sportello.offlinecache.ThreadGuard;
import it.sportello.offlinecache.desk.DeskStore;
import it.sportello.offlinecache.desk.DeskStoreOptions;
import it.sportello.offlinecache.journal.CrashPoint;
import it.sportello.offlinecache.journal.OperationDraft;
import it.sportello.offlinecache.remote.BackendFault;
import it.sportello.offlinecache.seal.OperatorUnlock;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("R-SYN-7")
class DeskClockTest {
    @TempDir
    private Path home;

    private Instant now = TestDesk.MORNING;
    private long nanos;

    @Test
    void theMiddleOfTheExchangeIsCompared() {
        DeskClock clock = new DeskClock(() -> now, () -> nanos);
        assertEquals(now, clock.corrected());
        assertFalse(clock.isConfirmed());
        clock.measured(now.plusSeconds(99), Duration.ofSeconds(2));
        assertEquals(now.plusSeconds(100), clock.corrected());
        assertEquals(Optional.of(Duration.ofSeconds(-100)), clock.skew());
        clock.measured(now.plusSeconds(500), Duration.ofSeconds(20));
        assertEquals(now.plusSeconds(100), clock.corrected(), "a slow exchange does not replace a good one");
        nanos += Duration.ofSeconds(3).toNanos();
        assertEquals(3000, clock.monotonicMillis());
    }

    @Test
    void theLineIsUpForAWhileAfterAConfirmedExchangeAndDownAtTheFirstFailure() {
        DeskClock clock = new DeskClock(() -> now, () -> nanos);
        LineMonitor line = new LineMonitor(clock, Duration.ofSeconds(10), () -> nanos);
        assertFalse(line.isUp());
        line.answered(Optional.empty(), Duration.ZERO);
        assertTrue(line.isUp());
        nanos += Duration.ofSeconds(11).toNanos();
        assertFalse(line.isUp());
        line.answered(Optional.empty(), Duration.ZERO);
        line.failed(new BackendFault(BackendFault.Code.TIMEOUT, 0, "", null));
        assertFalse(line.isUp());
        assertEquals(Optional.of(now), line.lastConfirmed());
    }

    @Test
    void settingTheClockBackDoesNotDateACommitBack() {
        try (DeskStore store = DeskStore.open(new DeskStoreOptions(
                home, () -> now, System::nanoTime, new SecureRandom(), ThreadGuard.NONE, CrashPoint.NONE))) {
            Instant first = at(store);
            now = now.minus(Duration.ofDays(1));
            assertEquals(first, at(store));
            store.clock().measured(now.plusSeconds(60), Duration.ZERO);
            assertEquals(now.plusSeconds(60), at(store), "but the server's word counts");
        }
    }

    @Test
    void aServerWhoseClockGoesBackDoesNotDateACommitBack() {
        try (DeskStore store = store()) {
            store.clock().measured(now.plusSeconds(3600), Duration.ZERO);
            Instant first = at(store);
            assertEquals(now.plusSeconds(3600), first);
            nanos += Duration.ofSeconds(10).toNanos();
            now = now.plusSeconds(10);
            store.clock().measured(now, Duration.ZERO);
            assertEquals(now, store.clock().instant(), "the clock itself follows the server");
            assertEquals(first, at(store));
        }
        try (DeskStore store = store()) {
            store.clock().measured(now, Duration.ZERO);
            assertEquals(TestDesk.MORNING.plusSeconds(3600), at(store), "also after a new start");
        }
    }

    @Test
    void anExchangeDuringWhichTheMachinesClockWasSetMeasuresNothing() {
        DeskClock clock = new DeskClock(() -> now, () -> nanos);
        pass(Duration.ofSeconds(1));
        clock.measured(now, Duration.ZERO);
        pass(Duration.ofSeconds(5));
        clock.corrected();
        Instant told = now;
        pass(Duration.ofMillis(100));
        now = now.plus(Duration.ofHours(4));
        clock.measured(told, Duration.ofMillis(100));
        assertEquals(now, clock.corrected(), "four hours passed on both sides while the answer was on its way");
        pass(Duration.ofSeconds(3));
        clock.measured(now.minus(Duration.ofHours(4)), Duration.ofMillis(100));
        assertEquals(now.minus(Duration.ofHours(4)).plusMillis(50), clock.corrected(), "the next one tells what it is");
    }

    @Test
    void anExchangeThatAgreesAsWellAsItCanMeasureChangesNothing() {
        DeskClock clock = new DeskClock(() -> now, () -> nanos);
        clock.measured(now.plusSeconds(60), Duration.ZERO);
        pass(Duration.ofSeconds(10));
        clock.measured(now.plusSeconds(60), Duration.ofMillis(200));
        assertEquals(now.plusSeconds(60), clock.instant());
        pass(Duration.ofSeconds(10));
        clock.measured(now.plusSeconds(60).plusMillis(1), Duration.ofMillis(200));
        assertEquals(now.plusSeconds(60).plusMillis(101), clock.instant());
    }

    @Test
    void theClockOfTheDeskStandsInRomeAndOtherZonesFollowIt() {
        DeskClock clock = new DeskClock(() -> now, () -> nanos);
        Clock utc = clock.withZone(ZoneOffset.UTC);
        clock.measured(Instant.parse("2026-11-23T23:10:00Z"), Duration.ZERO);
        assertEquals(LocalDate.of(2026, 11, 24), LocalDate.now(clock));
        assertEquals(LocalDate.of(2026, 11, 23), LocalDate.now(utc));
        assertEquals(clock.instant(), utc.instant());
    }

    /** Machines hours off, set now and then, exchanges of every speed: the day is right and rows only go forward. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void onceMeasuredTheDayIsTheServersAndRowsGoForward(long seed) {
        Random random = new Random(seed);
        Instant server = Instant.parse("2026-11-23T22:40:00Z");
        now = server.plus(Duration.ofMinutes(random.nextInt(-2000, 2000)));
        try (DeskStore store = store()) {
            Instant last = Instant.MIN;
            for (int step = 0; step < 60; step++) {
                Duration passed = Duration.ofMillis(random.nextInt(1, 60_000));
                server = server.plus(passed);
                pass(passed);
                if (random.nextInt(10) == 0) {
                    now = now.plus(Duration.ofMinutes(random.nextInt(-2000, 2000)));
                    store.clock().instant();
                }
                Duration trip = Duration.ofMillis(random.nextInt(1, 1900));
                Duration there = trip.dividedBy(100).multipliedBy(random.nextInt(0, 101));
                pass(trip);
                store.clock().measured(server.plus(there), trip);
                server = server.plus(trip);
                Duration wrong =
                        Duration.between(server, store.clock().instant()).abs();
                assertTrue(wrong.compareTo(Duration.ofMillis(1900)) <= 0, "seed " + seed + " step " + step + wrong);
                Instant at = at(store);
                assertFalse(at.isBefore(last), "seed " + seed + " step " + step);
                last = at;
            }
        }
    }

    @Test
    @Tag("R-SEC-2")
    void anOfflineSignInEndsAlsoForWhoSetsTheClockBack() {
        char[] passphrase = "Quattro-stagioni1".toCharArray();
        try (DeskStore store = store()) {
            store.keys().setOperator(store.dataKey(), "orsini", passphrase, now.plus(Duration.ofDays(3)));
            now = now.plus(Duration.ofHours(73));
            at(store);
        }
        now = TestDesk.MORNING;
        try (DeskStore store = store()) {
            assertInstanceOf(OperatorUnlock.Expired.class, store.keys().unlock("orsini", passphrase));
        }
    }

    private void pass(Duration duration) {
        now = now.plus(duration);
        nanos += duration.toNanos();
    }

    private DeskStore store() {
        return DeskStore.open(new DeskStoreOptions(
                home, () -> now, () -> nanos, new SecureRandom(), ThreadGuard.NONE, CrashPoint.NONE));
    }

    private static Instant at(DeskStore store) {
        UUID id = store.journal()
                .commit(transaction -> transaction.enqueue(new OperationDraft(
                        OperationType.BOOKING_ACCEPT,
                        1,
                        Lane.booking("b"),
                        new Bookings.Accept("b", 1, Optional.empty()),
                        TestDesk.AUTHOR,
                        true)));
        return store.journal().outbox().item(id).orElseThrow().createdAt();
    }
}
