package it.sportello.backend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The server on a real PostgreSQL, one for all tests of the virtual machine; every answer is held to the contract. */
final class TestServer {
    private static final class Holder {
        private static final TestServer SHARED = new TestServer();
    }

    private static final JsonMapper JSON = JsonMapper.builder().build();

    final TestClock clock = new TestClock(Instant.parse("2026-11-23T08:00:00Z"));
    final Backend backend;
    final Path home;
    final World world;
    private final Contract contract = new Contract();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private TestServer() {
        try {
            home = Files.createTempDirectory("sportello-backend");
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        backend = Backend.start(new BackendSettings(home, 0, null, clock), TestServer::anotherWindow);
        world = new World(backend.database(), clock);
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
    }

    private static final AtomicLong LOOKS = new AtomicLong();

    /** Every look at this clock is a second later: the desks of all tests together do not use up one minute's calls. */
    private static long anotherWindow() {
        return LOOKS.incrementAndGet() * 1_000_000_000L;
    }

    static TestServer shared() {
        return Holder.SHARED;
    }

    /** The store, as another server on the same machine would be told of it. */
    String jdbcUrl() {
        return jdbcUrl(backend, home);
    }

    static String jdbcUrl(Backend backend, Path home) {
        String bare = backend.database().read(handle -> {
            try {
                return handle.getConnection().getMetaData().getURL();
            } catch (SQLException failed) {
                throw new IllegalStateException(failed);
            }
        });
        try {
            return bare + "&password="
                    + Files.readString(home.resolve("postgres.password")).strip();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    Contract contract() {
        return contract;
    }

    /** Sends, checks request and answer against the contract, and reads the answer. */
    Reply send(String method, String path, Map<String, String> headers, byte[] body) {
        return send(backend.uri(), method, path, headers, body);
    }

    Reply send(URI server, String method, String path, Map<String, String> headers, byte[] body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.resolve(path))
                .timeout(Duration.ofSeconds(60))
                .method(
                        method,
                        body.length == 0
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        try {
            HttpResponse<byte[]> response = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            contract.check(method, path, body, response);
            JsonNode node = response.body().length == 0 ? JSON.nullNode() : JSON.readTree(response.body());
            return new Reply(response.statusCode(), node, response.body(), response.headers());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    Reply send(String method, String path, Map<String, String> headers, String body) {
        return send(method, path, headers, body.getBytes(StandardCharsets.UTF_8));
    }

    private void stop() {
        backend.close();
        try (Stream<Path> files = Files.walk(home)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException left) {
            System.err.println("left behind: " + home);
        }
    }
}
