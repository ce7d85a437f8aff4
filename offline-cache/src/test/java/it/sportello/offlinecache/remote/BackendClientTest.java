package it.sportello.offlinecache.remote;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import it.sportello.api.Headers;
import it.sportello.api.Json;
import it.sportello.api.Persons;
import it.sportello.api.Queues;
import it.sportello.api.Sessions;
import it.sportello.offlinecache.ScriptedServer;
import it.sportello.offlinecache.TestSync;
import it.sportello.offlinecache.ThreadGuard;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class BackendClientTest {
    private interface Reply {
        void to(HttpExchange exchange) throws IOException;
    }

    private final AtomicReference<Reply> reply = new AtomicReference<>();
    private final List<String> requests = new ArrayList<>();
    private final List<String> told = new ArrayList<>();
    private HttpServer server;
    private BackendClient client;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String query = exchange.getRequestURI().getRawQuery();
            requests.add(
                    exchange.getRequestMethod() + " " + exchange.getRequestURI().getRawPath()
                            + (query == null ? "" : "?" + query) + " "
                            + exchange.getRequestHeaders().getFirst(Headers.DESK) + " "
                            + exchange.getRequestHeaders().getFirst("Authorization"));
            exchange.getRequestBody().readAllBytes();
            reply.get().to(exchange);
            exchange.close();
        });
        server.start();
        client = client(
                ThreadGuard.NONE,
                URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
    }

    private BackendClient client(ThreadGuard guard, URI address) {
        ExchangeListener listener = new ExchangeListener() {
            @Override
            public void answered(Optional<Instant> serverTime, Duration roundTrip) {
                told.add("answered " + serverTime.map(Instant::toString).orElse("-"));
            }

            @Override
            public void failed(BackendFault fault) {
                told.add("failed " + fault.code());
            }
        };
        return new BackendClient(TestSync.options(address), TestSync.credentials(), listener, guard, System::nanoTime);
    }

    @AfterEach
    void stop() {
        client.close();
        server.stop(0);
    }

    private void replies(int status, String type, String body) {
        reply.set(exchange -> {
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.getResponseHeaders().set(Headers.SERVER_TIME, "2026-11-23T07:30:00Z");
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        });
    }

    private BackendFault.Code fault(Answer<?> answer) {
        return assertInstanceOf(Answer.NotConfirmed.class, answer).cause().code();
    }

    @Test
    @Tag("R-SEC-5")
    void nothingGoesBeyondThisMachineInClear() {
        assertThrows(
                IllegalArgumentException.class,
                () -> client(ThreadGuard.NONE, URI.create("http://cup.example.org:8080"))
                        .close());
        client(ThreadGuard.NONE, URI.create("https://cup.example.org")).close();
        client(ThreadGuard.NONE, URI.create("http://[::1]:8080")).close();
    }

    @Test
    void aSessionIsEndedByItsOwnTokenWhoeverIsSignedInByThen() {
        replies(200, "application/json", "{}");
        client.signOut("token-of-who-leaves");
        assertEquals("Bearer token-of-who-leaves", requests.getLast().replaceFirst(".* (Bearer )", "$1"));
    }

    @Test
    void everyQuestionGoesWhereTheContractSays() {
        replies(200, "application/json", "{}");
        UUID hold = UUID.fromString("01936f00-0000-7000-8000-00000000000a");
        client.parameters("D 1");
        client.viewPerson(new Persons.View("p", "r"));
        client.extendHold(hold);
        client.releaseHold(hold);
        client.feed("", 50);
        client.feed("a+/=", 50);
        client.callNext("S1", new Queues.Call(hold, "D01", List.of()));
        client.changeTicket("e/1", new Queues.Change(hold, "DONE"));
        client.ledger("T01");
        client.accesses("D01");
        client.signOut("token-of-who-leaves");
        client.enrol(new Sessions.EnrolDesk("D01", "i", "c"));
        assertEquals(
                List.of(
                        "GET /v1/parameters?desk=D%201",
                        "POST /v1/persons/view",
                        "POST /v1/holds/" + hold + "/extension",
                        "DELETE /v1/holds/" + hold,
                        "GET /v1/feed?limit=50",
                        "GET /v1/feed?limit=50&after=a%2B%2F%3D",
                        "POST /v1/sites/S1/queue/calls",
                        "POST /v1/queue/e%2F1/changes",
                        "GET /v1/tills/T01/ledger",
                        "GET /v1/desks/D01/accesses",
                        "DELETE /v1/sessions/current",
                        "POST /v1/desks/enrolments"),
                requests.stream()
                        .map(line -> line.substring(0, line.indexOf(" D01 Bearer token")))
                        .toList());
    }

    @Test
    void anAnswerIsReadStrictly() {
        replies(200, "application/json", "{\"hits\":[],\"truncated\":false}");
        assertEquals(new Answer.Done<>(new Persons.Found(List.of(), false)), client.searchPersons(search()));
        replies(200, "application/json", "{\"hits\":[],\"truncated\":false,\"more\":1}");
        assertEquals(BackendFault.Code.NOT_THE_CONTRACT, fault(client.searchPersons(search())));
        replies(200, "application/json", "{\"hits\":[]}");
        assertEquals(BackendFault.Code.NOT_THE_CONTRACT, fault(client.searchPersons(search())));
        replies(200, "application/json", "");
        assertEquals(BackendFault.Code.NOT_THE_CONTRACT, fault(client.searchPersons(search())));
        assertEquals("answered 2026-11-23T07:30:00Z", told.getFirst());
    }

    @Test
    void aRefusalIsARefusal() {
        byte[] problem = Json.strict().writeValueAsBytes(ScriptedServer.problem("SLOT_GONE", 422));
        replies(422, "application/problem+json", new String(problem, StandardCharsets.UTF_8));
        assertEquals(
                "SLOT_GONE",
                assertInstanceOf(Answer.Refused.class, client.searchPersons(search()))
                        .problem()
                        .code());
    }

    @Test
    void aLockedAccountIsARefusalThatTheScreenExplains() {
        byte[] problem = Json.strict().writeValueAsBytes(ScriptedServer.problem("ACCOUNT_LOCKED", 429));
        replies(429, "application/problem+json", new String(problem, StandardCharsets.UTF_8));
        Answer<Sessions.SignedIn> answer = client.signIn(new Sessions.SignIn("rossi", "x"));
        assertEquals(
                "ACCOUNT_LOCKED",
                assertInstanceOf(Answer.Refused.class, answer).problem().code());
    }

    @Test
    void aPageOfHtmlIsNeverAnAnswer() {
        for (int status : new int[] {200, 403, 404, 502}) {
            replies(status, "text/html", "<html><body>Accedi alla rete ospiti</body></html>");
            assertEquals(BackendFault.Code.NOT_JSON, fault(client.searchPersons(search())), "status " + status);
        }
        assertEquals("failed NOT_JSON", told.getLast());
    }

    @Test
    void redirectsAreNotFollowed() {
        reply.set(exchange -> {
            exchange.getResponseHeaders().set("Location", "http://127.0.0.1:1/elsewhere");
            exchange.sendResponseHeaders(307, -1);
        });
        assertEquals(BackendFault.Code.REDIRECTED, fault(client.searchPersons(search())));
        assertEquals(1, requests.size());
    }

    @Test
    void anEndlessAnswerIsCutOff() {
        replies(200, "application/json", "\"" + "x".repeat(200_000) + "\"");
        assertEquals(BackendFault.Code.TOO_LARGE, fault(client.searchPersons(search())));
    }

    @Test
    void theFaultsOfTheServerAreUnknownOutcomes() {
        for (int status : new int[] {500, 503, 408}) {
            replies(status, "application/problem+json", "{}");
            assertEquals(BackendFault.Code.SERVER_FAULT, fault(client.searchPersons(search())));
        }
    }

    @Test
    void aMuteServerTimesOutAndTheRequestIsNotRepeated() {
        AtomicInteger asked = new AtomicInteger();
        reply.set(exchange -> {
            asked.incrementAndGet();
            try {
                Thread.sleep(1500);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        });
        assertEquals(BackendFault.Code.TIMEOUT, fault(client.searchPersons(search())));
        assertEquals(1, asked.get());
    }

    @Test
    void aLineCutInTheMiddleOfAnAnswerIsUnknown() {
        reply.set(exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, 1000);
            OutputStream out = exchange.getResponseBody();
            out.write("{\"hits\":".getBytes(StandardCharsets.UTF_8));
            out.flush();
        });
        assertEquals(BackendFault.Code.CUT, fault(client.searchPersons(search())));
        assertEquals(1, requests.size());
    }

    @Test
    void nobodyThereIsUnreachable() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        try (BackendClient nobody = client(ThreadGuard.NONE, URI.create("http://127.0.0.1:" + port))) {
            assertEquals(BackendFault.Code.UNREACHABLE, fault(nobody.health()));
        }
    }

    @Test
    void theThreadOfTheWindowIsTurnedAway() {
        ThreadGuard guard = entry -> {
            throw new IllegalStateException(entry);
        };
        try (BackendClient guarded = client(guard, URI.create("http://127.0.0.1:1"))) {
            assertThrows(IllegalStateException.class, guarded::health);
            IllegalStateException told =
                    assertThrows(IllegalStateException.class, () -> guarded.viewPerson(new Persons.View("p", "r")));
            assertEquals("POST /v1/persons/view", told.getMessage());
        }
    }

    @Test
    @Tag("R-SEC-2")
    void nothingPersonalStandsInAnAddressOrAFault() {
        replies(200, "application/json", "{\"hits\":[{\"surname\":\"Zanzarellotti\"}]}");
        BackendFault fault = assertInstanceOf(Answer.NotConfirmed.class, client.searchPersons(search()))
                .cause();
        assertFalse(String.valueOf(fault.getMessage()).contains("Zanzarellotti"));
        assertFalse(requests.toString().contains("Zanzarellotti"));
    }

    private static Persons.Search search() {
        return new Persons.Search(
                Optional.empty(),
                Optional.empty(),
                Optional.of("Zanzarellotti"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
