package it.sportello.offlinecache.cache;

import it.sportello.offlinecache.database.Statements;
import it.sportello.offlinecache.seal.SealedRecords;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sealed things of one kind that belong to persons: exemptions, dues, bookings. Newer versions win, older are lost. */
final class Rows<T> {
    private final String table;
    private final Class<T> form;
    private final SealedRecords sealed;

    Rows(String table, Class<T> form, SealedRecords sealed) {
        this.table = table;
        this.form = form;
        this.sealed = sealed;
    }

    /** What stands in clear beside a thing; site and day only for bookings. */
    record Key(
            String id,
            String person,
            long version,
            @Nullable String site,
            @Nullable String day) {
        static Key of(String id, String person, long version) {
            return new Key(id, person, version, null, null);
        }
    }

    void put(Statements statements, Key key, T thing, Instant asOf) throws SQLException {
        byte[] body = sealed.seal(table, key.id(), key.version(), thing);
        String newer = " ON CONFLICT(id) DO UPDATE SET person=excluded.person, version=excluded.version,"
                + " as_of=excluded.as_of, body=excluded.body";
        String condition = " WHERE excluded.version >= " + table + ".version";
        if (key.site() == null) {
            statements.update(
                    "INSERT INTO " + table + "(id, person, version, as_of, body) VALUES(?,?,?,?,?)" + newer + condition,
                    key.id(),
                    key.person(),
                    key.version(),
                    asOf.toString(),
                    body);
        } else {
            statements.update(
                    "INSERT INTO " + table + "(id, person, site, day, version, as_of, body) VALUES(?,?,?,?,?,?,?)"
                            + newer + ", site=excluded.site, day=excluded.day" + condition,
                    key.id(),
                    key.person(),
                    key.site(),
                    key.day(),
                    key.version(),
                    asOf.toString(),
                    body);
        }
    }

    List<T> ofPerson(Statements statements, String person) throws SQLException {
        return statements.list(
                "SELECT id, version, body FROM " + table + " WHERE person=? ORDER BY id",
                row -> open(row.getString(1), row.getLong(2), row.getBytes(3)),
                person);
    }

    List<T> ofDay(Statements statements, String site, String day) throws SQLException {
        return statements.list(
                "SELECT id, version, body FROM " + table + " WHERE site=? AND day=? ORDER BY id",
                row -> open(row.getString(1), row.getLong(2), row.getBytes(3)),
                site,
                day);
    }

    Optional<T> find(Statements statements, String id) throws SQLException {
        return statements.one(
                "SELECT id, version, body FROM " + table + " WHERE id=?",
                row -> open(row.getString(1), row.getLong(2), row.getBytes(3)),
                id);
    }

    boolean knows(Statements statements, String id) throws SQLException {
        return statements.number("SELECT COUNT(*) FROM " + table + " WHERE id=?", id) == 1;
    }

    /** Removes what the server no longer lists under a column's value. */
    void keepOnly(Statements statements, String where, List<String> values, Collection<String> ids)
            throws SQLException {
        List<String> present = new ArrayList<>(statements.list(
                "SELECT id FROM " + table + " WHERE " + where, row -> row.getString(1), values.toArray()));
        present.removeAll(ids);
        for (String gone : present) {
            remove(statements, gone);
        }
    }

    void remove(Statements statements, String id) throws SQLException {
        statements.update("DELETE FROM " + table + " WHERE id=?", id);
    }

    private T open(String id, long version, byte[] body) {
        return sealed.open(table, id, version, body, form);
    }
}
