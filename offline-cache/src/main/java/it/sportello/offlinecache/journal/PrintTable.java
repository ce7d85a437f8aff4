package it.sportello.offlinecache.journal;

import it.sportello.offlinecache.database.Statements;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Print jobs and their moves from state to state. */
final class PrintTable {
    private static final String SELECT =
            "SELECT id, document, copy, state, reason, queued_at, changed_at FROM print_job ";

    PrintJob queue(Statements statements, UUID id, String document, Instant at) throws SQLException {
        int copy = (int) statements.number("SELECT COUNT(*) FROM print_job WHERE document=?", document);
        statements.update(
                "INSERT INTO print_job(id, document, copy, state, queued_at, changed_at) VALUES(?,?,?,'QUEUED',?,?)",
                id.toString(),
                document,
                copy,
                at.toString(),
                at.toString());
        return new PrintJob(id, document, copy, PrintJob.State.QUEUED, Optional.empty(), at, at);
    }

    /** @throws IllegalStateException when the job cannot come from where it is to the asked state */
    void move(Statements statements, UUID id, PrintJob.State to, @Nullable String reason, Instant at)
            throws SQLException {
        String legal = before(to).stream().map(state -> "'" + state + "'").collect(Collectors.joining(","));
        int moved = statements.update(
                "UPDATE print_job SET state=?, reason=?, changed_at=? WHERE id=? AND state IN (" + legal + ")",
                to.name(),
                reason,
                at.toString(),
                id.toString());
        if (moved != 1) {
            throw new IllegalStateException("print job " + id + " cannot become " + to);
        }
    }

    /** The states from which a job may come to another. */
    private static Set<PrintJob.State> before(PrintJob.State to) {
        return switch (to) {
            case QUEUED -> Set.of(PrintJob.State.UNCERTAIN, PrintJob.State.FAILED);
            case SENDING -> Set.of(PrintJob.State.QUEUED);
            case PRINTED -> Set.of(PrintJob.State.SENDING, PrintJob.State.UNCERTAIN);
            case UNCERTAIN -> Set.of(PrintJob.State.SENDING);
            case FAILED -> Set.of(PrintJob.State.QUEUED, PrintJob.State.SENDING, PrintJob.State.UNCERTAIN);
            case PDF ->
                Set.of(PrintJob.State.QUEUED, PrintJob.State.SENDING, PrintJob.State.UNCERTAIN, PrintJob.State.FAILED);
        };
    }

    /** What was going out when the program ended is in doubt. */
    int interrupted(Statements statements, Instant at) throws SQLException {
        return statements.update(
                "UPDATE print_job SET state='UNCERTAIN', reason='INTERRUPTED', changed_at=? WHERE state='SENDING'",
                at.toString());
    }

    Optional<PrintJob> find(Statements statements, UUID id) throws SQLException {
        return statements.one(SELECT + "WHERE id=?", PrintTable::job, id.toString());
    }

    List<PrintJob> of(Statements statements, String document) throws SQLException {
        return statements.list(SELECT + "WHERE document=? ORDER BY copy", PrintTable::job, document);
    }

    List<PrintJob> open(Statements statements) throws SQLException {
        return statements.list(SELECT + "WHERE state NOT IN ('PRINTED','PDF') ORDER BY position", PrintTable::job);
    }

    // Moments are written with as many decimals as they have, so that their texts do not order: the rows do; no day has
    // more.
    List<PrintJob> since(Statements statements, Instant from) throws SQLException {
        return statements.list(SELECT + "ORDER BY position DESC LIMIT 500", PrintTable::job).stream()
                .takeWhile(job -> !job.queuedAt().isBefore(from))
                .toList();
    }

    List<PrintJob> uncertain(Statements statements) throws SQLException {
        return statements.list(SELECT + "WHERE state='UNCERTAIN' ORDER BY position", PrintTable::job);
    }

    private static PrintJob job(ResultSet row) throws SQLException {
        return new PrintJob(
                UUID.fromString(row.getString(1)),
                row.getString(2),
                row.getInt(3),
                PrintJob.State.valueOf(row.getString(4)),
                Optional.ofNullable(row.getString(5)),
                Instant.parse(row.getString(6)),
                Instant.parse(row.getString(7)));
    }
}
