package it.sportello.offlinecache.journal;

import it.sportello.domain.ledger.Chain;
import it.sportello.domain.ledger.ChainLink;
import it.sportello.offlinecache.database.Statements;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The newest link of each chained lane. */
final class LaneTable {
    /**
     * A chained lane.
     *
     * @param count operations so far, which is the sequence of the newest
     */
    record Stand(String lane, String epoch, long count, ChainLink head) {
        ChainLink genesis() {
            return Chain.genesis(lane, epoch);
        }
    }

    Optional<Stand> stand(Statements statements, String lane) throws SQLException {
        return statements.one(
                "SELECT name, epoch, count, head FROM lane WHERE name=?",
                row -> new Stand(row.getString(1), row.getString(2), row.getLong(3), ChainLink.of(row.getBytes(4))),
                lane);
    }

    List<Stand> all(Statements statements) throws SQLException {
        return statements.list(
                "SELECT name, epoch, count, head FROM lane ORDER BY name",
                row -> new Stand(row.getString(1), row.getString(2), row.getLong(3), ChainLink.of(row.getBytes(4))));
    }

    void store(Statements statements, Stand stand) throws SQLException {
        statements.update(
                "INSERT INTO lane(name, epoch, count, head) VALUES(?,?,?,?)"
                        + " ON CONFLICT DO UPDATE SET count=excluded.count, head=excluded.head",
                stand.lane(),
                stand.epoch(),
                stand.count(),
                stand.head().bytes());
    }
}
