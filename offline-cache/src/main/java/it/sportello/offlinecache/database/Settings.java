package it.sportello.offlinecache.database;

import it.sportello.offlinecache.StoreFault;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Opens connections with every setting written and read back: the driver's defaults are not ours. */
final class Settings {
    /** The oldest engine allowed: 3.51.3. */
    static final List<Integer> OLDEST_ENGINE = List.of(3, 51, 3);

    private record Setting(String name, String value, String readBack) {}

    private final Path file;
    private final Durability durability;

    Settings(Path file, Durability durability) {
        this.file = file;
        this.durability = durability;
    }

    Connection writer() throws SQLException {
        Connection connection = connect();
        apply(connection, new Setting("journal_mode", "WAL", "wal"));
        applyCommon(connection);
        apply(connection, new Setting("query_only", "OFF", "0"));
        return connection;
    }

    Connection reader() throws SQLException {
        Connection connection = connect();
        applyCommon(connection);
        apply(connection, new Setting("query_only", "ON", "1"));
        return connection;
    }

    private Connection connect() throws SQLException {
        Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file.toAbsolutePath());
        checkEngine(text(connection, "SELECT sqlite_version()"));
        return connection;
    }

    private void applyCommon(Connection connection) throws SQLException {
        String synchronous = String.valueOf(durability.pragma());
        apply(connection, new Setting("synchronous", synchronous, synchronous));
        apply(connection, new Setting("foreign_keys", "ON", "1"));
        apply(connection, new Setting("secure_delete", "ON", "1"));
        apply(connection, new Setting("temp_store", "MEMORY", "2"));
        apply(connection, new Setting("mmap_size", "0", "0"));
        apply(connection, new Setting("trusted_schema", "OFF", "0"));
        apply(connection, new Setting("cell_size_check", "ON", "1"));
        apply(connection, new Setting("busy_timeout", "5000", "5000"));
        checkNoExtensions(connection);
    }

    private static void apply(Connection connection, Setting setting) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA " + setting.name() + "=" + setting.value());
        }
        String found = text(connection, "PRAGMA " + setting.name());
        if (!found.equals(setting.readBack())) {
            throw new StoreFault(
                    StoreFault.Code.SETTING_REFUSED, setting.name() + " is " + found + ", not " + setting.readBack());
        }
    }

    static void checkEngine(String version) {
        int[] found = Arrays.stream(version.split("\\.", -1))
                .mapToInt(Integer::parseInt)
                .toArray();
        int[] oldest = OLDEST_ENGINE.stream().mapToInt(Integer::intValue).toArray();
        if (Arrays.compare(found, oldest) < 0) {
            throw new StoreFault(StoreFault.Code.ENGINE_TOO_OLD, "SQLite " + version);
        }
    }

    private static void checkNoExtensions(Connection connection) throws SQLException {
        String refusal;
        try {
            refusal = text(connection, "SELECT load_extension('none')");
        } catch (SQLException refused) {
            refusal = String.valueOf(refused.getMessage());
        }
        if (!refusal.toLowerCase(Locale.ROOT).contains("not authorized")) {
            throw new StoreFault(StoreFault.Code.SETTING_REFUSED, "the engine would load extensions");
        }
    }

    static String text(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            return result.next() ? String.valueOf(result.getString(1)) : "";
        }
    }
}
