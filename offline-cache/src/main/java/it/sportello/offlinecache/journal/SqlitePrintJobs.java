package it.sportello.offlinecache.journal;

import it.sportello.offlinecache.database.Database;
import it.sportello.offlinecache.journal.PrintJob.State;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The print jobs in the journal's file. */
final class SqlitePrintJobs implements PrintJobs {
    private final Database database;
    private final PrintTable table;
    private final JournalOptions options;
    private final Journal journal;

    SqlitePrintJobs(Database database, PrintTable table, JournalOptions options, Journal journal) {
        this.database = database;
        this.table = table;
        this.options = options;
        this.journal = journal;
    }

    @Override
    public void sending(UUID jobId) {
        move(jobId, State.SENDING, null);
        options.crash().passed(CrashPoint.Step.PRINT_SENDING);
    }

    @Override
    public void printed(UUID jobId) {
        options.crash().passed(CrashPoint.Step.PRINT_SENT);
        move(jobId, State.PRINTED, null);
    }

    @Override
    public void uncertain(UUID jobId, String reason) {
        move(jobId, State.UNCERTAIN, reason);
    }

    @Override
    public void failed(UUID jobId, String reason) {
        move(jobId, State.FAILED, reason);
    }

    @Override
    public void deliveredAsPdf(UUID jobId) {
        move(jobId, State.PDF, null);
    }

    @Override
    public void again(UUID jobId) {
        move(jobId, State.QUEUED, null);
    }

    @Override
    public PrintJob reprint(String documentKey) {
        return journal.commit(transaction -> transaction.queuePrint(documentKey));
    }

    @Override
    public Optional<PrintJob> job(UUID jobId) {
        return database.read(statements -> table.find(statements, jobId));
    }

    @Override
    public List<PrintJob> of(String documentKey) {
        return database.read(statements -> table.of(statements, documentKey));
    }

    @Override
    public List<PrintJob> since(Instant from) {
        return database.read(statements -> table.since(statements, from));
    }

    @Override
    public List<PrintJob> open() {
        return database.read(table::open);
    }

    private void move(UUID jobId, State to, @Nullable String reason) {
        database.write(statements -> {
            table.move(statements, jobId, to, reason, TimeFloor.at(statements, options.time()));
            return jobId;
        });
    }
}
