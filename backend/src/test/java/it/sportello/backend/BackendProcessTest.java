package it.sportello.backend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.api.Sessions.EnrolDesk;
import it.sportello.api.Sessions.EnrolledDesk;
import it.sportello.api.Sessions.SignIn;
import it.sportello.backend.sample.SampleCast;
import it.sportello.backend.sample.SampleCredentials;
import it.sportello.backend.store.Database;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server as a program of its own: what it prints, what it keeps, and how it comes back after it was killed. */
@Tag("R-OPS-1")
class BackendProcessTest {
    private static final String READY = "SPORTELLO-BACKEND ";
    private static final int STOP_SECONDS = 60;

    private final TestServer sender = TestServer.shared();
    private final List<Process> started = new ArrayList<>();

    @AfterEach
    void endWhatIsLeft() throws InterruptedException {
        for (Process process : started) {
            process.destroy();
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        }
    }

    /** A program that runs, and where it answers. */
    private record Running(Process process, URI uri, Path log) {}

    private Process launch(Path log, String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                BackendMain.class.getName()));
        command.addAll(List.of(words));
        Process process =
                new ProcessBuilder(command).redirectError(log.toFile()).start();
        started.add(process);
        return process;
    }

    private Running run(Path home, String... more) throws IOException {
        Path log = Files.createTempFile(home.getParent(), "backend", ".log");
        List<String> words = new ArrayList<>(List.of("--home", home.toString()));
        words.addAll(List.of(more));
        Process process = launch(log, words.toArray(String[]::new));
        BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String line = out.readLine();
        assertTrue(line != null && line.startsWith(READY), () -> "it said " + line + "; log: " + text(log));
        return new Running(process, URI.create(Objects.requireNonNull(line).substring(READY.length())), log);
    }

    private static String text(Path log) {
        try {
            return Files.readString(log);
        } catch (IOException unreadable) {
            return unreadable.toString();
        }
    }

    private static void stop(Running running) throws InterruptedException {
        running.process().destroy();
        assertTrue(running.process().waitFor(STOP_SECONDS, TimeUnit.SECONDS), "it stops when it is told to");
    }

    private Reply health(Running running) {
        return sender.send(running.uri(), "GET", "/v1/health", Map.of(), new byte[0]);
    }

    @Test
    void wrongWordsAreToldAndNothingStarts(@TempDir Path folder) throws IOException, InterruptedException {
        Path log = folder.resolve("log");
        Process process = launch(log, "--hom", "x");
        assertTrue(process.waitFor(STOP_SECONDS, TimeUnit.SECONDS));
        assertEquals(2, process.exitValue());
        assertTrue(Files.readString(log).contains("usage: --home DIR"));
    }

    /** Loaded once, kept over a stop and over a kill that leaves PostgreSQL behind. */
    @Test
    void aHomeWithASampleIsKeptHoweverTheProgramEnds(@TempDir Path folder) throws IOException, InterruptedException {
        Path home = folder.resolve("home");
        Running first = run(home, "--sample", "--seed", "7");
        assertEquals(200, health(first).status());
        String played = Files.readString(home.resolve(SampleCast.FILE_NAME));
        SampleCast.Desk card = SampleCast.read(home).desks().getFirst();
        EnrolledDesk desk = enrol(first, card.id(), card.enrolmentCode(), "first");
        stop(first);

        Running second = run(home, "--sample", "--seed", "8");
        assertEquals(
                played, Files.readString(home.resolve(SampleCast.FILE_NAME)), "a used database keeps what it holds");
        assertEquals(
                desk.desk(),
                enrol(second, card.id(), card.enrolmentCode(), "first").desk());
        String password = Files.readString(home.resolve("postgres.password"));
        second.process().destroyForcibly();
        assertTrue(second.process().waitFor(STOP_SECONDS, TimeUnit.SECONDS));

        Running third = run(home);
        assertEquals(200, health(third).status());
        assertEquals(password, Files.readString(home.resolve("postgres.password")));
        EnrolledDesk again = enrol(third, card.id(), card.enrolmentCode(), "second");
        assertNotEquals(desk.secret(), again.secret());
        Reply signedIn = sender.send(
                third.uri(),
                "POST",
                "/v1/sessions",
                Map.of("Sportello-Desk", again.desk().id(), "Sportello-Desk-Secret", again.secret()),
                TestDesk.json(new SignIn("cassa1", SampleCredentials.PASSWORD)));
        assertEquals(201, signedIn.status());
        stop(third);
        for (Running one : List.of(first, second, third)) {
            assertFalse(text(one.log()).contains(password.strip()), "no log holds the password of the store");
            assertFalse(text(one.log()).contains(SampleCredentials.PASSWORD));
        }
    }

    private EnrolledDesk enrol(Running running, String desk, String code, String installation) {
        Reply reply = sender.send(
                running.uri(),
                "POST",
                "/v1/desks/enrolments",
                Map.of(),
                TestDesk.json(new EnrolDesk(desk, installation, code)));
        assertEquals(201, reply.status(), () -> reply.body().toString());
        return reply.as(EnrolledDesk.class);
    }

    /** Two programs on one PostgreSQL of somebody else's: what one wrote the other knows. */
    @Test
    void anExternalStoreIsSharedBySeveralPrograms(@TempDir Path folder) throws IOException, InterruptedException {
        sender.backend.database().jdbi().useHandle(handle -> handle.execute("create database shared_by_two"));
        String url = sender.jdbcUrl().replace("/postgres?", "/shared_by_two?");
        assertTrue(url.contains("/shared_by_two?"), "the address of the other database");
        String deskId;
        String operator;
        try (Database database = Database.external(url)) {
            World world = new World(database, sender.clock);
            deskId = world.desk("S1");
            operator = world.operator("CUP");
        }
        Running one = run(folder.resolve("one"), "--database", url);
        Running two = run(folder.resolve("two"), "--database", url);
        assertNotEquals(one.uri(), two.uri());
        EnrolledDesk desk = enrol(one, deskId, deskId, "shared");
        Reply known = sender.send(
                two.uri(),
                "POST",
                "/v1/sessions",
                Map.of("Sportello-Desk", desk.desk().id(), "Sportello-Desk-Secret", desk.secret()),
                TestDesk.json(new SignIn(World.userName(operator), World.PASSWORD)));
        assertEquals(201, known.status(), () -> known.body().toString());
        assertFalse(Files.exists(folder.resolve("one/postgres")), "no PostgreSQL of its own");
        stop(one);
        assertEquals(200, health(two).status());
        stop(two);
    }
}
