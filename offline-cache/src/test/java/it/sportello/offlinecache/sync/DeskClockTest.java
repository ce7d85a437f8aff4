package it.sportello.offlinecache.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
