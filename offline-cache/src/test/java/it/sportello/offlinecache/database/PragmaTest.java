package it.sportello.offlinecache.database;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.offlinecache.StoreFault;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("R-TIL-1")
class PragmaTest {
    @TempDir
    private Path folder;

    private static final Map<String, String> COMMON = Map.of(
            "foreign_keys", "1",
            "secure_delete", "1",
            "temp_store", "2",
            "mmap_size", "0",
            "trusted_schema", "0",
            "cell_size_check", "1",
            "journal_mode", "wal");

    @Test
    void theJournalIsForcedToDiskAtEveryCommit() throws SQLException {
        check(Durability.FULL, "2");
    }

    @Test
    void theCacheIsForcedAtCheckpoints() throws SQLException {
        check(Durability.NORMAL, "1");
    }

    private void check(Durability durability, String synchronous) throws SQLException {
        Settings settings = new Settings(folder.resolve("file.db"), durability);
        try (Connection writer = settings.writer();
                Connection reader = settings.reader()) {
            for (Connection connection : new Connection[] {writer, reader}) {
                for (Map.Entry<String, String> one : COMMON.entrySet()) {
                    assertEquals(one.getValue(), Settings.text(connection, "PRAGMA " + one.getKey()), one.getKey());
                }
                assertEquals(synchronous, Settings.text(connection, "PRAGMA synchronous"));
                SQLException refused =
                        assertThrows(SQLException.class, () -> Settings.text(connection, "SELECT load_extension('x')"));
                assertTrue(String.valueOf(refused.getMessage()).contains("not authorized"));
            }
            assertEquals("0", Settings.text(writer, "PRAGMA query_only"));
            assertEquals("1", Settings.text(reader, "PRAGMA query_only"));
            assertThrows(SQLException.class, () -> Settings.text(reader, "CREATE TABLE x(y)"));
        }
    }

    @Test
    void anOldEngineIsRefused() {
        assertThrows(StoreFault.class, () -> Settings.checkEngine("3.51.2"));
        assertThrows(StoreFault.class, () -> Settings.checkEngine("3.9.0"));
        assertDoesNotThrow(() -> Settings.checkEngine("3.51.3"));
        assertDoesNotThrow(() -> Settings.checkEngine("3.54.1"));
    }
}
