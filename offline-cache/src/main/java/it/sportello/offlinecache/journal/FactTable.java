package it.sportello.offlinecache.journal;

import it.sportello.api.Bookings;
import it.sportello.api.Tills;
import it.sportello.offlinecache.database.Statements;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What operations of this desk did to things of the server, noted from their payloads. */
final class FactTable {
    private static final String SETTLED = "DUE_SETTLED";
    private static final String ACCEPTED = "BOOKING_ACCEPTED";

    void note(Statements statements, UUID operation, Object payload) throws SQLException {
        switch (payload) {
            case Tills.Collected collected -> settled(statements, operation, collected);
            case Tills.Annulled annulled ->
                statements.update(
                        "UPDATE local_fact SET undone=1 WHERE kind='DUE_SETTLED' AND document=?",
                        annulled.documentNumber());
            case Bookings.Accept accept ->
                insert(statements, ACCEPTED, accept.bookingId(), operation, "", 0, accept.seenVersion());
            default -> {
                return;
            }
        }
    }

    private static void settled(Statements statements, UUID operation, Tills.Collected collected) throws SQLException {
        for (Tills.DueSettled due : collected.dues()) {
            String document = collected.documents().stream()
                    .filter(one ->
                            one.lines().stream().anyMatch(line -> line.dueId().equals(due.dueId())))
                    .map(Tills.Document::number)
                    .findFirst()
                    .orElse("");
            insert(statements, SETTLED, due.dueId(), operation, document, due.amountCents(), due.seenVersion());
        }
    }

    private static void insert(
            Statements statements, String kind, String subject, UUID operation, String document, long cents, long seen)
            throws SQLException {
        statements.update(
                "INSERT INTO local_fact(kind, subject, operation, document, amount_cents, seen_version)"
                        + " VALUES(?,?,?,?,?,?)",
                kind,
                subject,
                operation.toString(),
                document,
                cents,
                seen);
    }

    List<LocalFacts.Settlement> settlements(Statements statements, String dueId) throws SQLException {
        return new ArrayList<>(statements.list(
                "SELECT f.subject, f.operation, f.document, f.amount_cents, f.seen_version, o.state='CONFIRMED'"
                        + " FROM local_fact f JOIN outbox o ON o.id=f.operation"
                        + " WHERE f.kind='DUE_SETTLED' AND f.subject=? AND f.undone=0 ORDER BY f.position",
                row -> new LocalFacts.Settlement(
                        row.getString(1),
                        UUID.fromString(row.getString(2)),
                        row.getString(3),
                        row.getLong(4),
                        row.getLong(5),
                        row.getBoolean(6)),
                dueId));
    }

    Optional<LocalFacts.Acceptance> acceptance(Statements statements, String bookingId) throws SQLException {
        return statements.one(
                "SELECT f.subject, f.operation, f.seen_version, o.state='CONFIRMED'"
                        + " FROM local_fact f JOIN outbox o ON o.id=f.operation"
                        + " WHERE f.kind='BOOKING_ACCEPTED' AND f.subject=? AND f.undone=0"
                        + " ORDER BY f.position DESC LIMIT 1",
                row -> new LocalFacts.Acceptance(
                        row.getString(1), UUID.fromString(row.getString(2)), row.getLong(3), row.getBoolean(4)),
                bookingId);
    }
}
