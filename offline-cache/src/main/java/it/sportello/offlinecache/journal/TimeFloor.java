package it.sportello.offlinecache.journal;

import it.sportello.offlinecache.database.Statements;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/**
 * The latest times of any commit, kept so that the journal's time does not go back. Without the server's word it never
 * goes behind any commit. With it, it may go behind commits dated by a machine whose clock was ahead, which the server's
 * word corrects, but never behind a commit that was dated by the server's word itself.
 */
final class TimeFloor {
    private static final String ANY = "time.floor";
    private static final String CONFIRMED = "time.confirmed";

    private TimeFloor() {}

    private record Reading(boolean confirmed, Instant at) {}

    /** The time of a commit that begins now. */
    static Instant at(Statements statements, DeskTime time) throws SQLException {
        Reading reading = reading(statements, time);
        write(statements, ANY, reading.at());
        if (reading.confirmed()) {
            write(statements, CONFIRMED, reading.at());
        }
        return reading.at();
    }

    /** The time that a commit would have now. */
    static Instant now(Statements statements, DeskTime time) throws SQLException {
        return reading(statements, time).at();
    }

    private static Reading reading(Statements statements, DeskTime time) throws SQLException {
        // asked first: a machine's own time, read before the server's word came, is then never taken for the server's
        boolean confirmed = time.isConfirmed();
        Instant corrected = time.corrected();
        Optional<Instant> floor = read(statements, confirmed ? CONFIRMED : ANY);
        return new Reading(confirmed, floor.filter(corrected::isBefore).orElse(corrected));
    }

    private static Optional<Instant> read(Statements statements, String name) throws SQLException {
        return statements.one("SELECT value FROM meta WHERE name=?", row -> Instant.parse(row.getString(1)), name);
    }

    private static void write(Statements statements, String name, Instant at) throws SQLException {
        statements.update(
                "INSERT INTO meta(name, value) VALUES(?,?) ON CONFLICT DO UPDATE SET value=excluded.value",
                name,
                at.toString());
    }
}
