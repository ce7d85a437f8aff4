package it.sportello.app;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import it.sportello.api.Feeds;
import it.sportello.api.Headers;
import it.sportello.api.Json;
import it.sportello.api.Problem;
import it.sportello.api.Queues;
import it.sportello.api.Sessions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;

/** A server of the contract with one desk, one operator and one queue, for tests of the window. */
final class StubServer implements AutoCloseable {
    static final String PASSWORD = "Quattro-stagioni1";

    private final HttpServer server;
    private final Clock clock;
    final ConcurrentLinkedQueue<String> asked = new ConcurrentLinkedQueue<>();
    volatile boolean deskInUse;

    /** Role of the operator. */
    volatile String role = "CUP";

    volatile boolean nobodyWaits;

    /** Reception's note on the second who waits. */
    volatile String note = "In carrozzina, accompagnata";

    StubServer(Clock clock) throws IOException {
        this.clock = clock;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String body = new String(exchange.getRequestBody().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        asked.add(exchange.getRequestMethod() + " " + path + " " + body);
        Object answer = answer(exchange.getRequestMethod(), path, body);
        byte[] bytes = Json.strict().writeValueAsBytes(answer);
        boolean problem = answer instanceof Problem;
        exchange.getResponseHeaders().set("Content-Type", problem ? "application/problem+json" : "application/json");
        exchange.getResponseHeaders().set(Headers.SERVER_TIME, clock.instant().toString());
        exchange.sendResponseHeaders(problem ? ((Problem) answer).status() : 200, bytes.length);
        try (var out = exchange.getResponseBody()) {
            out.write(bytes);
        } catch (IOException closed) {
            throw new UncheckedIOException(closed);
        }
    }

    private Object answer(String method, String path, String body) {
        if (path.endsWith("/enrolments")) {
            return new Sessions.EnrolledDesk(desk(), "secret-of-the-desk", "A");
        }
        if (path.endsWith("/sessions")) {
            return body.contains(PASSWORD) ? signedIn() : problem(401, "WRONG_CREDENTIALS", Map.of());
        }
        if (path.endsWith("/opening")) {
            boolean refused = deskInUse && !body.contains("cambio turno");
            return refused
                    ? problem(409, "DESK_IN_USE", Map.of("operator", "matricola 10077"))
                    : new Sessions.DeskOpened(
                            desk(),
                            "SSN",
                            List.of("Alle 11 prova antincendio: gli sportelli si fermano dieci minuti."));
        }
        if (path.endsWith("/parameters")) {
            return new Sessions.ParameterTable(List.of());
        }
        if (path.contains("/feed")) {
            return new Feeds.Page(List.of(), "1", false);
        }
        if (path.contains("queue")) {
            return queue(method);
        }
        return problem(404, "NOT_FOUND", Map.of());
    }

    private Object queue(String method) {
        if (method.equals("GET")) {
            Instant now = clock.instant();
            return new Queues.QueueState(
                    "S1",
                    List.of(
                            entry("t1", "A042", now.minus(Duration.ofMinutes(8)), "WAITING"),
                            noted(now.minus(Duration.ofMinutes(3)), now)),
                    List.of(),
                    now,
                    List.of(entry("t0", "A041", now.minus(Duration.ofMinutes(20)), "ABSENT")),
                    List.of(
                            new Queues.Category("A", "Cassa e pagamenti", "A", 0),
                            new Queues.Category("B", "Prenotazioni CUP", "B", 0)),
                    List.of(
                            new Queues.DeskStand(
                                    "D05",
                                    5,
                                    List.of("A", "B"),
                                    "MERGED",
                                    List.of("it"),
                                    Optional.empty(),
                                    Optional.empty()),
                            new Queues.DeskStand(
                                    "D06",
                                    6,
                                    List.of("B"),
                                    "IN_TURN",
                                    List.of("it", "en"),
                                    Optional.of(now),
                                    Optional.of("Pausa"))),
                    List.of(new Queues.LeftOpen(
                            LocalDate.ofInstant(now, clock.getZone()).minusDays(1), List.of("A031"), List.of())));
        }
        return nobodyWaits
                ? problem(404, "NOT_FOUND", Map.of())
                : entry("t1", "A042", clock.instant().minus(Duration.ofMinutes(8)), "CALLED");
    }

    private Queues.Entry noted(Instant issued, Instant now) {
        return new Queues.Entry(
                "t2",
                "A043",
                "A",
                "WAITING",
                issued,
                Optional.empty(),
                Optional.empty(),
                0,
                5,
                Optional.of(now.plus(Duration.ofMinutes(10))),
                Optional.of(note),
                issued,
                0,
                Optional.empty(),
                "DISPENSER");
    }

    private Queues.Entry entry(String id, String number, Instant issued, String state) {
        return new Queues.Entry(id, number, "A", state, issued, Optional.of(clock.instant()), Optional.of(5), 7);
    }

    private static Sessions.Desk desk() {
        return new Sessions.Desk(
                "D05",
                5,
                "S1",
                "Poliambulatorio Santa Chiara",
                "H501",
                "Azienda sanitaria di prova",
                Optional.of("T01"),
                List.of("A", "B"),
                List.of("SSN", "PRIVATE_PRACTICE", "MULTIFUNCTION"));
    }

    private Sessions.SignedIn signedIn() {
        return new Sessions.SignedIn(
                "token",
                "session-1",
                clock.instant().plus(Duration.ofHours(12)),
                new Sessions.Operator("op1", "orsini", "10423", "Caterina Orsini", List.of(role)),
                clock.instant());
    }

    private static Problem problem(int status, String code, Map<String, String> arguments) {
        return new Problem("about:blank", "refused", status, code, "refused", "K3QZ-7M2A", arguments, List.of());
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
