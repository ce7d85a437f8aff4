package it.sportello.offlinecache.journal;

import it.sportello.api.Operation;
import it.sportello.api.OperationAnswer;
import it.sportello.domain.ledger.ChainLink;
import it.sportello.offlinecache.database.Statements;
import it.sportello.offlinecache.seal.SealedRecords;
import it.sportello.offlinecache.seal.Sealer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rows of the outbox: the exact bytes sealed, link and running total in clear beside them. */
final class OutboxTable {
    static final String TABLE = "outbox";
    private static final String ANSWERS = "outbox-answer";
    private static final String ITEM =
            "position, id, type, lane, lane_sequence, fact, state, attempts, created_at, flags";
    private static final String BODY = ITEM + ", body, previous, link, running_total";
    private static final String TO_SEND = "state IN ('WAITING','UNCONFIRMED')";
    private static final int VERSION = 1;

    private final Sealer sealer;
    private final SealedRecords answers;

    OutboxTable(Sealer sealer) {
        this.sealer = sealer;
        this.answers = new SealedRecords(sealer);
    }

    void insert(Statements statements, Operation operation, boolean fact, byte[] body, @Nullable LinkTriple link)
            throws SQLException {
        String id = operation.id().toString();
        statements.update(
                "INSERT INTO outbox(id, lane, lane_sequence, type, fact, body, previous, link, running_total, state,"
                        + " created_at) VALUES(?,?,?,?,?,?,?,?,?,'WAITING',?)",
                id,
                operation.lane(),
                operation.laneSequence().orElse(null),
                operation.type(),
                fact ? 1 : 0,
                sealer.seal(TABLE, id, VERSION, body),
                link == null ? null : link.previous().bytes(),
                link == null ? null : link.link().bytes(),
                link == null ? null : link.runningTotalCents(),
                operation.occurredAt().toString());
    }

    List<OutboxItem> heads(Statements statements) throws SQLException {
        return statements.list(
                "SELECT " + ITEM + " FROM outbox WHERE position IN (SELECT MIN(position) FROM outbox WHERE " + TO_SEND
                        + " GROUP BY lane) AND lane NOT IN (SELECT lane FROM task WHERE open=1 AND"
                        + " kind<>'FLAGGED') ORDER BY position",
                OutboxTable::item);
    }

    List<OutboxItem> pending(Statements statements) throws SQLException {
        return statements.list(
                "SELECT " + ITEM + " FROM outbox WHERE state IN ('WAITING','UNCONFIRMED','HELD') ORDER BY position",
                OutboxTable::item);
    }

    OutboxSummary summary(Statements statements) throws SQLException {
        return statements
                .one(
                        "SELECT COUNT(*), MIN(created_at), MIN(CASE WHEN lane LIKE 'till:%' THEN created_at END)"
                                + " FROM outbox WHERE state IN ('WAITING','UNCONFIRMED','HELD')",
                        row -> new OutboxSummary(
                                row.getInt(1),
                                Optional.ofNullable(row.getString(2)).map(Instant::parse),
                                Optional.ofNullable(row.getString(3)).map(Instant::parse)))
                .orElseThrow();
    }

    Optional<OutboxItem> item(Statements statements, UUID id) throws SQLException {
        return statements.one("SELECT " + ITEM + " FROM outbox WHERE id=?", OutboxTable::item, id.toString());
    }

    Optional<OutboxBody> body(Statements statements, UUID id) throws SQLException {
        return statements.one("SELECT " + BODY + " FROM outbox WHERE id=?", this::body, id.toString());
    }

    List<OutboxBody> lane(Statements statements, String lane) throws SQLException {
        return statements.list("SELECT " + BODY + " FROM outbox WHERE lane=? ORDER BY position", this::body, lane);
    }

    List<String> lanes(Statements statements) throws SQLException {
        return statements.list("SELECT DISTINCT lane FROM outbox ORDER BY lane", row -> row.getString(1));
    }

    void confirm(Statements statements, UUID id, OperationAnswer answer) throws SQLException {
        byte[] sealed = answers.seal(ANSWERS, id.toString(), VERSION, answer);
        statements.update(
                "UPDATE outbox SET state='CONFIRMED', answer=?, flags=? WHERE id=?",
                sealed,
                String.join(" ", answer.flags()),
                id.toString());
    }

    Optional<OperationAnswer> answer(Statements statements, UUID id) throws SQLException {
        return statements
                .one(
                        "SELECT answer FROM outbox WHERE id=? AND answer IS NOT NULL",
                        row -> row.getBytes(1),
                        id.toString())
                .map(stored -> answers.open(ANSWERS, id.toString(), VERSION, stored, OperationAnswer.class));
    }

    void attempted(Statements statements, UUID id) throws SQLException {
        statements.update(
                "UPDATE outbox SET state='UNCONFIRMED', attempts=attempts+1 WHERE id=? AND " + TO_SEND, id.toString());
    }

    void move(Statements statements, UUID id, OutboxItem.State to) throws SQLException {
        statements.update("UPDATE outbox SET state=? WHERE id=? AND " + TO_SEND, to.name(), id.toString());
    }

    void release(Statements statements, UUID id) throws SQLException {
        statements.update("UPDATE outbox SET state='WAITING' WHERE id=? AND state='HELD'", id.toString());
    }

    int reopen(Statements statements, String lane, long from) throws SQLException {
        return statements.update(
                "UPDATE outbox SET state='WAITING' WHERE lane=? AND lane_sequence>=? AND state='CONFIRMED'",
                lane,
                from);
    }

    private OutboxBody body(ResultSet row) throws SQLException {
        OutboxItem item = item(row);
        byte[] body = sealer.open(TABLE, item.id().toString(), VERSION, row.getBytes(11));
        byte @Nullable [] previous = row.getBytes(12);
        byte @Nullable [] link = row.getBytes(13);
        if (previous == null || link == null) {
            return new OutboxBody(item, body, Optional.empty());
        }
        LinkTriple triple = new LinkTriple(ChainLink.of(previous), ChainLink.of(link), row.getLong(14));
        return new OutboxBody(item, body, Optional.of(triple));
    }

    private static OutboxItem item(ResultSet row) throws SQLException {
        long sequence = row.getLong(5);
        boolean chained = !row.wasNull();
        String flags = row.getString(10);
        return new OutboxItem(
                row.getLong(1),
                UUID.fromString(row.getString(2)),
                row.getString(3),
                row.getString(4),
                chained ? Optional.of(sequence) : Optional.empty(),
                row.getInt(6) == 1,
                OutboxItem.State.valueOf(row.getString(7)),
                row.getInt(8),
                Instant.parse(row.getString(9)),
                flags.isEmpty() ? List.of() : List.of(flags.split(" ", -1)));
    }
}
