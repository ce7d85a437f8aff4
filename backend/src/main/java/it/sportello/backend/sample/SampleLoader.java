package it.sportello.backend.sample;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;

/**
 * Puts a sample authority into a migrated, empty database: all of it in one transaction, or nothing. A database in which
 * anything happened is refused, so that a sample never mixes with real work.
 */
public final class SampleLoader {
    /** Tables of which one row is enough to say that the database is in use. */
    private static final List<String> SIGNS_OF_USE = List.of(
            "authority",
            "district",
            "site",
            "desk",
            "operator",
            "person",
            "doctor",
            "service",
            "agenda",
            "slot",
            "exemption",
            "prescription",
            "due",
            "booking",
            "operation",
            "feed",
            "session",
            "queue_entry");

    private final SampleProgress progress;

    public SampleLoader(SampleProgress progress) {
        this.progress = progress;
    }

    /** The database holds something already; it was left as it was. */
    public static final class DatabaseNotEmpty extends RuntimeException {
        private static final long serialVersionUID = 1L;

        DatabaseNotEmpty(String tables) {
            super("the sample is loaded into an empty database only; rows found in " + tables);
        }
    }

    /**
     * Loads the sample.
     *
     * @throws DatabaseNotEmpty when any table is in use
     */
    public void load(Jdbi jdbi, SampleAuthority sample) {
        jdbi.useTransaction(handle -> {
            refuseUsed(handle);
            handle.execute("insert into sample_origin (seed, made_on) values (?, ?)", sample.seed(), sample.today());
            handle.execute("set local synchronous_commit = off");
            for (CopyTable<?> table : new SampleTables(sample).all()) {
                copy(handle.getConnection(), table);
                progress.done(table.things().size(), table.name());
            }
        });
        jdbi.useHandle(handle -> handle.execute("analyze"));
    }

    /**
     * The sample that a database was filled with, made again from its seed and day; empty when it holds none. It tells
     * who plays which case, wherever the database is used from.
     */
    public static Optional<SampleAuthority> loaded(Jdbi jdbi) {
        return jdbi.withHandle(handle -> handle.createQuery("select seed, made_on from sample_origin")
                .map((row, context) ->
                        SampleAuthority.generate(row.getLong("seed"), row.getObject("made_on", LocalDate.class)))
                .findOne());
    }

    private static void refuseUsed(Handle handle) {
        List<String> used = new ArrayList<>();
        for (String table : SIGNS_OF_USE) {
            boolean found = handle.createQuery("select exists (select from " + table + ")")
                    .mapTo(Boolean.class)
                    .one();
            if (found) {
                used.add(table);
            }
        }
        if (!used.isEmpty()) {
            throw new DatabaseNotEmpty(String.join(", ", used));
        }
    }

    private static void copy(Connection connection, CopyTable<?> table) {
        try (OutputStream sink =
                new PGCopyOutputStream(connection.unwrap(PGConnection.class), table.command(), 1 << 18)) {
            table.writeTo(sink);
        } catch (IOException | SQLException failed) {
            throw failed instanceof IOException broken
                    ? new UncheckedIOException("copy of " + table.name(), broken)
                    : new IllegalStateException("copy of " + table.name(), failed);
        }
    }
}
