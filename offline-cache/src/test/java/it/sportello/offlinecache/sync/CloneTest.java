package it.sportello.offlinecache.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.api.Tills;
import it.sportello.offlinecache.ScriptedServer;
import it.sportello.offlinecache.TestDesk;
import it.sportello.offlinecache.TestSync;
import it.sportello.offlinecache.desk.DeskStore;
import it.sportello.offlinecache.journal.CrashPoint;
import it.sportello.offlinecache.journal.OperatorTask;
import it.sportello.offlinecache.remote.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole home put back from a copy: journal, cache and keys together, with installation, secret and epoch. */
@Tag("R-TIL-4")
class CloneTest {
    @TempDir
    private Path folder;

    private final ScriptedServer server = new ScriptedServer();

    @AfterEach
    void close() {
        server.close();
    }

    private Path home(String name) {
        return folder.resolve(name);
    }

    private void copy(String from, String to) throws IOException {
        try (Stream<Path> files = Files.walk(home(from))) {
            for (Path file : files.toList()) {
                Files.copy(file, home(to).resolve(home(from).relativize(file)));
            }
        }
    }

    private static void await(String what, BooleanSupplier condition) throws InterruptedException {
        long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < limit, "waited in vain: " + what);
            TimeUnit.MILLISECONDS.sleep(5);
        }
    }

    private void sendAll(DeskStore store) throws InterruptedException {
        try (SyncLoop loop = TestSync.loop(store, server.address(), CrashPoint.NONE)) {
            loop.start();
            await("sent", () -> store.journal().outbox().summary().count() == 0);
        }
    }

    private TillHistory.Finding compare(DeskStore store, String epoch) {
        try (SyncLoop loop = TestSync.loop(store, server.address(), CrashPoint.NONE)) {
            return loop.history().compare(TestDesk.TILL, epoch);
        }
    }

    private static boolean isMarked(DeskStore store) {
        LineMonitor line = new LineMonitor(store.clock(), TestSync.QUICK.onlineFor(), System::nanoTime);
        return new TillHistory(store.journal(), till -> new Answer.Done<>(empty()), line).isOldCopy();
    }

    private static Tills.LedgerSummary empty() {
        return new Tills.LedgerSummary(TestDesk.TILL, "", 0, 0, 0, 0, "", 0, List.of(), List.of());
    }

    /** Opened and one collection acknowledged, then copied; the original collected once more and sent it. */
    private void copied() throws Exception {
        try (DeskStore store = TestDesk.open(home("desk"))) {
            TestDesk.openTill(store.journal());
            TestDesk.collect(store.journal(), "due-1", "person-1", 1_000);
            sendAll(store);
        }
        copy("desk", "copy");
        try (DeskStore store = TestDesk.open(home("desk"))) {
            TestDesk.collect(store.journal(), "due-2", "person-1", 2_000);
            sendAll(store);
        }
    }

    @Test
    void aServerThatIsAheadProvesTheCopyAndTheMarkOutlivesARestart() throws Exception {
        copied();
        try (DeskStore store = TestDesk.open(home("copy"))) {
            assertEquals(TillHistory.Finding.OLD_COPY, compare(store, "A"));
        }
        server.cut(true);
        try (DeskStore store = TestDesk.open(home("copy"))) {
            assertTrue(isMarked(store));
        }
        server.cut(false);
        try (DeskStore store = TestDesk.open(home("desk"))) {
            assertEquals(TillHistory.Finding.WHOLE, compare(store, "A"));
            assertFalse(isMarked(store));
        }
    }

    @Test
    void aCopyUsedOffLineIsFoundAtItsFirstSendingAndLeavesATask() throws Exception {
        copied();
        try (DeskStore store = TestDesk.open(home("copy"))) {
            TestDesk.collect(store.journal(), "due-3", "person-2", 3_000);
            try (SyncLoop loop = TestSync.loop(store, server.address(), CrashPoint.NONE)) {
                loop.start();
                await("a task", () -> tillTask(store).isPresent());
            }
            OperatorTask task = tillTask(store).orElseThrow();
            assertEquals(OperatorTask.Kind.PARKED, task.kind());
            assertEquals("TillRefusal.OldCopy", task.problem().orElseThrow().code());
            assertTrue(isMarked(store));
            assertTrue(store.journal().outbox().body(task.operationId()).isPresent(), "what was collected is kept");
        }
    }

    private static java.util.Optional<OperatorTask> tillTask(DeskStore store) {
        return store.journal().tasks().open().stream()
                .filter(task -> task.lane().equals("till:T01"))
                .findFirst();
    }

    @Test
    void whatIsNotYetSentIsNoCopy() throws Exception {
        try (DeskStore store = TestDesk.open(home("desk"))) {
            assertEquals(TillHistory.Finding.WHOLE, compare(store, "A"), "nothing anywhere");
            TestDesk.openTill(store.journal());
            sendAll(store);
            TestDesk.collect(store.journal(), "due-1", "person-1", 1_000);
            assertEquals(TillHistory.Finding.WHOLE, compare(store, "A"), "the server is behind");
            assertFalse(isMarked(store));
        }
    }

    @Test
    void anAnswerLostInTransitIsNoCopy() throws Exception {
        try (DeskStore store = TestDesk.open(home("desk"))) {
            TestDesk.openTill(store.journal());
            sendAll(store);
            TestDesk.collect(store.journal(), "due-1", "person-1", 1_000);
            ScriptedServer.Misbehaviour lost = (scripted, exchange, body) -> {
                scripted.asUsual(new LostAnswer(exchange), body);
                exchange.close();
                return true;
            };
            server.next(Collections.nCopies(200, lost).toArray(ScriptedServer.Misbehaviour[]::new));
            try (SyncLoop loop = TestSync.loop(store, server.address(), CrashPoint.NONE)) {
                loop.start();
                await("applied", () -> server.sequence("till:T01") == 2);
            }
            long acknowledged = AcknowledgedHead.find(store.cache(), "till:T01")
                    .orElseThrow()
                    .count();
            assertEquals(1, acknowledged, "the answer was lost");
            assertEquals(TillHistory.Finding.WHOLE, compare(store, "A"));
            assertFalse(isMarked(store));
        }
    }

    @Test
    void aNewInstallationDoesNotMeasureItselfByTheOldEpoch() throws Exception {
        copied();
        try (DeskStore store = TestDesk.open(home("new"))) {
            assertEquals(TillHistory.Finding.WHOLE, compare(store, "B"));
            assertEquals(TillHistory.Finding.OLD_COPY, compare(store, "A"), "an empty journal of the same epoch");
        }
    }

    @Test
    void anUnknownAnswerProvesNothing() throws Exception {
        copied();
        server.cut(true);
        try (DeskStore store = TestDesk.open(home("copy"))) {
            assertEquals(TillHistory.Finding.UNKNOWN, compare(store, "A"));
            assertFalse(isMarked(store));
        }
    }
}
