package it.sportello.backend.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Function;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import org.jdbi.v3.postgres.PostgresPlugin;
import org.jspecify.annotations.Nullable;

/**
 * The PostgreSQL of the server, migrated to the newest schema. Either one of our own, kept under the home folder between
 * starts, or an external one, which several servers may share.
 */
public final class Database implements AutoCloseable {
    private static final int CONNECTIONS = 16;
    private static final Duration CONNECTION_WAIT = Duration.ofSeconds(10);
    /** Nothing at a counter is worth waiting longer for, in the notation of PostgreSQL. */
    private static final String SESSION_LIMITS = "set statement_timeout = '20s'; set lock_timeout = '10s'; "
            + "set idle_in_transaction_session_timeout = '60s'; set time zone 'UTC'";

    private final HikariDataSource pool;
    private final Jdbi jdbi;
    private final @Nullable EmbeddedServer server;

    private Database(HikariConfig configuration, @Nullable EmbeddedServer server) {
        this.server = server;
        this.pool = new HikariDataSource(configuration);
        this.jdbi = Jdbi.create(pool).installPlugin(new PostgresPlugin());
        // An exception tells neither the values bound to a statement nor the row that broke a rule: both are personal.
        jdbi.getConfig(StatementExceptions.class).setMessageRendering(StatementExceptions.MessageRendering.NONE);
    }

    /** Starts our own PostgreSQL, its files in {@code postgres} under the home folder. */
    public static Database embedded(Path home) {
        EmbeddedServer server = EmbeddedServer.start(home);
        HikariConfig configuration = configuration(server.jdbcUrl());
        configuration.setPassword(server.password());
        return migrated(configuration, server);
    }

    /**
     * Uses a PostgreSQL that runs already.
     *
     * @param jdbcUrl {@code jdbc:postgresql:} with user and password as parameters
     */
    public static Database external(String jdbcUrl) {
        return migrated(configuration(jdbcUrl), null);
    }

    private static Database migrated(HikariConfig configuration, @Nullable EmbeddedServer server) {
        Database database = null;
        boolean migrated = false;
        try {
            database = new Database(configuration, server);
            Flyway.configure(Database.class.getClassLoader())
                    .dataSource(database.pool)
                    .locations("classpath:sql-migrations")
                    .load()
                    .migrate();
            migrated = true;
            return database;
        } finally {
            if (!migrated && database != null) {
                database.close();
            } else if (!migrated && server != null) {
                server.close();
            }
        }
    }

    private static HikariConfig configuration(String jdbcUrl) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(jdbcUrl);
        config.setPoolName("sportello");
        config.setMaximumPoolSize(CONNECTIONS);
        config.setConnectionTimeout(CONNECTION_WAIT.toMillis());
        config.setConnectionInitSql(SESSION_LIMITS);
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        config.addDataSourceProperty("logServerErrorDetail", "false");
        return config;
    }

    /** Runs in one transaction; an exception rolls it back. */
    public <T> T inTransaction(Function<Handle, T> work) {
        return jdbi.inTransaction(handle -> work.apply(handle));
    }

    /** Runs reads that need no transaction of their own. */
    public <T> T read(Function<Handle, T> work) {
        return jdbi.withHandle(handle -> work.apply(handle));
    }

    /** Runs several reads that see one and the same moment, whatever is committed meanwhile. */
    public <T> T readTogether(Function<Handle, T> work) {
        return jdbi.inTransaction(TransactionIsolationLevel.REPEATABLE_READ, handle -> work.apply(handle));
    }

    /** For bulk work, such as loading a sample. */
    public Jdbi jdbi() {
        return jdbi;
    }

    @Override
    public void close() {
        pool.close();
        if (server != null) {
            server.close();
        }
    }
}
