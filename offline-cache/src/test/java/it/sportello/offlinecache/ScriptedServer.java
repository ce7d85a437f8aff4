package it.sportello.offlinecache;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import it.sportello.api.Bookings;
import it.sportello.api.Feeds;
import it.sportello.api.Headers;
import it.sportello.api.Json;
import it.sportello.api.Operation;
import it.sportello.api.OperationAnswer;
import it.sportello.api.Problem;
import it.sportello.api.ProblemCode;
import it.sportello.api.Sessions;
import it.sportello.api.Tills;
import it.sportello.domain.ledger.Chain;
import it.sportello.domain.ledger.ChainLink;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A server on loopback that applies each operation once, checks lanes and links by its own book-keeping, and can be told
 * to misbehave for the next requests.
 */
public final class ScriptedServer implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<UUID, byte[]> applied = new LinkedHashMap<>();
    private final Map<String, Long> sequences = new HashMap<>();
    private final Map<String, ChainLink> heads = new HashMap<>();
    private final Deque<Misbehaviour> script = new ArrayDeque<>();
    private final List<UUID> received = new ArrayList<>();
    private final Deque<Feeds.Page> pages = new ArrayDeque<>();
    private final Deque<Problem> feedProblems = new ArrayDeque<>();
    private final List<String> cursors = new ArrayList<>();
    private Bookings.DayList today = new Bookings.DayList(LocalDate.of(2026, 11, 23), List.of());
    private Duration ahead = Duration.ZERO;
    private volatile boolean cut;

    /** What happens to one request for operations. */
    public interface Misbehaviour {
        /** Tells whether the request was answered; if not, it is handled as usual. */
        boolean answer(ScriptedServer server, HttpExchange exchange, byte[] body) throws IOException;
    }

    public ScriptedServer() {
        this(0);
    }

    public ScriptedServer(int port) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    /** The next requests for operations, in order, meet these. */
    public synchronized void next(Misbehaviour... misbehaviours) {
        script.addAll(Arrays.asList(misbehaviours));
    }

    /** While cut, every connection is dropped without an answer. */
    public void cut(boolean isCut) {
        cut = isCut;
    }

    public synchronized void clockAhead(Duration duration) {
        ahead = duration;
    }

    public synchronized void feed(Feeds.Page page) {
        pages.add(page);
    }

    public synchronized void feedProblem(Problem problem) {
        feedProblems.add(problem);
    }

    public synchronized void bookings(Bookings.DayList list) {
        today = list;
    }

    public synchronized List<UUID> received() {
        return List.copyOf(received);
    }

    public synchronized List<String> cursors() {
        return List.copyOf(cursors);
    }

    public synchronized List<UUID> applied() {
        return List.copyOf(applied.keySet());
    }

    public synchronized long sequence(String lane) {
        return sequences.getOrDefault(lane, 0L);
    }

    public synchronized ChainLink head(String lane) {
        return heads.getOrDefault(lane, Chain.genesis(lane, "A"));
    }

    /** Loses the newest operations of a lane, as a restore from an old copy does. */
    public synchronized void loseFrom(String lane, long sequence, ChainLink head) {
        applied.values().removeIf(body -> {
            Operation operation = Json.strict().readValue(body, Operation.class);
            return operation.lane().equals(lane) && operation.laneSequence().orElse(0L) >= sequence;
        });
        sequences.put(lane, sequence - 1);
        heads.put(lane, head);
    }

    private void handle(HttpExchange exchange) throws IOException {
        if (cut) {
            exchange.close();
            return;
        }
        byte[] body = exchange.getRequestBody().readAllBytes();
        String path = exchange.getRequestURI().getPath();
        if (path.equals("/v1/operations")) {
            operation(exchange, body);
        } else if (path.equals("/v1/feed")) {
            feed(exchange);
        } else if (path.endsWith("/bookings")) {
            ok(exchange, bookings());
        } else if (path.endsWith("/ledger")) {
            ok(exchange, ledger("T01"));
        } else if (path.equals("/v1/parameters")) {
            ok(exchange, new Sessions.ParameterTable(List.of()));
        } else if (path.equals("/v1/health")) {
            send(exchange, 200, "application/json", "{\"status\":\"UP\",\"more\":1}".getBytes(StandardCharsets.UTF_8));
        } else {
            refuse(exchange, ProblemCode.NOT_FOUND);
        }
    }

    /** The ledger of a till, without its lines. */
    public synchronized Tills.LedgerSummary ledger(String till) {
        String lane = "till:" + till;
        long last = sequence(lane);
        String head = last == 0 ? "" : head(lane).hex();
        return new Tills.LedgerSummary(till, last == 0 ? "" : "A", 0, 0, last, last, head, 0, List.of(), List.of());
    }

    private synchronized Bookings.DayList bookings() {
        return today;
    }

    private void operation(HttpExchange exchange, byte[] body) throws IOException {
        Operation operation = Json.strict().readValue(body, Operation.class);
        Misbehaviour misbehaviour;
        synchronized (this) {
            received.add(operation.id());
            misbehaviour = script.poll();
        }
        if (misbehaviour == null || !misbehaviour.answer(this, exchange, body)) {
            asUsual(exchange, body);
        }
    }

    public void asUsual(HttpExchange exchange, byte[] body) throws IOException {
        Operation operation = Json.strict().readValue(body, Operation.class);
        String lane = operation.lane();
        ProblemCode refusal = null;
        long expected;
        boolean repeated;
        synchronized (this) {
            byte[] before = applied.get(operation.id());
            repeated = before != null;
            expected = sequences.getOrDefault(lane, 0L) + 1;
            if (before != null) {
                refusal = Arrays.equals(before, body) ? null : ProblemCode.BODY_DIFFERS;
            } else if (operation.laneSequence().isPresent()) {
                refusal = chain(exchange, operation, body, expected);
            }
            if (before == null && refusal == null) {
                applied.put(operation.id(), body);
            }
        }
        if (refusal != null) {
            exchange.getResponseHeaders().set(Headers.EXPECTED_SEQUENCE, String.valueOf(expected));
            refuse(exchange, refusal);
        } else {
            stored(exchange, operation.id(), repeated ? 200 : 201, List.of());
        }
    }

    private @org.jspecify.annotations.Nullable ProblemCode chain(
            HttpExchange exchange, Operation operation, byte[] body, long expected) {
        if (operation.laneSequence().orElseThrow() != expected) {
            return ProblemCode.SEQUENCE_HOLE;
        }
        ChainLink previous = heads.getOrDefault(operation.lane(), Chain.genesis(operation.lane(), "A"));
        long total = Long.parseLong(exchange.getRequestHeaders().getFirst(Headers.RUNNING_TOTAL));
        ChainLink link = Chain.link(previous, body, total);
        if (!previous.hex().equals(exchange.getRequestHeaders().getFirst(Headers.CHAIN_PREVIOUS))
                || !link.hex().equals(exchange.getRequestHeaders().getFirst(Headers.CHAIN_LINK))) {
            return ProblemCode.CHAIN_BROKEN;
        }
        sequences.put(operation.lane(), expected);
        heads.put(operation.lane(), link);
        return null;
    }

    private void feed(HttpExchange exchange) throws IOException {
        String query = String.valueOf(exchange.getRequestURI().getQuery());
        String after = Arrays.stream(query.split("&", -1))
                .filter(part -> part.startsWith("after="))
                .map(part -> part.substring("after=".length()))
                .findFirst()
                .orElse("");
        Problem problem;
        Feeds.Page page;
        synchronized (this) {
            cursors.add(after);
            problem = feedProblems.poll();
            page = problem == null ? pages.poll() : null;
        }
        if (problem != null) {
            send(
                    exchange,
                    problem.status(),
                    "application/problem+json",
                    Json.strict().writeValueAsBytes(problem));
        } else {
            ok(exchange, page == null ? new Feeds.Page(List.of(), after, false) : page);
        }
    }

    public void stored(HttpExchange exchange, UUID id, int status, List<String> flags) throws IOException {
        OperationAnswer answer = new OperationAnswer(id, flags, TestDesk.MORNING, java.util.Optional.empty());
        send(exchange, status, "application/json", Json.strict().writeValueAsBytes(answer));
    }

    public void refuse(HttpExchange exchange, ProblemCode code) throws IOException {
        byte[] body = Json.strict().writeValueAsBytes(problem(code.name(), code.status()));
        send(exchange, code.status(), "application/problem+json", body);
    }

    public static Problem problem(String code, int status) {
        return new Problem("about:blank", code, status, code, "", "S-1", Map.of(), List.of());
    }

    private void ok(HttpExchange exchange, Object record) throws IOException {
        send(exchange, 200, "application/json", Json.strict().writeValueAsBytes(record));
    }

    public void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.getResponseHeaders().set(Headers.SERVER_TIME, now().toString());
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private synchronized Instant now() {
        return TestDesk.MORNING.plus(ahead);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
