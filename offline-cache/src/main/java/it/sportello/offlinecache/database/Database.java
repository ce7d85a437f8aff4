package it.sportello.offlinecache.database;

import it.sportello.offlinecache.StoreFault;
import it.sportello.offlinecache.ThreadGuard;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One SQLite file: one writing connection that alone checkpoints, one reading connection that can only query, one
 * process by lock file. After an error of the disk the file is closed, opened again and checked, and what is there
 * counts: a commit whose outcome is unknown is looked up by its mark and never repeated.
 */
public final class Database implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Database.class);
    private static final String MARK = "commit.mark";

    private final Settings settings;
    private final Schema schema;
    private final ThreadGuard guard;
    private final String name;
    private final DatabaseLock lock;
    private final ReentrantLock writing = new ReentrantLock();
    private final ReentrantLock reading = new ReentrantLock();
    private @Nullable Statements writer;
    private @Nullable Statements reader;

    private Database(Path file, Durability durability, Schema schema, ThreadGuard guard, DatabaseLock lock) {
        this.settings = new Settings(file, durability);
        this.schema = schema;
        this.guard = guard;
        this.name = String.valueOf(file.getFileName());
        this.lock = lock;
    }

    /**
     * Opens or makes a file.
     *
     * @param always whether to check the whole file at every opening, not only after a disorderly end
     * @throws StoreFault when it is in use, damaged, or of a newer program
     */
    public static Database open(Path file, Durability durability, Schema schema, ThreadGuard guard, boolean always) {
        guard.blocking("open " + file.getFileName());
        DatabaseLock lock = DatabaseLock.acquire(file);
        Database database = new Database(file, durability, schema, guard, lock);
        boolean opened = false;
        try {
            database.connect(always || !lock.wasClosedInOrder());
            database.migrate();
            opened = true;
            return database;
        } catch (SQLException failed) {
            throw SqlFaults.fault(failed);
        } finally {
            if (!opened) {
                database.abandon();
                lock.close();
            }
        }
    }

    /** Does the work in one transaction; any exception undoes it. */
    public <T extends @Nullable Object> T write(SqlWork<T> work) {
        guard.blocking("write " + name);
        writing.lock();
        try {
            return transaction(work);
        } finally {
            writing.unlock();
        }
    }

    /** Reads one consistent state of the file. */
    public <T extends @Nullable Object> T read(SqlWork<T> work) {
        guard.blocking("read " + name);
        reading.lock();
        try {
            Statements statements = open(reader);
            statements.execute("BEGIN");
            try {
                return work.on(statements);
            } finally {
                statements.execute("COMMIT");
            }
        } catch (SQLException failed) {
            throw SqlFaults.fault(failed);
        } finally {
            reading.unlock();
        }
    }

    /** Closes both connections and lets another process in. */
    @Override
    public void close() {
        writing.lock();
        reading.lock();
        try {
            if (writer == null) {
                return;
            }
            disconnect();
            lock.close();
        } catch (SQLException failed) {
            throw SqlFaults.fault(failed);
        } finally {
            reading.unlock();
            writing.unlock();
        }
    }

    private <T extends @Nullable Object> T transaction(SqlWork<T> work) {
        Statements statements = open(writer);
        String mark = UUID.randomUUID().toString();
        boolean worked = false;
        try {
            statements.execute("BEGIN IMMEDIATE");
            T value = work.on(statements);
            statements.update("UPDATE meta SET value=? WHERE name=?", mark, MARK);
            worked = true;
            commit(statements, mark);
            return value;
        } catch (SQLException failed) {
            if (SqlFaults.isOfTheFile(failed)) {
                LOG.error("{}: a write failed, the file is opened again and checked", name);
                reopen();
            }
            throw SqlFaults.fault(failed);
        } finally {
            if (!worked && writer == statements) {
                undo(statements);
            }
        }
    }

    /** A commit whose outcome the engine does not tell is looked up by its mark. */
    private void commit(Statements statements, String mark) throws SQLException {
        try {
            statements.execute("COMMIT");
        } catch (SQLException unknown) {
            LOG.error("{}: the outcome of a commit is unknown, the file is opened again and checked", name);
            reopen();
            boolean there = open(writer)
                    .one("SELECT value FROM meta WHERE name=?", row -> row.getString(1), MARK)
                    .filter(mark::equals)
                    .isPresent();
            if (!there) {
                throw unknown;
            }
        }
    }

    private void undo(Statements statements) {
        try {
            statements.execute("ROLLBACK");
        } catch (SQLException already) {
            // the engine undoes by itself on some errors; a fresh connection is sure to hold nothing half done
            reopen();
        }
    }

    private void reopen() {
        reading.lock();
        try {
            abandon();
            connect(true);
        } catch (SQLException failed) {
            throw SqlFaults.fault(failed);
        } finally {
            reading.unlock();
        }
    }

    private void connect(boolean check) throws SQLException {
        writer = new Statements(settings.writer());
        if (check) {
            quickCheck(writer);
        }
        reader = new Statements(settings.reader());
    }

    private void disconnect() throws SQLException {
        Statements readOnly = reader;
        Statements writing = writer;
        reader = null;
        writer = null;
        if (readOnly != null) {
            readOnly.close();
        }
        if (writing != null) {
            writing.close();
        }
    }

    private void abandon() {
        try {
            disconnect();
        } catch (SQLException failed) {
            LOG.warn("{}: a failed connection did not close in order", name, failed);
        }
    }

    private void quickCheck(Statements statements) throws SQLException {
        List<String> found = statements.list("PRAGMA quick_check(5)", row -> row.getString(1));
        if (!found.equals(List.of("ok"))) {
            throw new StoreFault(StoreFault.Code.DAMAGED, name + ": " + found.size() + " findings of quick_check");
        }
    }

    private void migrate() throws SQLException {
        Statements statements = open(writer);
        long version = statements.number("PRAGMA user_version");
        long application = statements.number("PRAGMA application_id");
        if (version > schema.newest()) {
            throw new StoreFault(StoreFault.Code.NEWER_SCHEMA, name + " has version " + version);
        }
        if (version > 0 && application != schema.applicationId()) {
            throw new StoreFault(StoreFault.Code.DAMAGED, name + " is not a file of this program");
        }
        for (int next = (int) version; next < schema.newest(); next++) {
            step(statements, next);
        }
    }

    private void step(Statements statements, int next) throws SQLException {
        statements.execute("BEGIN IMMEDIATE");
        if (next == 0) {
            statements.execute("PRAGMA application_id=" + schema.applicationId());
            statements.execute("CREATE TABLE meta(name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID");
            statements.execute("INSERT INTO meta VALUES('" + MARK + "', '')");
        }
        for (String statement : schema.steps().get(next)) {
            statements.execute(statement);
        }
        statements.execute("PRAGMA user_version=" + (next + 1));
        statements.execute("COMMIT");
    }

    private Statements open(@Nullable Statements statements) {
        if (statements == null) {
            throw new StoreFault(StoreFault.Code.CLOSED, name + " is closed");
        }
        return statements;
    }
}
