package it.sportello.offlinecache.journal;

import it.sportello.offlinecache.database.Statements;
import it.sportello.offlinecache.seal.SealedRecords;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** Till sessions: one open at most for each till. */
final class SessionTable {
    private static final String TABLE = "till_session";
    private static final String SELECT = "SELECT id, till, day, open, version, updated_at, body FROM till_session ";

    private final SealedRecords sealed;

    SessionTable(SealedRecords sealed) {
        this.sealed = sealed;
    }

    void put(Statements statements, TillSessionState state, Instant at) throws SQLException {
        String id = state.id().toString();
        long version = 1 + statements.number("SELECT version FROM till_session WHERE id=?", id);
        statements.update(
                "INSERT INTO till_session(id, till, day, open, version, updated_at, body) VALUES(?,?,?,?,?,?,?)"
                        + " ON CONFLICT(id) DO UPDATE SET open=excluded.open, version=excluded.version,"
                        + " updated_at=excluded.updated_at, body=excluded.body",
                id,
                state.tillId(),
                state.accountingDay().toString(),
                state.open() ? 1 : 0,
                version,
                at.toString(),
                sealed.seal(TABLE, bound(id, state.open()), version, state.detail()));
    }

    Optional<StoredTillSession> open(Statements statements, String till) throws SQLException {
        return statements.one(SELECT + "WHERE till=? AND open=1", this::session, till);
    }

    Optional<StoredTillSession> last(Statements statements, String till) throws SQLException {
        return statements.one(SELECT + "WHERE till=? ORDER BY position DESC LIMIT 1", this::session, till);
    }

    Optional<StoredTillSession> find(Statements statements, UUID id) throws SQLException {
        return statements.one(SELECT + "WHERE id=?", this::session, id.toString());
    }

    List<StoredTillSession> ofTill(Statements statements, String till) throws SQLException {
        return statements.list(SELECT + "WHERE till=? ORDER BY position", this::session, till);
    }

    List<StoredTillSession> allOpen(Statements statements) throws SQLException {
        return statements.list(SELECT + "WHERE open=1 ORDER BY position", this::session);
    }

    List<StoredTillSession> all(Statements statements) throws SQLException {
        return statements.list(SELECT + "ORDER BY position", this::session);
    }

    private StoredTillSession session(ResultSet row) throws SQLException {
        String id = row.getString(1);
        boolean open = row.getInt(4) == 1;
        JsonNode detail = sealed.open(TABLE, bound(id, open), row.getLong(5), row.getBytes(7), JsonNode.class);
        return new StoredTillSession(
                UUID.fromString(id),
                row.getString(2),
                LocalDate.parse(row.getString(3)),
                open,
                Instant.parse(row.getString(6)),
                detail);
    }

    /** The seal covers whether the session is open, so that it cannot be opened again by one changed digit. */
    private static String bound(String id, boolean open) {
        return id + (open ? "|open" : "|closed");
    }
}
