package it.sportello.offlinecache.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import it.sportello.offlinecache.TestDesk;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * No SQL may need a personal column. A new column fails here until somebody has said that it holds nothing personal, or
 * that it is sealed.
 */
@Tag("R-SEC-1")
class SchemaTest {
    private static final Set<String> SEALED = Set.of("body", "answer", "problem");
    private static final Set<String> CLEAR = Set.of(
            // numbers, states, times, amounts, opaque identifiers, keyed hashes
            "amount_cents",
            "amounts",
            "as_of",
            "at",
            "attempts",
            "changed_at",
            "copy",
            "count",
            "created_at",
            "day",
            "decided_at",
            "decided_by",
            "decision",
            "device",
            "document",
            "epoch",
            "fact",
            "flags",
            "form",
            "hash",
            "head",
            "id",
            "key",
            "kind",
            "lane",
            "lane_sequence",
            "last",
            "last_day",
            "link",
            "mark",
            "name",
            "open",
            "operation",
            "operator",
            "person",
            "position",
            "previous",
            "queued_at",
            "reason",
            "regime",
            "running_total",
            "seen_version",
            "sequence",
            "seq",
            "site",
            "state",
            "stored_at",
            "subject",
            "till",
            "till_session",
            "type",
            "undone",
            "updated_at",
            "value",
            "version",
            "year");

    @TempDir
    private Path home;

    @Test
    void everyColumnIsKnownToBeSealedOrHarmless() throws SQLException {
        TestDesk.open(home).close();
        Set<String> unknown = new TreeSet<>();
        for (String file : new String[] {"journal.db", "cache.db"}) {
            try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + home.resolve(file));
                    Statement statement = connection.createStatement();
                    ResultSet columns = statement.executeQuery(
                            "SELECT m.name, c.name, c.type FROM sqlite_master m JOIN pragma_table_info(m.name) c"
                                    + " WHERE m.type='table'")) {
                while (columns.next()) {
                    String column = columns.getString(2);
                    boolean sealed =
                            SEALED.contains(column) && columns.getString(3).equals("BLOB");
                    if (!sealed && !CLEAR.contains(column)) {
                        unknown.add(columns.getString(1) + "." + column);
                    }
                }
            }
        }
        assertEquals(Set.of(), unknown);
    }
}
