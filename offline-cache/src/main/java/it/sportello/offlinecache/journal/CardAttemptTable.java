package it.sportello.offlinecache.journal;

import it.sportello.offlinecache.database.Statements;
import it.sportello.offlinecache.seal.SealedRecords;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** Attempts to be paid by card, sealed whole. None is ever removed. */
final class CardAttemptTable {
    private static final String TABLE = "card_attempt";
    private static final String SELECT = "SELECT id, open, version, body FROM card_attempt ";

    @SuppressWarnings("ArrayRecordComponent") // never leaves this file
    private record Row(String id, boolean open, long version, byte[] body) {}

    private final SealedRecords sealed;

    CardAttemptTable(SealedRecords sealed) {
        this.sealed = sealed;
    }

    /** @throws IllegalStateException when its end is known already: that is never changed */
    void put(Statements statements, CardAttemptState state, Instant at) throws SQLException {
        String id = state.id().toString();
        long version = 1 + statements.number("SELECT version FROM card_attempt WHERE id=?", id);
        int written = statements.update(
                "INSERT INTO card_attempt(id, till, till_session, open, version, created_at, updated_at, body)"
                        + " VALUES(?,?,?,?,?,?,?,?) ON CONFLICT(id) DO UPDATE SET open=excluded.open,"
                        + " version=excluded.version, updated_at=excluded.updated_at, body=excluded.body"
                        + " WHERE open=1",
                id,
                state.tillId(),
                state.tillSessionId().toString(),
                state.open() ? 1 : 0,
                version,
                at.toString(),
                at.toString(),
                sealed.seal(TABLE, bound(id, state.open()), version, state.detail()));
        if (written != 1) {
            throw new IllegalStateException("attempt " + id + " has ended");
        }
    }

    <T> List<T> open(Statements statements, String till, Class<T> type) throws SQLException {
        return opened(list(statements, "WHERE till=? AND open=1 ORDER BY position", till), type);
    }

    <T> List<T> ofSession(Statements statements, UUID session, Class<T> type) throws SQLException {
        return opened(list(statements, "WHERE till_session=? ORDER BY position", session.toString()), type);
    }

    <T> Optional<T> find(Statements statements, UUID id, Class<T> type) throws SQLException {
        return opened(list(statements, "WHERE id=?", id.toString()), type).stream()
                .findFirst();
    }

    /** Opens every row: a changed one is not passed over. */
    void verify(Statements statements) throws SQLException {
        opened(list(statements, "ORDER BY position"), JsonNode.class);
    }

    private static List<Row> list(Statements statements, String where, Object... values) throws SQLException {
        return statements.list(
                SELECT + where,
                row -> new Row(row.getString(1), row.getInt(2) == 1, row.getLong(3), row.getBytes(4)),
                values);
    }

    private <T> List<T> opened(List<Row> rows, Class<T> type) {
        List<T> opened = new ArrayList<>();
        for (Row row : rows) {
            opened.add(sealed.open(TABLE, bound(row.id(), row.open()), row.version(), row.body(), type));
        }
        return opened;
    }

    /** The seal covers whether the end is known, so that one changed digit does not free what is frozen. */
    private static String bound(String id, boolean open) {
        return id + (open ? "|open" : "|ended");
    }
}
