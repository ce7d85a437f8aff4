package it.sportello.offlinecache;

import it.sportello.offlinecache.desk.DeskStore;
import it.sportello.offlinecache.journal.CrashPoint;
import it.sportello.offlinecache.journal.Journal;
import it.sportello.offlinecache.journal.PrintJob;
import it.sportello.offlinecache.sync.SyncLoop;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A cashier in a process of its own, made to be killed: collects without end and says each collection on its standard
 * output only after the commit returned. At the wanted crash point it says so and stands still, waiting for the kill.
 */
public final class CashierProcess {
    private CashierProcess() {}

    /** Arguments: home, crash point or {@code NONE}, how many times it is passed first, address of a server or dash. */
    public static void main(String[] arguments) throws InterruptedException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        AtomicInteger passes = new AtomicInteger(Integer.parseInt(arguments[2]));
        CountDownLatch never = new CountDownLatch(1);
        CrashPoint crash = step -> {
            if (step.name().equals(arguments[1]) && passes.getAndDecrement() == 0) {
                out.println("AT " + step);
                awaitKill(never);
            }
        };
        DeskStore store = TestDesk.open(Path.of(arguments[0]), crash);
        Journal journal = store.journal();
        if (journal.openTillSession(TestDesk.TILL).isEmpty()) {
            TestDesk.openTill(journal);
        }
        if (!arguments[3].equals("-")) {
            SyncLoop loop = TestSync.loop(store, URI.create(arguments[3]), crash);
            loop.start();
        }
        out.println("READY");
        Random random = new Random(arguments[1].hashCode());
        for (int number = 1; ; number++) {
            long cents = 1L + random.nextInt(10_000);
            TestDesk.Collection one =
                    TestDesk.collect(journal, "due-" + number + "-" + System.nanoTime(), "person-" + number, cents);
            out.println("DONE " + one.number() + " " + one.operationId() + " "
                    + one.runningTotal().cents());
            journal.prints().sending(one.printId());
            journal.prints().printed(one.printId());
            if (journal.prints().job(one.printId()).orElseThrow().state() != PrintJob.State.PRINTED) {
                throw new IllegalStateException("a print was forgotten");
            }
        }
    }

    private static void awaitKill(CountDownLatch never) {
        try {
            never.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
