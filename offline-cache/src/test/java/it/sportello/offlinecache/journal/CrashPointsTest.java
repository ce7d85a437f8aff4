package it.sportello.offlinecache.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.api.Documents;
import it.sportello.api.OperationAnswer;
import it.sportello.domain.operation.OperationType;
import it.sportello.offlinecache.ScriptedServer;
import it.sportello.offlinecache.TestDesk;
import it.sportello.offlinecache.desk.DeskStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * At every crash point of every kind of commit the files are copied as they lie on the disk, which is what a killed
 * process leaves. Opened again, the copy holds the whole commit or nothing of it.
 */
@Tag("R-TIL-1")
class CrashPointsTest {
    @TempDir
    private Path home;

    @TempDir
    private Path copies;

    private boolean watching;
    private final List<Cut> cuts = new ArrayList<>();

    private record Cut(CrashPoint.Step step, Path home) {}

    /** What one commit does. */
    private interface Work {
        void on(DeskStore store, TestDesk.Collection before);
    }

    /** Every kind of commit that the desk makes. */
    enum Kind {
        COLLECT((store, before) -> TestDesk.collect(store.journal(), "due-2", "person-2", 250)),
        ANNUL((store, before) -> TestDesk.annul(store.journal(), before, 100)),
        REPRINT((store, before) ->
                store.journal().prints().reprint(before.number().printed())),
        PRINT_STARTS((store, before) -> store.journal().prints().sending(before.printId())),
        PRINT_SETTLED((store, before) -> store.journal().commit(transaction -> {
            transaction.settlePrint(before.printId(), PrintJob.State.PDF, Optional.empty());
            return transaction.enqueue(TestDesk.draft(
                    OperationType.DOCUMENT_PRINTED,
                    new Documents.Printed(before.number().printed(), false, "PRINTED")));
        })),
        SESSION((store, before) -> store.journal().commit(transaction -> {
            transaction.putTillSession(new TillSessionState(
                    TestDesk.session(), TestDesk.TILL, TestDesk.DAY, false, new TestDesk.SessionDetail(1, "CLOSED")));
            return before;
        })),
        ATTEMPT((store, before) -> store.journal().commit(transaction -> {
            transaction.putCardAttempt(CardAttemptsTest.state(true, "SENT"));
            return before;
        })),
        NOTES((store, before) -> store.journal().commit(transaction -> {
            transaction.putNotes(NoteAccountsTest.record("17", 5_000, 2_000));
            return before;
        })),
        SETTING((store, before) -> store.journal().commit(transaction -> {
            transaction.putSetting("colour", new TestDesk.SessionDetail(7, "BLUE"));
            return before;
        })),
        ANSWER((store, before) -> store.journal()
                .outbox()
                .confirmed(
                        before.operationId(),
                        new OperationAnswer(
                                before.operationId(),
                                List.of("DUE_ALREADY_PAID"),
                                TestDesk.MORNING,
                                Optional.empty()))),
        REFUSAL((store, before) -> store.journal()
                .outbox()
                .stopped(
                        before.operationId(),
                        OperatorTask.Kind.PARKED,
                        Optional.of(ScriptedServer.problem("CHAIN_BROKEN", 409))));

        @SuppressWarnings("ImmutableEnumChecker") // lambdas without a state of their own
        private final Work work;

        Kind(Work work) {
            this.work = work;
        }
    }

    @ParameterizedTest
    @EnumSource
    void theCopyHoldsTheWholeCommitOrNothingOfIt(Kind kind) {
        List<String> before;
        List<String> after;
        try (DeskStore store = TestDesk.open(home, this::cut)) {
            TestDesk.openTill(store.journal());
            TestDesk.Collection one = TestDesk.collect(store.journal(), "due-1", "person-1", 100);
            before = content(store);
            watching = true;
            kind.work.on(store, one);
            watching = false;
            after = content(store);
        }
        assertNotEquals(before, after);
        Set<CrashPoint.Step> passed = EnumSet.noneOf(CrashPoint.Step.class);
        for (Cut cut : cuts) {
            try (DeskStore store = TestDesk.open(cut.home())) {
                boolean there = content(store).equals(after);
                assertTrue(there || content(store).equals(before), () -> kind + " at " + cut.step() + " is half done");
                assertEquals(isAfterCommit(cut.step()), there, () -> kind + " at " + cut.step());
                TestDesk.collect(store.journal(), "due-9", "person-9", 900);
            }
            passed.add(cut.step());
        }
        assertFalse(passed.isEmpty() && kind != Kind.REFUSAL, "no crash point was passed");
    }

    private static boolean isAfterCommit(CrashPoint.Step step) {
        return switch (step) {
            case COMMITTED, ANSWER_STORED, PRINT_SENDING -> true;
            default -> false;
        };
    }

    private void cut(CrashPoint.Step step) {
        if (!watching) {
            return;
        }
        Path copy = copies.resolve(cuts.size() + "-" + step);
        try (Stream<Path> files = Files.list(home)) {
            Files.createDirectories(copy);
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(file.getFileName()));
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        cuts.add(new Cut(step, copy));
    }

    /** Everything that a commit may change, in words; a print cut while it went out is in doubt, which is the same print. */
    private static List<String> content(DeskStore store) {
        Journal journal = store.journal();
        List<String> all = new ArrayList<>();
        journal.entries(TestDesk.TILL).forEach(entry -> all.add(entry.toString()));
        journal.series(TestDesk.TILL).forEach(stand -> all.add(stand.toString()));
        journal.documentsOf(TestDesk.session(), "receipt", it.sportello.api.Tills.Document.class)
                .forEach(document -> {
                    all.add(document.toString());
                    journal.prints().of(document.number()).forEach(job -> all.add(print(job)));
                });
        for (String lane : List.of("till:T01", "access:D01")) {
            journal.chainHead(lane).ifPresent(head -> all.add(head.toString()));
        }
        journal.outbox().pending().forEach(item -> all.add(item.toString()));
        journal.tasks().open().forEach(task -> all.add(task.kind() + " " + task.operationId()));
        all.add(journal.tillSession(TestDesk.session()).toString());
        all.add(journal.cardAttempts()
                .open(TestDesk.TILL, TestDesk.SessionDetail.class)
                .toString());
        all.add(journal.noteAccounts().place(NoteAccountsTest.DEVICE).toString());
        all.add(journal.noteAccounts().after(0, TestDesk.SessionDetail.class).toString());
        all.add(journal.setting("colour", TestDesk.SessionDetail.class).toString());
        return all;
    }

    private static String print(PrintJob job) {
        PrintJob.State state = job.state() == PrintJob.State.SENDING ? PrintJob.State.UNCERTAIN : job.state();
        UUID id = job.id();
        return id + " " + job.copy() + " " + state;
    }
}
