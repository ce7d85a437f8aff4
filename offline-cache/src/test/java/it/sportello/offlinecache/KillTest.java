package it.sportello.offlinecache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.api.Tills;
import it.sportello.domain.money.Money;
import it.sportello.offlinecache.desk.DeskStore;
import it.sportello.offlinecache.journal.CrashPoint;
import it.sportello.offlinecache.journal.Journal;
import it.sportello.offlinecache.journal.OutboxItem;
import it.sportello.offlinecache.journal.PostedEntry;
import it.sportello.offlinecache.sync.SyncLoop;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A cashier's process is killed with SIGKILL at every crash point and at random moments, again and again on the same
 * profile: nothing that was said to be done is lost, nothing is there twice, no number is skipped.
 */
@Tag("R-TIL-1")
@Tag("R-TIL-4")
class KillTest {
    private static final int RANDOM_KILLS = 6;

    @TempDir
    private Path home;

    @TempDir
    private Path libraries;

    private final List<String> done = new ArrayList<>();
    private final Set<UUID> operations = new HashSet<>();

    @Test
    void atEveryStepOfACommitAndOfAPrint() throws IOException, InterruptedException {
        List<CrashPoint.Step> steps = List.of(
                CrashPoint.Step.BEGUN,
                CrashPoint.Step.NUMBERED,
                CrashPoint.Step.LEDGER_WRITTEN,
                CrashPoint.Step.DOCUMENT_STORED,
                CrashPoint.Step.OPERATION_CHAINED,
                CrashPoint.Step.ACCESS_LOGGED,
                CrashPoint.Step.PRINT_QUEUED,
                CrashPoint.Step.BEFORE_COMMIT,
                CrashPoint.Step.COMMITTED,
                CrashPoint.Step.PRINT_SENDING,
                CrashPoint.Step.PRINT_SENT);
        Random random = new Random(7);
        for (CrashPoint.Step step : steps) {
            killAt(step.name(), 2 + random.nextInt(5), "-");
            check(step.name());
        }
    }

    @Test
    void atRandomMoments() throws IOException, InterruptedException {
        Random random = new Random(11);
        for (int round = 0; round < RANDOM_KILLS; round++) {
            Process process = start("NONE", 0, "-");
            BufferedReader lines = reader(process);
            read(lines, "READY");
            TimeUnit.MILLISECONDS.sleep(30 + random.nextInt(200));
            kill(process, lines);
            check("round " + round);
        }
    }

    @Test
    @Tag("R-SYN-2")
    void whileSendingAndTheServerHasEachOnce() throws IOException, InterruptedException {
        try (ScriptedServer server = new ScriptedServer()) {
            for (CrashPoint.Step step :
                    List.of(CrashPoint.Step.BEFORE_SEND, CrashPoint.Step.ANSWERED, CrashPoint.Step.ANSWER_STORED)) {
                killAt(step.name(), 7, server.address().toString());
                check(step.name());
            }
            try (DeskStore store = TestDesk.open(home)) {
                try (SyncLoop loop = TestSync.loop(store, server.address(), CrashPoint.NONE)) {
                    loop.start();
                    long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
                    while (store.journal().outbox().summary().count() > 0 && System.nanoTime() < limit) {
                        TimeUnit.MILLISECONDS.sleep(20);
                    }
                }
                assertEquals(List.of(), store.journal().outbox().pending());
                assertEquals(store.journal().chainHead("till:T01").orElseThrow().link(), server.head("till:T01"));
                assertEquals(store.journal().chainHead("till:T01").orElseThrow().count(), server.sequence("till:T01"));
            }
            assertTrue(server.applied().containsAll(operations), "something reported done is not on the server");
        }
    }

    private void killAt(String step, int passes, String server) throws IOException, InterruptedException {
        Process process = start(step, passes, server);
        BufferedReader lines = reader(process);
        read(lines, "AT " + step);
        kill(process, lines);
    }

    private void kill(Process process, BufferedReader lines) throws IOException, InterruptedException {
        // the handle kills without closing the pipe, which may still hold lines
        assertTrue(process.toHandle().destroyForcibly());
        assertTrue(process.waitFor(20, TimeUnit.SECONDS));
        read(lines, "nothing ever said");
    }

    private void read(BufferedReader lines, String until) throws IOException {
        String line = lines.readLine();
        while (line != null && !line.equals(until)) {
            String[] words = line.split(" ", -1);
            // a line cut by the kill tells of a collection as little as none
            if (words.length == 4 && words[0].equals("DONE")) {
                done.add(words[1]);
                operations.add(UUID.fromString(words[2]));
            }
            line = lines.readLine();
        }
        if (line == null && until.startsWith("AT")) {
            throw new IllegalStateException("the cashier ended before " + until);
        }
    }

    private void check(String when) {
        try (DeskStore store = TestDesk.open(home)) {
            Journal journal = store.journal();
            List<Tills.Document> documents = journal.documentsOf(TestDesk.session(), "receipt", Tills.Document.class);
            List<String> numbers =
                    documents.stream().map(Tills.Document::number).toList();
            assertEquals(
                    IntStream.rangeClosed(1, numbers.size())
                            .mapToObj(number -> String.format("SR-T01A/2026/%06d", number))
                            .toList(),
                    numbers,
                    when);
            assertTrue(new HashSet<>(numbers).containsAll(done), when + ": lost " + done);
            assertEquals(done.size(), new HashSet<>(done).size(), when + ": a number given twice");
            List<PostedEntry> entries = journal.entries(TestDesk.TILL);
            Money sum = entries.stream().map(entry -> entry.entry().cash()).reduce(Money.ZERO, Money::plus);
            assertEquals(journal.ledger(TestDesk.TILL).runningTotal(), sum, when);
            assertEquals(entries.getLast().runningTotal(), sum, when);
            long receipts =
                    documents.stream().mapToLong(Tills.Document::totalCents).sum();
            assertEquals(sum.cents(), 10_000 + receipts, when);
            assertEquals(
                    documents.size() + 1,
                    journal.chainHead("till:T01").orElseThrow().count(),
                    when);
            for (UUID operation : operations) {
                OutboxItem item = journal.outbox().item(operation).orElseThrow();
                assertTrue(item.state().isToSend() || item.state() == OutboxItem.State.CONFIRMED, when);
            }
            done.clear();
            done.addAll(numbers);
        }
    }

    private Process start(String step, int passes, String server) throws IOException {
        String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        ProcessBuilder builder = new ProcessBuilder(
                ProcessHandle.current().info().command().orElse("java"),
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m",
                "--enable-native-access=ALL-UNNAMED",
                "-Dorg.sqlite.tmpdir=" + libraries,
                "-cp",
                path,
                CashierProcess.class.getName(),
                home.toString(),
                step,
                String.valueOf(passes),
                server);
        builder.redirectError(new File(libraries.toFile(), "errors.txt"));
        return builder.start();
    }

    private static BufferedReader reader(Process process) {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }
}
