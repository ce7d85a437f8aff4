package it.sportello.offlinecache.journal;

import it.sportello.api.Problem;
import it.sportello.offlinecache.database.Statements;
import it.sportello.offlinecache.seal.SealedRecords;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The operators' tasks; what the server said is sealed. */
final class TaskTable {
    private static final String TABLE = "task";
    private static final int VERSION = 1;
    private static final String SELECT =
            "SELECT t.id, t.operation, o.type, t.lane, t.kind, t.problem, t.operator, t.created_at, t.decision"
                    + " FROM task t JOIN outbox o ON o.id=t.operation ";

    private final SealedRecords sealed;

    TaskTable(SealedRecords sealed) {
        this.sealed = sealed;
    }

    void insert(Statements statements, OperatorTask task) throws SQLException {
        String id = task.id().toString();
        statements.update(
                "INSERT INTO task(id, operation, lane, kind, operator, created_at, problem, open)"
                        + " VALUES(?,?,?,?,?,?,?,1)",
                id,
                task.operationId().toString(),
                task.lane(),
                task.kind().name(),
                task.operatorId(),
                task.createdAt().toString(),
                task.problem()
                        .map(problem -> sealed.seal(TABLE, id, VERSION, problem))
                        .orElse(null));
    }

    List<OperatorTask> open(Statements statements) throws SQLException {
        return statements.list(SELECT + "WHERE t.open=1 ORDER BY t.position", this::task);
    }

    Optional<OperatorTask> find(Statements statements, UUID id) throws SQLException {
        return statements.one(SELECT + "WHERE t.id=?", this::task, id.toString());
    }

    Optional<OperatorTask> ofOperation(Statements statements, UUID operation) throws SQLException {
        return statements.one(
                SELECT + "WHERE t.operation=? ORDER BY t.position DESC LIMIT 1", this::task, operation.toString());
    }

    /** Whether the operation was ever told of as odd: an answer that comes again tells nothing new. */
    boolean wasFlagged(Statements statements, UUID operation) throws SQLException {
        return statements.number("SELECT COUNT(*) FROM task WHERE operation=? AND kind='FLAGGED'", operation.toString())
                > 0;
    }

    void close(Statements statements, UUID id, String decision, String operator, Instant at) throws SQLException {
        int closed = statements.update(
                "UPDATE task SET open=0, decision=?, decided_by=?, decided_at=? WHERE id=? AND open=1",
                decision,
                operator,
                at.toString(),
                id.toString());
        if (closed != 1) {
            throw new IllegalStateException("task " + id + " is not open");
        }
    }

    private OperatorTask task(ResultSet row) throws SQLException {
        String id = row.getString(1);
        byte @Nullable [] problem = row.getBytes(6);
        return new OperatorTask(
                UUID.fromString(id),
                UUID.fromString(row.getString(2)),
                row.getString(3),
                row.getString(4),
                OperatorTask.Kind.valueOf(row.getString(5)),
                problem == null
                        ? Optional.empty()
                        : Optional.of(sealed.open(TABLE, id, VERSION, problem, Problem.class)),
                row.getString(7),
                Instant.parse(row.getString(8)),
                Optional.ofNullable(row.getString(9)));
    }
}
