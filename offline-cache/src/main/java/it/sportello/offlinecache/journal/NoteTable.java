package it.sportello.offlinecache.journal;

import it.sportello.offlinecache.StoreFault;
import it.sportello.offlinecache.database.Statements;
import it.sportello.offlinecache.seal.SealedRecords;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Events of note validators, sealed, each under its device and number; and for every device a sealed head that says how
 * far it was read and how many events there are, so that none can be taken away unseen.
 */
final class NoteTable {
    private static final String DEVICES = "note_device";
    private static final String EVENTS = "note_event";

    @SuppressWarnings("ArrayRecordComponent") // never leaves this file
    private record Row(long position, String device, long sequence, String at, byte[] body) {}

    private final SealedRecords sealed;

    NoteTable(SealedRecords sealed) {
        this.sealed = sealed;
    }

    void put(Statements statements, NoteRecord record, Instant at) throws SQLException {
        String device = record.device();
        long events = head(statements, device).map(NoteHead::events).orElse(0L);
        for (Object event : record.events()) {
            events++;
            statements.update(
                    "INSERT INTO note_event(device, sequence, at, body) VALUES(?,?,?,?)",
                    device,
                    events,
                    at.toString(),
                    sealed.seal(EVENTS, device, events, event));
        }
        long version = 1 + statements.number("SELECT version FROM note_device WHERE device=?", device);
        statements.update(
                "INSERT INTO note_device(device, version, updated_at, body) VALUES(?,?,?,?) ON CONFLICT(device) DO"
                        + " UPDATE SET version=excluded.version, updated_at=excluded.updated_at, body=excluded.body",
                device,
                version,
                at.toString(),
                sealed.seal(DEVICES, device, version, new NoteHead(record.place(), events)));
    }

    Optional<NoteHead> head(Statements statements, String device) throws SQLException {
        return statements.one(
                "SELECT version, body FROM note_device WHERE device=?",
                row -> sealed.open(DEVICES, device, row.getLong(1), row.getBytes(2), NoteHead.class),
                device);
    }

    <T> List<NoteAccounts.Told<T>> after(Statements statements, long position, Class<T> form) throws SQLException {
        List<NoteAccounts.Told<T>> told = new ArrayList<>();
        for (Row row : rows(statements, position)) {
            T detail = sealed.open(EVENTS, row.device(), row.sequence(), row.body(), form);
            told.add(new NoteAccounts.Told<>(row.position(), row.device(), Instant.parse(row.at()), detail));
        }
        return told;
    }

    /** Opens every row and counts them: neither a changed nor a missing one is passed over. */
    void verify(Statements statements) throws SQLException {
        Map<String, Long> found = new HashMap<>();
        for (Row row : rows(statements, 0)) {
            sealed.open(EVENTS, row.device(), row.sequence(), row.body(), JsonNode.class);
            found.merge(row.device(), 1L, Long::sum);
        }
        List<String> devices =
                statements.list("SELECT device FROM note_device ORDER BY device", row -> row.getString(1));
        for (String device : devices) {
            long said = head(statements, device).map(NoteHead::events).orElse(0L);
            if (said != found.getOrDefault(device, 0L)) {
                throw new StoreFault(StoreFault.Code.TAMPERED, "the events of a note validator are not all there");
            }
        }
        if (!devices.containsAll(found.keySet())) {
            throw new StoreFault(StoreFault.Code.TAMPERED, "events of a note validator without their head");
        }
    }

    private static List<Row> rows(Statements statements, long position) throws SQLException {
        return statements.list(
                "SELECT position, device, sequence, at, body FROM note_event WHERE position>? ORDER BY position",
                row -> new Row(row.getLong(1), row.getString(2), row.getLong(3), row.getString(4), row.getBytes(5)),
                position);
    }
}
