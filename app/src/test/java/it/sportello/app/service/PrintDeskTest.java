package it.sportello.app.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import it.sportello.api.Documents;
import it.sportello.api.Json;
import it.sportello.api.Operation;
import it.sportello.domain.document.DocumentKind;
import it.sportello.domain.document.DocumentNumber;
import it.sportello.domain.document.Regime;
import it.sportello.domain.document.SeriesKey;
import it.sportello.domain.operation.OperationType;
import it.sportello.offlinecache.ThreadGuard;
import it.sportello.offlinecache.desk.DeskStore;
import it.sportello.offlinecache.desk.DeskStoreOptions;
import it.sportello.offlinecache.journal.CrashPoint;
import it.sportello.offlinecache.journal.PrintJob;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What became of a paper, in the journal and on its way to the server. */
@Tag("R-TIL-7")
class PrintDeskTest {
    private static final SeriesKey SERIES = SeriesKey.of(Regime.SSN, DocumentKind.RECEIPT, "T01", "A", 2026);

    @TempDir
    Path home;

    @TempDir
    Path desk;

    /** The step at which the program is killed; none while this is empty. */
    private Optional<CrashPoint.Step> kill = Optional.empty();

    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    @ParameterizedTest
    @EnumSource(
            value = CrashPoint.Step.class,
            names = {"BEGUN", "PRINT_SENT", "OPERATION_CHAINED", "BEFORE_COMMIT", "COMMITTED"})
    void aKillWhileThePaperIsSettledLosesBothTheStateAndTheFactOrNeither(CrashPoint.Step step) {
        UUID job;
        try (TestDesk who = new TestDesk(desk);
                DeskStore store = open()) {
            job = doubtful(store);
            kill = Optional.of(step);
            assertThrows(Killed.class, () -> prints(store, who).confirmPrinted(job));
            kill = Optional.empty();
        }
        try (DeskStore store = open()) {
            boolean there = step == CrashPoint.Step.COMMITTED;
            assertEquals(
                    there ? PrintJob.State.PRINTED : PrintJob.State.UNCERTAIN,
                    store.journal().prints().job(job).orElseThrow().state());
            assertEquals(there ? List.of("PRINTED") : List.of(), told(store));
        }
    }

    @Test
    void theOperatorsWordIsToldOnceAndAPaperOutsideTheSeriesIsNot() {
        try (TestDesk who = new TestDesk(desk);
                DeskStore store = open()) {
            UUID job = doubtful(store);
            PrintDesk prints = prints(store, who);
            prints.confirmPrinted(job);
            assertThrows(IllegalStateException.class, () -> prints.confirmPrinted(job));
            assertEquals(List.of("PRINTED"), told(store));
            UUID reminder = inDoubt(store, store.journal().commit(transaction -> {
                transaction.putDocument(
                        "D10/1", "reminder", UUID.randomUUID(), new Documents.Printed("D10/1", false, ""));
                return transaction.queuePrint("D10/1").id();
            }));
            prints.confirmPrinted(reminder);
            assertEquals(
                    PrintJob.State.PRINTED,
                    store.journal().prints().job(reminder).orElseThrow().state());
            assertEquals(List.of("PRINTED"), told(store), "it has no number that the till answers for");
        }
    }

    @Test
    @Tag("Q34")
    void aWishThatWaitedBehindAnotherPaperIsForgottenWhenTheOperatorChoseAnotherPrinter() {
        Map<String, Deque<Runnable>> waiting = new HashMap<>();
        PrintLanes lanes = new PrintLanes() {
            @Override
            public Executor of(String printer) {
                return waiting.computeIfAbsent(printer, name -> new ArrayDeque<>())::add;
            }

            @Override
            public Executor decisions() {
                return Runnable::run;
            }
        };
        try (TestDesk who = new TestDesk(desk);
                DeskStore store = open()) {
            UUID job = doubtful(store);
            store.journal().prints().failed(job, "DEV-010");
            PrintDesk prints =
                    new PrintDesk(store.journal(), PrintPlaces.only(Optional.empty()), List.of(), who, lanes);
            prints.again(job);
            prints.reroute(job, "other");
            waiting.get("other").remove().run();
            waiting.get("").remove().run();
            assertEquals(
                    PrintJob.State.FAILED,
                    store.journal().prints().job(job).orElseThrow().state(),
                    "queued for nobody, it would come out once more at the next start");
        }
    }

    private PrintDesk prints(DeskStore store, DeskContext who) {
        return new PrintDesk(store.journal(), Optional.empty(), List.of(), who, Runnable::run);
    }

    private static UUID doubtful(DeskStore store) {
        return inDoubt(store, store.journal().commit(transaction -> {
            DocumentNumber number = transaction.nextNumber(SERIES, TestDesk.TODAY);
            transaction.putDocument(
                    number.printed(), "receipt", UUID.randomUUID(), new Documents.Printed(number.printed(), false, ""));
            return transaction.queuePrint(number.printed()).id();
        }));
    }

    private static UUID inDoubt(DeskStore store, UUID job) {
        store.journal().prints().sending(job);
        store.journal().prints().uncertain(job, "DEV-012");
        return job;
    }

    private static List<String> told(DeskStore store) {
        return store.journal().outbox().pending().stream()
                .filter(item -> item.type().equals(OperationType.DOCUMENT_PRINTED.wireName()))
                .map(item -> store.journal().outbox().body(item.id()).orElseThrow())
                .map(body -> Json.strict().readValue(body.bytes(), Operation.class))
                .map(operation -> Json.strict().treeToValue(operation.payload(), Documents.Printed.class))
                .map(Documents.Printed::outcome)
                .toList();
    }

    private DeskStore open() {
        return DeskStore.open(new DeskStoreOptions(
                home, () -> TestDesk.NOW, System::nanoTime, new SecureRandom(), ThreadGuard.NONE, step -> {
                    if (kill.equals(Optional.of(step))) {
                        throw new Killed();
                    }
                }));
    }
}
