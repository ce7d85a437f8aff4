package it.sportello.app.till;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import it.sportello.domain.operation.OperationType;
import it.sportello.offlinecache.journal.CrashPoint;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Movement, number, receipt, print, operation and access are one commit of the real collection: wherever the process
 * ends, the desk finds all of them or none.
 */
@Tag("R-SEC-3")
class CollectionIsOneCommitTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path home;

    @ParameterizedTest
    @EnumSource(
            value = CrashPoint.Step.class,
            names = {
                "BEGUN",
                "NUMBERED",
                "LEDGER_WRITTEN",
                "DOCUMENT_STORED",
                "OPERATION_CHAINED",
                "ACCESS_LOGGED",
                "PRINT_QUEUED",
                "BEFORE_COMMIT"
            })
    void beforeTheCommitThereIsNothing(CrashPoint.Step step) {
        endedAt(step);
        assertFound(0);
    }

    @ParameterizedTest
    @EnumSource(value = CrashPoint.Step.class, names = "COMMITTED")
    void afterTheCommitThereIsAllOfIt(CrashPoint.Step step) {
        endedAt(step);
        assertFound(1);
    }

    private void endedAt(CrashPoint.Step wanted) {
        try (TillDay day = new TillDay(home)) {
            day.opened();
            day.crash = step -> {
                if (step == wanted) {
                    throw new IllegalStateException("the power fails");
                }
            };
            assertThrows(
                    IllegalStateException.class,
                    () -> day.collectDues()
                            .collect(TillDay.payment(3_615, TillDay.due("D1", "SPECIALIST_COPAYMENT", "SSN", 3_615))));
            day.crash = CrashPoint.NONE;
        }
    }

    private void assertFound(int times) {
        try (TillDay day = new TillDay(home)) {
            assertEquals(
                    15_000L + times * 3_615L,
                    day.journal().ledger("T01").runningTotal().cents(),
                    "movement");
            assertEquals(times, day.journal().series("T01").size(), "number");
            assertEquals(times, day.journal().prints().open().size(), "print");
            assertEquals(
                    times == 1, day.collectDues().receipt("SR-T01A/2026/000001").isPresent(), "receipt");
            assertEquals(times, pending(day, OperationType.TILL_COLLECTED), "operation");
            assertEquals(times, pending(day, OperationType.ACCESS_VIEWED), "access");
        }
    }

    private static long pending(TillDay day, OperationType type) {
        return day.journal().outbox().pending().stream()
                .filter(item -> item.type().equals(type.wireName()))
                .count();
    }
}
