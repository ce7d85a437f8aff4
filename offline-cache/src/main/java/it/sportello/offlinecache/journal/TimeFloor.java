package it.sportello.offlinecache.journal;

import it.sportello.offlinecache.database.Statements;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** The latest time of any commit: without the server's word the journal's time does not go behind it. */
final class TimeFloor {
    private static final String NAME = "time.floor";

    private TimeFloor() {}

    static Instant at(Statements statements, DeskTime time) throws SQLException {
        Instant corrected = time.corrected();
        Optional<Instant> floor =
                statements.one("SELECT value FROM meta WHERE name=?", row -> Instant.parse(row.getString(1)), NAME);
        Instant at =
                !time.isConfirmed() && floor.isPresent() && floor.get().isAfter(corrected) ? floor.get() : corrected;
        statements.update(
                "INSERT INTO meta(name, value) VALUES(?,?) ON CONFLICT DO UPDATE SET value=excluded.value",
                NAME,
                at.toString());
        return at;
    }
}
