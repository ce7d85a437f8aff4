package it.sportello.backend.store;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Schemas come up from nothing, once, whoever starts and however many start; an external PostgreSQL is as good. */
@Tag("R-OPS-1")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MigrationTest {
    private Path home = Path.of("");
    /** Plays the external PostgreSQL: each test has a database of its own in it. */
    private Database host;

    @BeforeAll
    void start(@TempDir Path folder) {
        home = folder;
        host = Database.embedded(folder);
    }

    @AfterAll
    void stop() {
        host.close();
    }

    /** Address of a new, empty database. */
    private String empty(String name) throws IOException {
        host.jdbi().useHandle(handle -> handle.execute("create database " + name));
        String url = host.read(handle -> {
            try {
                return handle.getConnection().getMetaData().getURL();
            } catch (SQLException failed) {
                throw new IllegalStateException(failed);
            }
        });
        String password = Files.readString(home.resolve("postgres.password")).strip();
        return url.replaceAll("/postgres(\\?.*)?$", "/" + name) + "?user=postgres&password=" + password;
    }

    private static <T> T one(Database database, Class<T> type, String query) {
        return database.read(handle -> handle.createQuery(query).mapTo(type).one());
    }

    private static List<String> migrations(Database database) {
        return database.read(handle -> handle.createQuery(
                        "select script from flyway_schema_history where success order by installed_rank")
                .mapTo(String.class)
                .list());
    }

    @Test
    void anEmptyDatabaseGetsEveryMigrationInOrder() throws IOException {
        try (Database database = Database.external(empty("fresh"))) {
            List<String> scripts = migrations(database);
            assertEquals(scripts.stream().sorted().toList(), scripts);
            assertEquals("V001__working_day.sql", scripts.getFirst());
            assertEquals(0, one(database, Integer.class, "select count(*) from person"));
            assertEquals(1, one(database, Integer.class, "select count(*) from feed_head"));
        }
    }

    @Test
    void aSecondStartChangesNothing() throws IOException {
        String url = empty("twice");
        UUID feed;
        List<String> scripts;
        try (Database first = Database.external(url)) {
            scripts = migrations(first);
            feed = one(first, UUID.class, "select feed_name from feed_head");
            first.inTransaction(handle -> handle.execute("insert into authority values ('050503', 'Prova')"));
        }
        try (Database second = Database.external(url)) {
            assertEquals(scripts, migrations(second));
            assertEquals(feed, one(second, UUID.class, "select feed_name from feed_head"));
            assertEquals("Prova", one(second, String.class, "select name from authority"));
        }
    }

    @Test
    void serversThatStartAtOnceOnOneEmptyDatabaseMigrateItOnce() throws Exception {
        String url = empty("together");
        int servers = 3;
        CyclicBarrier line = new CyclicBarrier(servers);
        List<UUID> feeds = new ArrayList<>();
        try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Database>> starting = new ArrayList<>();
            for (int server = 0; server < servers; server++) {
                starting.add(pool.submit(() -> {
                    line.await();
                    return Database.external(url);
                }));
            }
            for (Future<Database> started : starting) {
                try (Database database = started.get()) {
                    feeds.add(one(database, UUID.class, "select feed_name from feed_head"));
                    assertEquals(
                            migrations(database).size(),
                            migrations(database).stream().distinct().count());
                }
            }
        }
        assertEquals(1, feeds.stream().distinct().count());
    }

    /** A store of a later version, or one that somebody changed, is left alone. */
    @Test
    void aDatabaseWhoseHistoryDiffersIsRefusedAndLeftAsItWas() throws IOException {
        String url = empty("other");
        try (Database first = Database.external(url)) {
            first.inTransaction(handle ->
                    handle.execute("update flyway_schema_history set checksum = checksum + 1 where version = '001'"));
        }
        assertThrows(RuntimeException.class, () -> Database.external(url).close());
        // The server waits a little for who is just leaving, and refuses while anybody stays.
        assertDoesNotThrow(
                () -> host.jdbi().useHandle(handle -> handle.execute("drop database other")),
                "a start that failed keeps no connection");
    }

    @Test
    void anAddressThatAnswersNotIsAnErrorWithoutThePassword() {
        RuntimeException failed = assertThrows(
                RuntimeException.class,
                () -> Database.external(
                                "jdbc:postgresql://127.0.0.1:1/none?user=u&password=molto-segreta&connectTimeout=1")
                        .close());
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            assertFalse(String.valueOf(cause.getMessage()).contains("molto-segreta"), cause.toString());
        }
    }

    @Test
    void everySessionHasItsLimitsAndCountsInUtc() throws IOException {
        try (Database database = Database.external(empty("limits"))) {
            assertEquals("20s", one(database, String.class, "show statement_timeout"));
            assertEquals("10s", one(database, String.class, "show lock_timeout"));
            assertEquals("1min", one(database, String.class, "show idle_in_transaction_session_timeout"));
            assertEquals("UTC", one(database, String.class, "show time zone"));
        }
    }

    @Test
    void anExceptionInATransactionUndoesIt() throws IOException {
        try (Database database = Database.external(empty("undone"))) {
            assertThrows(
                    IllegalStateException.class,
                    () -> database.inTransaction(handle -> {
                        handle.execute("insert into authority values ('050503', 'Prova')");
                        throw new IllegalStateException("on purpose");
                    }));
            assertEquals(0, one(database, Integer.class, "select count(*) from authority"));
        }
    }

    @Test
    void readsDoneTogetherSeeOneMoment() throws IOException {
        try (Database database = Database.external(empty("moment"))) {
            int seen = database.readTogether(handle -> {
                int before = authorities(handle);
                Thread other = Thread.ofPlatform()
                        .start(() -> database.inTransaction(
                                later -> later.execute("insert into authority values ('050503', 'Prova')")));
                join(other);
                return before + authorities(handle);
            });
            assertEquals(0, seen);
            assertEquals(1, one(database, Integer.class, "select count(*) from authority"));
        }
    }

    private static int authorities(Handle handle) {
        return handle.createQuery("select count(*) from authority")
                .mapTo(Integer.class)
                .one();
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** No moment comes from the clock of the store, so that a day can be played at any time. */
    @Test
    void noColumnReadsTheClock() {
        List<String> defaults =
                host.read(handle -> handle.createQuery("""
                        select table_name || '.' || column_name || ' ' || column_default from information_schema.columns
                        where table_schema = 'public' and table_name <> 'flyway_schema_history'
                          and column_default ~* '(now|clock_timestamp|current_|statement_timestamp)'""").mapTo(String.class).list());
        assertEquals(List.of(), defaults);
    }

    /** Every look-up by a foreign key of a large table has its index. */
    @Test
    void personsAreFoundByIndex() {
        List<String> indexed =
                host.read(handle -> handle.createQuery("select indexdef from pg_indexes where schemaname = 'public'")
                        .mapTo(String.class)
                        .list());
        for (String column : List.of(
                "booking USING btree (person_id)",
                "due USING btree (person_id)",
                "exemption USING btree (person_id)",
                "prescription USING btree (person_id)",
                "person USING btree (code)",
                "person USING btree (phone_key)",
                "booking USING btree (slot_id)",
                "hold_slot USING btree (slot_id)")) {
            assertTrue(indexed.stream().anyMatch(it -> it.contains(column)), column);
        }
    }
}
