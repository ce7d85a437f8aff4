package it.sportello.offlinecache.journal;

import it.sportello.offlinecache.database.Database;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The tasks in the journal's file. */
final class SqliteTasks implements Tasks {
    private final Database database;
    private final TaskTable table;
    private final Journal journal;

    SqliteTasks(Database database, TaskTable table, Journal journal) {
        this.database = database;
        this.table = table;
        this.journal = journal;
    }

    @Override
    public List<OperatorTask> open() {
        return database.read(table::open);
    }

    @Override
    public Optional<OperatorTask> task(UUID id) {
        return database.read(statements -> table.find(statements, id));
    }

    @Override
    public Optional<OperatorTask> ofOperation(UUID operationId) {
        return database.read(statements -> table.ofOperation(statements, operationId));
    }

    @Override
    public void close(UUID taskId, String decision, String operatorId) {
        journal.commit(transaction -> {
            transaction.closeTask(taskId, decision, operatorId);
            return taskId;
        });
    }
}
