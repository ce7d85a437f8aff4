package it.sportello.offlinecache.journal;

import it.sportello.api.Json;
import it.sportello.api.Operation;
import it.sportello.api.OperationAnswer;
import it.sportello.api.Problem;
import it.sportello.offlinecache.database.Database;
import it.sportello.offlinecache.database.Statements;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The outbox in the journal's file. */
final class SqliteOutbox implements Outbox {
    private static final int STORED = 202;
    private static final String MOVED = "VERSION_MOVED";

    private final Database database;
    private final Tables tables;
    private final Numbers numbers;
    private final JournalOptions options;
    private final Runnable changed;

    SqliteOutbox(Database database, Tables tables, Numbers numbers, JournalOptions options, Runnable changed) {
        this.database = database;
        this.tables = tables;
        this.numbers = numbers;
        this.options = options;
        this.changed = changed;
    }

    @Override
    public List<OutboxItem> heads() {
        return database.read(statements -> tables.outbox().heads(statements));
    }

    @Override
    public Optional<OutboxBody> body(UUID operationId) {
        return database.read(statements -> tables.outbox().body(statements, operationId));
    }

    @Override
    public Optional<OutboxItem> item(UUID operationId) {
        return database.read(statements -> tables.outbox().item(statements, operationId));
    }

    @Override
    public List<OutboxItem> pending() {
        return database.read(statements -> tables.outbox().pending(statements));
    }

    @Override
    public OutboxSummary summary() {
        return database.read(statements -> tables.outbox().summary(statements));
    }

    @Override
    public void confirmed(UUID operationId, OperationAnswer answer) {
        database.write(statements -> {
            Optional<Problem> odd = odd(statements, operationId, answer);
            if (odd.isPresent()) {
                tables.tasks().insert(statements, task(statements, operationId, OperatorTask.Kind.FLAGGED, odd));
            }
            tables.outbox().confirm(statements, operationId, answer);
            return answer;
        });
        options.crash().passed(CrashPoint.Step.ANSWER_STORED);
        changed.run();
    }

    @Override
    public Optional<OperationAnswer> answer(UUID operationId) {
        return database.read(statements -> tables.outbox().answer(statements, operationId));
    }

    @Override
    public void unconfirmed(UUID operationId) {
        database.write(statements -> {
            tables.outbox().attempted(statements, operationId);
            return operationId;
        });
    }

    @Override
    public OperatorTask stopped(UUID operationId, OperatorTask.Kind kind, Optional<Problem> problem) {
        OperatorTask task = database.write(statements -> {
            OperatorTask made = task(statements, operationId, kind, problem);
            tables.outbox().move(statements, operationId, state(kind));
            tables.tasks().insert(statements, made);
            return made;
        });
        changed.run();
        return task;
    }

    /** What a person should look at in the answer to a fact; a thing that merely moved on meanwhile wants nobody. */
    private Optional<Problem> odd(Statements statements, UUID operationId, OperationAnswer answer) throws SQLException {
        List<String> flags =
                answer.flags().stream().filter(flag -> !flag.equals(MOVED)).toList();
        Optional<OutboxItem> item = tables.outbox()
                .item(statements, operationId)
                .filter(one -> one.fact() && one.state().isToSend());
        if (flags.isEmpty() || item.isEmpty() || tables.tasks().wasFlagged(statements, operationId)) {
            return Optional.empty();
        }
        return Optional.of(new Problem(
                "about:blank",
                "stored and flagged",
                STORED,
                "FLAGGED",
                "",
                "",
                Map.of(),
                flags.stream()
                        .map(flag -> new Problem.Violation("", flag, Map.of()))
                        .toList()));
    }

    private OperatorTask task(
            Statements statements, UUID operationId, OperatorTask.Kind kind, Optional<Problem> problem)
            throws SQLException {
        OutboxBody body = tables.outbox()
                .body(statements, operationId)
                .filter(row -> row.item().state().isToSend())
                .orElseThrow(() -> new IllegalStateException("operation " + operationId + " is not being sent"));
        Operation operation = Json.strict().readValue(body.bytes(), Operation.class);
        Instant at = TimeFloor.at(statements, options.time());
        return new OperatorTask(
                numbers.id(),
                operationId,
                operation.type(),
                operation.lane(),
                kind,
                problem,
                operation.operatorId(),
                at,
                Optional.empty());
    }

    @Override
    public int resendFrom(String lane, long sequence) {
        return database.write(statements -> tables.outbox().reopen(statements, lane, sequence));
    }

    private static OutboxItem.State state(OperatorTask.Kind kind) {
        return switch (kind) {
            case REFUSED -> OutboxItem.State.REFUSED;
            case CONFLICT -> OutboxItem.State.CONFLICT;
            case PARKED -> OutboxItem.State.HELD;
            case FLAGGED -> throw new IllegalArgumentException("a flagged operation is not stopped");
        };
    }
}
