package it.sportello.backend.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;

/** Who may connect to our own PostgreSQL, as its file {@code pg_hba.conf} says: whoever proves to know the password. */
final class ClientRules {
    /** The password never crosses the wire. */
    static final String METHOD = "scram-sha-256";

    private static final String FILE = "pg_hba.conf";

    private ClientRules() {}

    /** Whether the folder was made by a version that let in every account of the machine; false when it is new. */
    static boolean areTrusting(Path data) throws IOException {
        Path file = data.resolve(FILE);
        return Files.exists(file)
                && Files.readAllLines(file).stream()
                        .map(line -> line.replaceAll("#.*", "").strip())
                        .anyMatch(line -> line.endsWith("trust"));
    }

    /** Gives a trusting server a password and asks everybody for it, whoever is connected already too. */
    static void close(DataSource server, Path data, String password) throws IOException {
        try (Connection connection = server.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("set password_encryption = '" + METHOD + "'");
            statement.execute("alter role postgres password '" + password.replace("'", "''") + "'");
            Files.write(
                    data.resolve(FILE),
                    List.of("host all all 127.0.0.1/32 " + METHOD, "host all all ::1/128 " + METHOD));
            statement.execute("select pg_reload_conf()");
            statement.execute("select pg_terminate_backend(pid) from pg_stat_activity"
                    + " where backend_type = 'client backend' and pid <> pg_backend_pid()");
        } catch (SQLException failed) {
            throw new IOException("giving PostgreSQL its password", failed);
        }
    }
}
