package it.sportello.offlinecache.journal;

import it.sportello.offlinecache.database.Statements;
import it.sportello.offlinecache.seal.SealedRecords;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Documents, sealed whole. */
final class DocumentTable {
    private static final String TABLE = "document";

    @SuppressWarnings("ArrayRecordComponent") // never leaves this file
    private record Row(String key, long version, byte[] body) {}

    private final SealedRecords sealed;

    DocumentTable(SealedRecords sealed) {
        this.sealed = sealed;
    }

    void put(Statements statements, String key, String form, UUID session, Object record, Instant at)
            throws SQLException {
        long version = 1 + statements.number("SELECT version FROM document WHERE key=?", key);
        statements.update(
                "INSERT INTO document(key, form, till_session, version, stored_at, body) VALUES(?,?,?,?,?,?)"
                        + " ON CONFLICT(key) DO UPDATE SET version=excluded.version, body=excluded.body",
                key,
                form,
                session.toString(),
                version,
                at.toString(),
                sealed.seal(TABLE, key, version, record));
    }

    <T> Optional<T> find(Statements statements, String key, Class<T> type) throws SQLException {
        return statements
                .one(
                        "SELECT key, version, body FROM document WHERE key=?",
                        row -> new Row(row.getString(1), row.getLong(2), row.getBytes(3)),
                        key)
                .map(row -> open(row, type));
    }

    <T> List<T> ofSession(Statements statements, UUID session, String form, Class<T> type) throws SQLException {
        List<T> documents = new ArrayList<>();
        for (Row row : statements.list(
                "SELECT key, version, body FROM document WHERE till_session=? AND form=? ORDER BY position",
                found -> new Row(found.getString(1), found.getLong(2), found.getBytes(3)),
                session.toString(),
                form)) {
            documents.add(open(row, type));
        }
        return documents;
    }

    List<String> keysOfSession(Statements statements, UUID session, String form) throws SQLException {
        return statements.list(
                "SELECT key FROM document WHERE till_session=? AND form=? ORDER BY position",
                row -> row.getString(1),
                session.toString(),
                form);
    }

    /** Every key, after its row was opened: a changed row is not passed over. */
    List<String> verifiedKeys(Statements statements) throws SQLException {
        return statements.list("SELECT key, version, body FROM document ORDER BY position", row -> {
            sealed.open(
                    TABLE, row.getString(1), row.getLong(2), row.getBytes(3), tools.jackson.databind.JsonNode.class);
            return row.getString(1);
        });
    }

    List<String> neverDelivered(Statements statements) throws SQLException {
        return statements.list(
                "SELECT key FROM document d WHERE EXISTS (SELECT 1 FROM print_job p WHERE p.document=d.key) AND NOT"
                        + " EXISTS (SELECT 1 FROM print_job p WHERE p.document=d.key AND p.state IN ('PRINTED','PDF'))"
                        + " ORDER BY position",
                row -> row.getString(1));
    }

    private <T> T open(Row row, Class<T> type) {
        return sealed.open(TABLE, row.key(), row.version(), row.body(), type);
    }
}
