package it.sportello.offlinecache.journal;

import it.sportello.offlinecache.database.Database;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Attempts to be paid by card, read from the journal's file. */
final class SqliteCardAttempts implements CardAttempts {
    private final Database database;
    private final CardAttemptTable table;

    SqliteCardAttempts(Database database, CardAttemptTable table) {
        this.database = database;
        this.table = table;
    }

    @Override
    public <T> List<T> open(String tillId, Class<T> form) {
        return database.read(statements -> table.open(statements, tillId, form));
    }

    @Override
    public <T> List<T> ofSession(UUID tillSessionId, Class<T> form) {
        return database.read(statements -> table.ofSession(statements, tillSessionId, form));
    }

    @Override
    public <T> Optional<T> find(UUID id, Class<T> form) {
        return database.read(statements -> table.find(statements, id, form));
    }
}
