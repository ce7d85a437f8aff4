package it.sportello.quality.day.proof;

import it.sportello.domain.document.SeriesKey;
import it.sportello.domain.operation.Lane;
import it.sportello.offlinecache.ThreadGuard;
import it.sportello.offlinecache.desk.DeskStore;
import it.sportello.offlinecache.desk.DeskStoreOptions;
import it.sportello.offlinecache.journal.ChainHead;
import it.sportello.offlinecache.journal.CrashPoint;
import it.sportello.offlinecache.journal.Journal;
import it.sportello.offlinecache.journal.PostedEntry;
import it.sportello.offlinecache.journal.PrintJob;
import it.sportello.offlinecache.journal.SeriesStand;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a desk holds when its program has ended, read by opening its files again: opening verifies every body, chain,
 * book and number.
 *
 * @param entries lines of the till's book
 * @param lastNumbers last number of each series, by its printed name
 * @param heads newest link of each chained lane
 * @param prints state of every print of every fiscal document
 * @param pending operations not answered yet
 * @param tasks decisions that wait, by their kind and reason
 * @param commitTimes how long a commit takes on this disk
 */
public record DeskFacts(
        String deskId,
        List<Line> entries,
        Map<String, Integer> lastNumbers,
        Map<String, Head> heads,
        Map<String, List<String>> prints,
        int pending,
        List<String> tasks,
        List<Duration> commitTimes) {
    private static final int COMMITS = 30;

    /** A line of the book; amounts in cents. */
    public record Line(long sequence, String kind, long cash, long runningTotal) {}

    /** A chain: how many records and the newest link, hexadecimal. */
    public record Head(long count, String link) {}

    /** Opens the files of a desk; whatever does not agree with itself comes out as a {@code StoreFault}. */
    static DeskFacts read(Path home, String deskId, Optional<String> tillId, Clock clock) {
        SecureRandom random = new SecureRandom();
        try (DeskStore store = DeskStore.open(
                new DeskStoreOptions(home, clock, System::nanoTime, random, ThreadGuard.NONE, CrashPoint.NONE))) {
            Journal journal = store.journal();
            List<Line> entries = new ArrayList<>();
            Map<String, Integer> numbers = new TreeMap<>();
            Map<String, List<String>> prints = new LinkedHashMap<>();
            Map<String, Head> heads = new TreeMap<>();
            head(journal, Lane.access(deskId).name(), heads);
            tillId.ifPresent(till -> {
                journal.entries(till).forEach(posted -> entries.add(line(posted)));
                head(journal, Lane.till(till).name(), heads);
                for (SeriesStand stand : journal.series(till)) {
                    numbers.put(stand.key().printed(), stand.last());
                    prints(journal, stand, prints);
                }
            });
            int pending = journal.outbox().pending().size();
            List<String> tasks = journal.tasks().open().stream()
                    .map(task -> task.operationType() + " " + task.kind() + " "
                            + task.problem().map(Object::toString).orElse(""))
                    .toList();
            return new DeskFacts(deskId, entries, numbers, heads, prints, pending, tasks, commits(journal));
        }
    }

    private static Line line(PostedEntry posted) {
        return new Line(
                posted.entry().sequence(),
                posted.entry().kind().name(),
                posted.entry().cashCents(),
                posted.runningTotal().cents());
    }

    private static void head(Journal journal, String lane, Map<String, Head> heads) {
        journal.chainHead(lane).map(DeskFacts::head).ifPresent(head -> heads.put(lane, head));
    }

    private static Head head(ChainHead head) {
        return new Head(head.count(), head.link().hex());
    }

    private static void prints(Journal journal, SeriesStand stand, Map<String, List<String>> prints) {
        SeriesKey key = stand.key();
        for (int number = 1; number <= stand.last(); number++) {
            String printed = new it.sportello.domain.document.DocumentNumber(key, number).printed();
            prints.put(
                    printed,
                    journal.prints().of(printed).stream().map(DeskFacts::state).toList());
        }
    }

    private static String state(PrintJob job) {
        return (job.copy() == 0 ? "original " : "copy ") + job.state().name();
    }

    /** Commits of a draft, one after the other, each forced to the disk. */
    private static List<Duration> commits(Journal journal) {
        List<Duration> times = new ArrayList<>();
        for (int i = 0; i < COMMITS; i++) {
            String key = "measure";
            long begun = System.nanoTime();
            journal.commit(transaction -> {
                transaction.putDraft(key, new Measure(key));
                return key;
            });
            times.add(Duration.ofNanos(System.nanoTime() - begun));
        }
        journal.commit(transaction -> {
            transaction.removeDraft("measure");
            return "";
        });
        return times;
    }

    /** What is committed to measure. */
    public record Measure(String name) {}
}
