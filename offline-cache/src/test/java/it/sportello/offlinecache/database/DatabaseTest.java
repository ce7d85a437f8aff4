package it.sportello.offlinecache.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import it.sportello.offlinecache.StoreFault;
import it.sportello.offlinecache.ThreadGuard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseTest {
    private static final Schema SCHEMA = new Schema(7, List.of(List.of("CREATE TABLE t(x TEXT NOT NULL) STRICT")));

    @TempDir
    private Path folder;

    private Database open(Schema schema) {
        return Database.open(folder.resolve("file.db"), Durability.FULL, schema, ThreadGuard.NONE, false);
    }

    private static long number(Database database, String sql) {
        return database.read(statements -> statements.number(sql));
    }

    @Test
    @Tag("Q03")
    void aSecondStartIsTurnedAwayAndHarmsNothing() {
        try (Database first = open(SCHEMA)) {
            StoreFault refused = assertThrows(StoreFault.class, () -> open(SCHEMA));
            assertEquals(StoreFault.Code.IN_USE, refused.code());
            first.write(statements -> statements.update("INSERT INTO t VALUES('a')"));
            assertThrows(StoreFault.class, () -> open(SCHEMA), "still locked after the refused attempt");
        }
        try (Database again = open(SCHEMA)) {
            assertEquals(1L, number(again, "SELECT COUNT(*) FROM t"));
        }
    }

    @Test
    void anExceptionUndoesEverything() {
        try (Database database = open(SCHEMA)) {
            assertThrows(
                    IllegalStateException.class,
                    () -> database.write(statements -> {
                        statements.update("INSERT INTO t VALUES('a')");
                        throw new IllegalStateException("stop");
                    }));
            assertEquals(0L, number(database, "SELECT COUNT(*) FROM t"));
            database.write(statements -> statements.update("INSERT INTO t VALUES('b')"));
            assertEquals(1L, number(database, "SELECT COUNT(*) FROM t"));
        }
    }

    @Test
    void aFullDiskIsToldPlainlyAndTheFileStaysWhole() {
        try (Database database = open(SCHEMA)) {
            database.write(statements -> statements.update("INSERT INTO t VALUES('kept')"));
            database.write(statements -> statements.number("PRAGMA max_page_count=8"));
            StoreFault full = assertThrows(
                    StoreFault.class,
                    () -> database.write(
                            statements -> statements.update("INSERT INTO t VALUES(?)", "x".repeat(200_000))));
            assertEquals(StoreFault.Code.DISK_FULL, full.code());
            // opened again without the limit: the work is not in it, what was there is
            assertEquals(1L, number(database, "SELECT COUNT(*) FROM t"));
            database.write(statements -> statements.update("INSERT INTO t VALUES(?)", "y".repeat(200_000)));
            assertEquals(2L, number(database, "SELECT COUNT(*) FROM t"));
        }
    }

    @Test
    void aFileOfANewerProgramIsRefused() {
        Schema newer = new Schema(7, List.of(SCHEMA.steps().get(0), List.of("CREATE TABLE u(x)")));
        open(newer).close();
        assertEquals(
                StoreFault.Code.NEWER_SCHEMA,
                assertThrows(StoreFault.class, () -> open(SCHEMA)).code());
        open(newer).close();
    }

    @Test
    void aMigrationRunsOnceAndKeepsTheRows() {
        try (Database first = open(SCHEMA)) {
            first.write(statements -> statements.update("INSERT INTO t VALUES('a')"));
        }
        Schema newer = new Schema(7, List.of(SCHEMA.steps().get(0), List.of("ALTER TABLE t ADD COLUMN y TEXT")));
        for (int start = 0; start < 2; start++) {
            try (Database migrated = open(newer)) {
                assertEquals(1L, number(migrated, "SELECT COUNT(*) FROM t"));
                assertEquals(2L, number(migrated, "PRAGMA user_version"));
            }
        }
    }

    @Test
    void somethingElseThanADatabaseIsDamage() throws IOException {
        Files.writeString(
                folder.resolve("file.db"), "not a database at all, but long enough to be looked at".repeat(99));
        assertEquals(
                StoreFault.Code.DAMAGED,
                assertThrows(StoreFault.class, () -> open(SCHEMA)).code());
    }

    @Test
    void everyEntryAsksTheGuard() {
        AtomicInteger asked = new AtomicInteger();
        ThreadGuard guard = entry -> asked.incrementAndGet();
        try (Database database = Database.open(folder.resolve("g.db"), Durability.FULL, SCHEMA, guard, false)) {
            database.read(statements -> 1);
            database.write(statements -> 1);
        }
        assertEquals(3, asked.get());
    }
}
