package it.sportello.offlinecache.journal;

import it.sportello.offlinecache.database.Statements;
import it.sportello.offlinecache.seal.SealedRecords;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Sealed records under a key: work in progress, and the few settings that must not get lost. */
final class KeptTable {
    private static final String TABLE = "kept";

    /** What is kept. */
    enum Kind {
        DRAFT,
        SETTING
    }

    private final SealedRecords sealed;

    KeptTable(SealedRecords sealed) {
        this.sealed = sealed;
    }

    void put(Statements statements, Kind kind, String key, Object record) throws SQLException {
        long version = 1 + statements.number("SELECT version FROM kept WHERE kind=? AND key=?", kind.name(), key);
        statements.update(
                "INSERT INTO kept(kind, key, version, body) VALUES(?,?,?,?)"
                        + " ON CONFLICT DO UPDATE SET version=excluded.version, body=excluded.body",
                kind.name(),
                key,
                version,
                sealed.seal(TABLE, kind + "|" + key, version, record));
    }

    <T> Optional<T> find(Statements statements, Kind kind, String key, Class<T> type) throws SQLException {
        return statements.one(
                "SELECT version, body FROM kept WHERE kind=? AND key=?",
                row -> sealed.open(TABLE, kind + "|" + key, row.getLong(1), row.getBytes(2), type),
                kind.name(),
                key);
    }

    List<String> keys(Statements statements, Kind kind) throws SQLException {
        return statements.list("SELECT key FROM kept WHERE kind=? ORDER BY key", row -> row.getString(1), kind.name());
    }

    void remove(Statements statements, Kind kind, String key) throws SQLException {
        statements.update("DELETE FROM kept WHERE kind=? AND key=?", kind.name(), key);
    }
}
