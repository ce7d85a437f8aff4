package it.sportello.offlinecache.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import it.sportello.offlinecache.StoreFault;
import it.sportello.offlinecache.ThreadGuard;
import it.sportello.offlinecache.database.Database;
import it.sportello.offlinecache.database.Durability;
import it.sportello.offlinecache.database.Schema;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A journal of an earlier version of the program, opened by this one: nothing of it is lost. */
class MigrationTest {
    private static final Schema NEWEST = JournalSchema.schema();

    @TempDir
    private Path home;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void tasksAndOutboxOfAnEarlierVersionStayAsTheyAre(int version) {
        try (Database earlier = open(version(version))) {
            earlier.write(statements -> {
                for (String kind : List.of("REFUSED", "CONFLICT", "PARKED")) {
                    statements.update(
                            "INSERT INTO outbox(id, lane, type, fact, body, state, created_at) VALUES(?,?,?,1,?,?,?)",
                            "operation-" + kind,
                            "booking:" + kind,
                            "booking.accept",
                            new byte[] {1, 2, 3},
                            "HELD",
                            "2026-11-23T07:30:00Z");
                    statements.update(
                            "INSERT INTO task(id, operation, lane, kind, operator, created_at, problem, open, decision)"
                                    + " VALUES(?,?,?,?,?,?,?,?,?)",
                            "task-" + kind,
                            "operation-" + kind,
                            "booking:" + kind,
                            kind,
                            "operator-1",
                            "2026-11-23T07:31:00Z",
                            new byte[] {4, 5},
                            kind.equals("PARKED") ? 0 : 1,
                            kind.equals("PARKED") ? "SEEN" : null);
                }
                return kindsOf(statements);
            });
        }
        try (Database newest = open(NEWEST)) {
            assertEquals(0L, number(newest, "SELECT COUNT(*) FROM card_attempt"));
            assertEquals(0L, number(newest, "SELECT COUNT(*) FROM note_event"));
            assertEquals(
                    List.of(
                            "1 task-REFUSED REFUSED 1 null",
                            "2 task-CONFLICT CONFLICT 1 null",
                            "3 task-PARKED PARKED 0 SEEN"),
                    newest.read(MigrationTest::kindsOf));
            assertEquals(3L, number(newest, "SELECT COUNT(*) FROM outbox"));
            newest.write(statements -> statements.update(
                    "INSERT INTO task(id, operation, lane, kind, operator, created_at, open) VALUES(?,?,?,?,?,?,1)",
                    "task-4",
                    "operation-REFUSED",
                    "booking:REFUSED",
                    "FLAGGED",
                    "operator-1",
                    "2026-11-23T07:32:00Z"));
            assertEquals(4L, number(newest, "SELECT MAX(position) FROM task"));
        }
        StoreFault older =
                assertThrows(StoreFault.class, () -> open(version(version)).close());
        assertEquals(StoreFault.Code.NEWER_SCHEMA, older.code());
    }

    /** Cut at every statement of each step: the file is of the earlier version, whole, or of the newest. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void aMigrationThatFailsHalfwayLeavesTheFileAsItWas(int version) {
        List<String> next = NEWEST.steps().get(version);
        for (int done = 0; done < next.size(); done++) {
            Path file = home.resolve("cut-" + done + ".db");
            open(file, version(version)).close();
            List<String> cut = new ArrayList<>(next.subList(0, done));
            cut.add("INSERT INTO no_such_table VALUES(1)");
            List<List<String>> steps = new ArrayList<>(version(version).steps());
            steps.add(cut);
            Schema failing = new Schema(NEWEST.applicationId(), steps);
            assertThrows(RuntimeException.class, () -> open(file, failing).close());
            try (Database whole = open(file, version(version))) {
                assertEquals(0L, number(whole, "SELECT COUNT(*) FROM task"));
            }
            try (Database newest = open(file, NEWEST)) {
                assertEquals(0L, number(newest, "SELECT COUNT(*) FROM task"));
            }
        }
    }

    private static List<String> kindsOf(it.sportello.offlinecache.database.Statements statements)
            throws java.sql.SQLException {
        return statements.list(
                "SELECT position, id, kind, open, decision FROM task ORDER BY position",
                row -> row.getLong(1) + " " + row.getString(2) + " " + row.getString(3) + " " + row.getInt(4) + " "
                        + row.getString(5));
    }

    private static long number(Database database, String sql) {
        return database.read(statements -> statements.number(sql));
    }

    private static Schema version(int version) {
        return new Schema(NEWEST.applicationId(), NEWEST.steps().subList(0, version));
    }

    private Database open(Schema schema) {
        return open(home.resolve("journal.db"), schema);
    }

    private static Database open(Path file, Schema schema) {
        return Database.open(file, Durability.FULL, schema, ThreadGuard.NONE, true);
    }
}
