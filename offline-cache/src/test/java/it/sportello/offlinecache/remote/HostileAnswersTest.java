package it.sportello.offlinecache.remote;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.api.Bookings;
import it.sportello.api.Persons;
import it.sportello.api.Prescriptions;
import it.sportello.api.Queues;
import it.sportello.api.Sessions;
import it.sportello.offlinecache.HostileAnswer;
import it.sportello.offlinecache.HostileServer;
import it.sportello.offlinecache.HostileServer.Misdeed;
import it.sportello.offlinecache.TestDesk;
import it.sportello.offlinecache.TestSync;
import it.sportello.offlinecache.ThreadGuard;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every kind of question against everything that may come in the place of an answer: never a value, never an exception,
 * one request on the wire, and the line is told of it once.
 */
@Tag("R-SYN-2")
class HostileAnswersTest {
    private static final UUID ID = UUID.fromString("01936f00-0000-7000-8000-00000000000a");
    private static final Map<String, Function<BackendClient, Answer<?>>> QUESTIONS = questions();

    private final HostileServer server = new HostileServer();
    private final List<String> told = new ArrayList<>();

    @AfterEach
    void stop() {
        server.close();
    }

    private static Map<String, Function<BackendClient, Answer<?>>> questions() {
        Map<String, Function<BackendClient, Answer<?>>> all = new LinkedHashMap<>();
        all.put("health", BackendClient::health);
        all.put("enrol", client -> client.enrol(new Sessions.EnrolDesk("D01", "i", "c")));
        all.put("signIn", client -> client.signIn(new Sessions.SignIn("rossi", "x")));
        all.put("openDesk", client -> client.openDesk(new Sessions.OpenDesk("D01", "CASHIER", Optional.empty())));
        all.put("parameters", client -> client.parameters("D01"));
        all.put("searchPersons", client -> client.searchPersons(search()));
        all.put("viewPerson", client -> client.viewPerson(new Persons.View("p", "r")));
        all.put("prescription", client -> client.prescription(new Prescriptions.Lookup("n", Optional.empty())));
        all.put("availability", client -> client.availability(availability()));
        all.put("hold", client -> client.hold(new Bookings.HoldRequest(ID, List.of("s"), "p")));
        all.put("extendHold", client -> client.extendHold(ID));
        all.put("feed", client -> client.feed("", 10));
        all.put("queue", client -> client.queue("S1"));
        all.put("issueTicket", client -> client.issueTicket("S1", new Queues.Issue(ID, "A", 0)));
        all.put("callNext", client -> client.callNext("S1", new Queues.Call(ID, "D01", List.of())));
        all.put("changeTicket", client -> client.changeTicket("e", new Queues.Change(ID, "DONE")));
        all.put(
                "actOnTicket",
                client -> client.actOnTicket(
                        "e",
                        new Queues.Act(
                                ID,
                                "CALL",
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty())));
        all.put("pauseDesk", client -> client.pauseDesk("D01", new Queues.Pause(ID, false, Optional.empty())));
        all.put("queueFigures", client -> client.queueFigures("S1", TestDesk.DAY));
        all.put("bookings", client -> client.bookings("S1", TestDesk.DAY));
        all.put("ledger", client -> client.ledger("T01"));
        all.put("accesses", client -> client.accesses("D01"));
        all.put("answerOf", client -> client.answerOf(ID));
        return all;
    }

    private static Map<String, Function<BackendClient, Answer<?>>> withoutValue() {
        return Map.of("signOut", client -> client.signOut("token"), "releaseHold", client -> client.releaseHold(ID));
    }

    private static Persons.Search search() {
        Optional<String> none = Optional.empty();
        return new Persons.Search(none, none, Optional.of("Prova"), none, Optional.empty(), none, none);
    }

    private static Bookings.AvailabilityQuery availability() {
        Optional<String> none = Optional.empty();
        return new Bookings.AvailabilityQuery(
                "p", none, List.of("89.7A.3"), "SSN", none, none, TestDesk.MORNING, Optional.empty(), 0, 5);
    }

    private BackendClient client(URI address, Duration patience) {
        ExchangeListener listener = new ExchangeListener() {
            @Override
            public void answered(Optional<Instant> serverTime, Duration roundTrip) {
                told.add("answered");
            }

            @Override
            public void failed(BackendFault fault) {
                told.add("failed " + fault.code());
            }
        };
        BackendOptions options = new BackendOptions(address, patience, patience, patience, 100_000, List.of());
        return new BackendClient(options, TestSync.credentials(), listener, ThreadGuard.NONE, System::nanoTime);
    }

    private BackendClient client() {
        return client(server.address(), Duration.ofSeconds(20));
    }

    @ParameterizedTest
    @EnumSource(HostileAnswer.class)
    void isAFaultForEveryQuestionAndIsAskedOnce(HostileAnswer hostile) {
        try (BackendClient client = client()) {
            QUESTIONS.forEach((name, question) -> faults(client, name, question, hostile));
        }
        assertEquals(QUESTIONS.size(), server.received().size());
        assertEquals(QUESTIONS.size(), told.size(), () -> hostile + " " + told);
    }

    /** Who asks for no value still learns nothing from these. */
    @ParameterizedTest
    @EnumSource(HostileAnswer.class)
    void isAFaultAlsoWhereNoValueIsAwaited(HostileAnswer hostile) {
        try (BackendClient client = client()) {
            withoutValue().forEach((name, question) -> faults(client, name, question, hostile));
        }
        assertEquals(2, server.received().size());
    }

    private void faults(
            BackendClient client, String name, Function<BackendClient, Answer<?>> question, HostileAnswer hostile) {
        server.next(hostile.misdeed());
        Answer<?> answer = question.apply(client);
        BackendFault fault = assertInstanceOf(Answer.NotConfirmed.class, answer, () -> name + " " + hostile)
                .cause();
        assertEquals(hostile.fault(), fault.code(), () -> name + " " + hostile);
        assertTrue(fault.canRetry(), name);
        assertEquals(0, server.left(), () -> name + " asked nothing");
    }

    /** JSON, with a good status, that is not the record asked for. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "[]",
                "[null]",
                "0",
                "true",
                "\"\"",
                "\"{}\"",
                "{\"unknown\":1}",
                "{\"hits\":null,\"rows\":null}",
                "{}{}",
                "{} x",
                "{'a':1}",
                "{\"a\":NaN}",
                "\u0000",
                "\uFEFF",
                "{\"a\"",
                "nul"
            })
    void jsonOfAnotherShapeIsNeverAValue(String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        neverAValue(HostileServer.writes(HostileServer.answer(200, "application/json", bytes)));
    }

    @Test
    void bytesThatAreNoTextAreNeverAValue() {
        byte[] odd = {'{', '"', (byte) 0xC3, (byte) 0x28, '"', ':', '1', '}'};
        neverAValue(HostileServer.writes(HostileServer.answer(200, "application/json", odd)));
    }

    @Test
    void nestingWithoutEndIsNeverAValueAndNoOverflow() {
        for (String open : List.of("[", "{\"body\":", "{\"items\":[")) {
            byte[] deep = open.repeat(90_000 / open.length()).getBytes(StandardCharsets.UTF_8);
            neverAValue(HostileServer.writes(HostileServer.answer(200, "application/json", deep)));
        }
    }

    @Test
    void aNumberLongerThanAnyAmountIsNeverAValue() {
        byte[] number = ("{\"runningTotalCents\":" + "9".repeat(50_000) + "}").getBytes(StandardCharsets.UTF_8);
        neverAValue(HostileServer.writes(HostileServer.answer(200, "application/json", number)));
    }

    private void neverAValue(Misdeed misdeed) {
        try (BackendClient client = client()) {
            QUESTIONS.forEach((name, question) -> {
                server.next(misdeed);
                Answer<?> answer = question.apply(client);
                assertEquals(
                        BackendFault.Code.NOT_THE_CONTRACT,
                        assertInstanceOf(Answer.NotConfirmed.class, answer, name)
                                .cause()
                                .code(),
                        name);
            });
        }
    }

    /** A refusal whose words are not the contract's is no refusal. */
    @ParameterizedTest
    @ValueSource(strings = {"null", "{}", "[]", "\"no\"", "{\"code\":\"SLOT_GONE\"}", "{\"code\":null}", "{"})
    void aRefusalOfAnotherShapeIsNeverARefusal(String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        for (int status : new int[] {400, 401, 403, 404, 409, 410, 412, 413, 422, 429}) {
            neverAValue(HostileServer.writes(HostileServer.answer(status, "application/problem+json", bytes)));
        }
    }

    @Test
    void aResetIsACut() {
        try (BackendClient client = client()) {
            server.next(connection -> connection.setSoLinger(true, 0));
            Answer<?> answer = client.health();
            assertEquals(
                    BackendFault.Code.CUT,
                    assertInstanceOf(Answer.NotConfirmed.class, answer).cause().code());
        }
        assertEquals(1, server.received().size());
    }

    /** A port that is taken but not listened on: nobody else can get it meanwhile. */
    @Test
    void anAbsentServerIsUnreachable() throws IOException {
        try (Socket taken = new Socket()) {
            taken.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            URI gone = URI.create("http://127.0.0.1:" + taken.getLocalPort());
            try (BackendClient client = client(gone, Duration.ofSeconds(20))) {
                QUESTIONS.forEach((name, question) -> assertEquals(
                        BackendFault.Code.UNREACHABLE,
                        assertInstanceOf(Answer.NotConfirmed.class, question.apply(client), name)
                                .cause()
                                .code(),
                        name));
            }
        }
    }

    @Test
    void anAnswerDrippingByteByByteEndsWithThePatienceOfTheDesk() {
        server.next(connection -> {
            byte[] whole = HostileServer.answer(
                    200, "application/json", "{\"status\":\"UP\"}".getBytes(StandardCharsets.UTF_8));
            for (int index = 0; ; index = (index + 1) % whole.length) {
                connection.getOutputStream().write(index < 20 ? whole[index] : ' ');
                java.util.concurrent.locks.LockSupport.parkNanos(20_000_000);
            }
        });
        try (BackendClient client = client(server.address(), Duration.ofMillis(300))) {
            Answer<?> answer = client.health();
            assertEquals(
                    BackendFault.Code.TIMEOUT,
                    assertInstanceOf(Answer.NotConfirmed.class, answer).cause().code());
        }
        assertEquals(List.of("failed TIMEOUT"), told);
    }
}
