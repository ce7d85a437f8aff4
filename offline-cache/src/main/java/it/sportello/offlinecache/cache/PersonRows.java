package it.sportello.offlinecache.cache;

import it.sportello.api.Persons;
import it.sportello.offlinecache.database.Statements;
import it.sportello.offlinecache.seal.SealedRecords;
import it.sportello.offlinecache.seal.Sealer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Persons, sealed, with the keyed hashes under which they are found. */
final class PersonRows {
    private static final String TABLE = "person";
    private static final String SELECT = "SELECT p.id, p.version, p.as_of, p.body FROM person p ";

    private final Sealer sealer;
    private final SealedRecords sealed;

    PersonRows(Sealer sealer) {
        this.sealer = sealer;
        this.sealed = new SealedRecords(sealer);
    }

    /** Stores a person unless a newer version is there; tells whether it did. */
    boolean put(Statements statements, Persons.PersonRecord person, Instant asOf) throws SQLException {
        byte[] body = sealed.seal(TABLE, person.id(), person.version(), person);
        int stored = statements.update(
                "INSERT INTO person(id, version, as_of, body) VALUES(?,?,?,?) ON CONFLICT(id) DO UPDATE SET"
                        + " version=excluded.version, as_of=excluded.as_of, body=excluded.body"
                        + " WHERE excluded.version >= person.version",
                person.id(),
                person.version(),
                asOf.toString(),
                body);
        if (stored == 0) {
            return false;
        }
        statements.update("DELETE FROM lookup WHERE person=?", person.id());
        lookup(statements, codeHash(person.code()), person.id());
        if (person.phone().isPresent()) {
            lookup(statements, phoneHash(person.phone().get()), person.id());
        }
        return true;
    }

    private static void lookup(Statements statements, String hash, String person) throws SQLException {
        statements.update("INSERT OR IGNORE INTO lookup(hash, person) VALUES(?,?)", hash, person);
    }

    String codeHash(String code) {
        return sealer.lookup("code", PlainText.code(code));
    }

    String phoneHash(String phone) {
        return sealer.lookup("phone", PlainText.phone(phone));
    }

    Optional<Aged<Persons.PersonRecord>> find(Statements statements, String id) throws SQLException {
        return statements.one(SELECT + "WHERE p.id=?", this::person, id);
    }

    List<Aged<Persons.PersonRecord>> byHash(Statements statements, String hash) throws SQLException {
        return statements.list(
                SELECT + "JOIN lookup l ON l.person=p.id WHERE l.hash=? ORDER BY p.id", this::person, hash);
    }

    List<Aged<Persons.PersonRecord>> all(Statements statements) throws SQLException {
        return statements.list(SELECT, this::person);
    }

    List<String> olderThan(Statements statements, Instant limit) throws SQLException {
        return statements.list("SELECT id FROM person WHERE as_of < ?", row -> row.getString(1), limit.toString());
    }

    void remove(Statements statements, String id) throws SQLException {
        statements.update("DELETE FROM person WHERE id=?", id);
    }

    private Aged<Persons.PersonRecord> person(ResultSet row) throws SQLException {
        Persons.PersonRecord person =
                sealed.open(TABLE, row.getString(1), row.getLong(2), row.getBytes(4), Persons.PersonRecord.class);
        return new Aged<>(person, Instant.parse(row.getString(3)));
    }
}
