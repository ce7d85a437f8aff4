package it.sportello.offlinecache.journal;

import it.sportello.offlinecache.StoreFault;
import it.sportello.offlinecache.database.Statements;
import it.sportello.offlinecache.seal.Sealer;
import java.sql.SQLException;
import java.util.Optional;

/** Tells a wrong key from a damaged file: the first commit leaves a keyed hash of a known text. */
final class KeyCheck {
    private static final String NAME = "key.check";

    private KeyCheck() {}

    static void check(Statements statements, Sealer sealer) throws SQLException {
        String expected = sealer.lookup(NAME, NAME);
        Optional<String> found = statements.one("SELECT value FROM meta WHERE name=?", row -> row.getString(1), NAME);
        if (found.isEmpty()) {
            statements.update("INSERT INTO meta(name, value) VALUES(?,?)", NAME, expected);
        } else if (!found.get().equals(expected)) {
            throw new StoreFault(StoreFault.Code.WRONG_KEY, "the journal belongs to another key");
        }
    }
}
