package it.sportello.app.signin;

import it.sportello.offlinecache.journal.Journal;
import it.sportello.offlinecache.journal.OutboxItem;
import it.sportello.offlinecache.journal.PrintJob;
import it.sportello.offlinecache.journal.StoredTillSession;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Looks what an operator leaves behind who signs out, or who ends the program (R-ACC-5). Waits for the disk. */
public final class LeaveCheck {
    /** A till that was not closed. */
    public record OpenTill(String tillId, LocalDate accountingDay) {}

    /**
     * What stays behind; all of it is safe in the journal.
     *
     * @param unsent operations the server has not answered for good, counted by their type
     * @param till the till of this desk when it is open
     * @param prints prints that wait for a decision of an operator
     */
    public record LeftBehind(Map<String, Long> unsent, Optional<OpenTill> till, int prints) {
        public LeftBehind {
            unsent = Map.copyOf(unsent);
        }

        /** Whether there is nothing to tell. */
        public boolean isNothing() {
            return unsent.isEmpty() && till.isEmpty() && prints == 0;
        }
    }

    private final Journal journal;
    private final Supplier<Optional<String>> tillId;

    /**
     * A check of this desk.
     *
     * @param tillId the till of the desk, empty at a desk without one or not enrolled yet
     */
    public LeaveCheck(Journal journal, Supplier<Optional<String>> tillId) {
        this.journal = journal;
        this.tillId = tillId;
    }

    /** What stays behind now. */
    public LeftBehind look() {
        Map<String, Long> unsent = journal.outbox().pending().stream()
                .collect(Collectors.groupingBy(OutboxItem::type, TreeMap::new, Collectors.counting()));
        Optional<OpenTill> till = tillId.get()
                .flatMap(journal::openTillSession)
                .map((StoredTillSession open) -> new OpenTill(open.tillId(), open.accountingDay()));
        List<PrintJob> undelivered = journal.prints().undelivered();
        long undecided = undelivered.stream()
                .map(PrintJob::state)
                .filter(state -> state == PrintJob.State.UNCERTAIN || state == PrintJob.State.FAILED)
                .count();
        return new LeftBehind(unsent, till, Math.toIntExact(undecided));
    }
}
