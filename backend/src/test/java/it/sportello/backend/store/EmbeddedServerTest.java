package it.sportello.backend.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Our own PostgreSQL lets in who knows the password of its home, and nobody else of the machine. */
@Tag("R-SEC-1")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EmbeddedServerTest {
    private static final String WRONG_PASSWORD = "28P01";

    private Path home = Path.of("");
    private Database database;

    @BeforeAll
    void start(@TempDir Path folder) {
        home = folder.resolve("home");
        database = Database.embedded(home);
    }

    @AfterAll
    void stop() {
        database.close();
    }

    private String url() {
        return database.read(handle -> {
            try {
                return handle.getConnection().getMetaData().getURL();
            } catch (SQLException failed) {
                throw new IllegalStateException(failed);
            }
        });
    }

    private static Connection connect(String url, String user, String password) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        if (!password.isEmpty()) {
            properties.setProperty("password", password);
        }
        properties.setProperty("connectTimeout", "10");
        return DriverManager.getConnection(url.replaceAll("\\?.*", ""), properties);
    }

    private String password() throws IOException {
        return Files.readString(home.resolve("postgres.password")).strip();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "postgres", "x", "' or 1=1 --"})
    void withoutThePasswordNobodyComesIn(String guess) {
        SQLException refused =
                assertThrows(SQLException.class, () -> connect(url(), "postgres", guess == null ? "" : guess));
        assertTrue(
                List.of(WRONG_PASSWORD, "08004").contains(String.valueOf(refused.getSQLState())),
                () -> refused.getSQLState() + " " + refused.getMessage());
    }

    @Test
    void thePasswordOpens() throws SQLException, IOException {
        try (Connection connection = connect(url(), "postgres", password());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select count(*) from person")) {
            assertTrue(rows.next());
            assertEquals(0, rows.getInt(1));
        }
    }

    @Test
    void anotherUserOrDatabaseIsNoWayRound() {
        for (String user : List.of("root", "nobody", "admin")) {
            assertThrows(SQLException.class, () -> connect(url(), user, ""));
        }
        assertThrows(
                SQLException.class,
                () -> connect(url().replaceAll("/postgres(\\?|$)", "/template1$1"), "postgres", ""));
    }

    @Test
    void onlyItsOwnerReadsThePasswordAndNoAddressHoldsIt() throws IOException {
        Path file = home.resolve("postgres.password");
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        assertTrue(password().length() >= 40, "256 random bits");
        assertFalse(url().contains(password()));
        assertFalse(Files.exists(home.resolve("postgres.password.new")));
    }

    @Test
    void noRuleOfTheServerTrustsAnybodyAndItIsReachedFromThisMachineOnly() throws IOException {
        assertFalse(ClientRules.areTrusting(home.resolve("postgres")));
        List<String> rules =
                database.read(handle -> handle.createQuery("select distinct auth_method from pg_hba_file_rules")
                        .mapTo(String.class)
                        .list());
        assertEquals(List.of("scram-sha-256"), rules);
        String addresses = database.read(handle ->
                handle.createQuery("show listen_addresses").mapTo(String.class).one());
        assertEquals("127.0.0.1", addresses);
        String sockets = database.read(handle -> handle.createQuery("show unix_socket_directories")
                .mapTo(String.class)
                .one());
        assertEquals("", sockets);
    }

    @Test
    void aHomeIsUsedByOneServerAtATime() {
        assertThrows(UncheckedIOException.class, () -> Database.embedded(home));
        int alive = database.read(
                handle -> handle.createQuery("select 1").mapTo(Integer.class).one());
        assertEquals(1, alive);
    }

    /** Homes made before the password existed are closed at their next start and keep what they hold. */
    @Test
    void anOldHomeThatTrustedEverybodyIsClosed(@TempDir Path old) throws IOException, SQLException {
        try (Database first = Database.embedded(old)) {
            first.inTransaction(handle -> handle.execute("insert into authority values ('050503', 'Vecchia')"));
            first.inTransaction(handle -> handle.execute("alter role postgres password null"));
        }
        Files.write(
                old.resolve("postgres/pg_hba.conf"),
                List.of("# as initdb leaves it", "local all all trust", "host all all 127.0.0.1/32 trust"));
        String before = Files.readString(old.resolve("postgres.password"));
        Files.delete(old.resolve("postgres.password"));
        for (int start = 0; start < 2; start++) {
            try (Database again = Database.embedded(old)) {
                assertEquals(
                        "Vecchia",
                        again.read(handle -> handle.createQuery("select name from authority")
                                .mapTo(String.class)
                                .one()));
                String url = again.read(handle -> {
                    try {
                        return handle.getConnection().getMetaData().getURL();
                    } catch (SQLException failed) {
                        throw new IllegalStateException(failed);
                    }
                });
                assertThrows(SQLException.class, () -> connect(url, "postgres", ""));
                String password =
                        Files.readString(old.resolve("postgres.password")).strip();
                assertNotEquals(before.strip(), password);
                connect(url, "postgres", password).close();
            }
        }
        assertFalse(ClientRules.areTrusting(old.resolve("postgres")));
    }

    @Test
    void aPasswordThatWasCutShortIsToldAndNotReplaced(@TempDir Path broken) throws IOException {
        Files.writeString(broken.resolve("postgres.password"), "short\n");
        IOException told = assertThrows(IOException.class, () -> HomePassword.of(broken));
        assertTrue(String.valueOf(told.getMessage()).contains("postgres.password"));
        assertFalse(String.valueOf(told.getMessage()).contains("short"));
        assertEquals("short\n", Files.readString(broken.resolve("postgres.password")));
    }

    @Test
    void aPasswordIsMadeOnceForAHomeAndDiffersFromHomeToHome(@TempDir Path one, @TempDir Path other)
            throws IOException {
        Files.writeString(one.resolve("postgres.password.new"), "left by a power cut");
        HomePassword first = HomePassword.of(one);
        assertEquals(first.text(), HomePassword.of(one).text());
        assertNotEquals(first.text(), HomePassword.of(other).text());
        assertFalse(first.toString().contains(first.text()));
    }

    @Test
    void onlyAPostgresStartedAtTheMomentWrittenDownIsALeftOver() {
        long own = ProcessHandle.current().pid();
        long now = java.time.Instant.now(java.time.Clock.systemUTC()).getEpochSecond();
        assertEquals(Optional.empty(), EmbeddedServer.leftOver(lines(own, now)));
        long postgres = ProcessHandle.current()
                .descendants()
                .filter(it -> it.info().command().orElse("").endsWith("postgres"))
                .map(ProcessHandle::pid)
                .findFirst()
                .orElse(0L);
        if (postgres != 0) {
            assertEquals(Optional.empty(), EmbeddedServer.leftOver(lines(postgres, now - 86_400)));
        }
    }

    private static List<String> lines(long process, long start) {
        return List.of(Long.toString(process), "/tmp/data", Long.toString(start), "5432");
    }

    @Test
    void aPidFileThatIsCutShortOrGarbledNamesNobody() {
        assertEquals(Optional.empty(), EmbeddedServer.leftOver(List.of()));
        assertEquals(Optional.empty(), EmbeddedServer.leftOver(List.of("123")));
        assertEquals(Optional.empty(), EmbeddedServer.leftOver(List.of("abc", "/tmp", "1")));
        assertEquals(Optional.empty(), EmbeddedServer.leftOver(List.of("1", "/tmp", "soon")));
        assertEquals(Optional.empty(), EmbeddedServer.leftOver(List.of("99999999999999", "/tmp", "1")));
        assertEquals(Optional.empty(), EmbeddedServer.leftOver(lines(1, 0)));
    }
}
