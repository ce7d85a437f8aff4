package it.sportello.backend;

import static org.junit.jupiter.api.Assertions.assertEquals;

import it.sportello.api.Bookings;
import it.sportello.api.Headers;
import it.sportello.api.Json;
import it.sportello.api.Operation;
import it.sportello.api.Persons;
import it.sportello.api.Sessions.EnrolDesk;
import it.sportello.api.Sessions.EnrolledDesk;
import it.sportello.api.Sessions.SignIn;
import it.sportello.api.Sessions.SignedIn;
import it.sportello.api.Tills;
import it.sportello.domain.ledger.Chain;
import it.sportello.domain.ledger.ChainLink;
import it.sportello.domain.operation.UuidV7;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A desk as the server sees it: enrolled, signed in, with its lanes. */
final class TestDesk {
    final TestServer server;
    final String id;
    final String installation;
    final String operator;
    final EnrolledDesk enrolled;
    final SignedIn session;
    final UUID tillSession = UUID.randomUUID();
    private final UuidV7 ids;
    private final Map<String, Lane> lanes = new HashMap<>();
    private long entries;
    private long documents;

    private record Lane(long sequence, ChainLink head, long total) {}

    /** An operation ready to be sent, again and again. */
    @SuppressWarnings("ArrayRecordComponent") // never compared as a record
    record Ready(UUID id, byte[] body, Map<String, String> headers, String lane, Lane after) {}

    TestDesk(TestServer server, String desk, String... roles) {
        this.server = server;
        this.id = desk;
        this.installation = "INST-" + server.world.number();
        this.operator = server.world.operator(roles);
        this.ids = new UuidV7(server.clock, new SecureRandom());
        Reply reply =
                server.send("POST", "/v1/desks/enrolments", Map.of(), json(new EnrolDesk(desk, installation, desk)));
        assertEquals(201, reply.status());
        this.enrolled = reply.as(EnrolledDesk.class);
        Reply signedIn = server.send(
                "POST", "/v1/sessions", deskHeaders(), json(new SignIn(World.userName(operator), World.PASSWORD)));
        assertEquals(201, signedIn.status());
        this.session = signedIn.as(SignedIn.class);
    }

    static TestDesk with(String... roles) {
        TestServer server = TestServer.shared();
        return new TestDesk(server, server.world.desk("S1"), roles);
    }

    String till() {
        return World.till(id);
    }

    Map<String, String> deskHeaders() {
        return Map.of(Headers.DESK, id, Headers.DESK_SECRET, enrolled.secret());
    }

    Map<String, String> headers() {
        Map<String, String> all = new HashMap<>(deskHeaders());
        all.put("Authorization", "Bearer " + session.token());
        return all;
    }

    Reply get(String path) {
        return server.send("GET", path, headers(), new byte[0]);
    }

    /** A question without a body. */
    Reply post(String path) {
        return server.send("POST", path, headers(), new byte[0]);
    }

    Reply post(String path, Object body) {
        return server.send("POST", path, headers(), json(body));
    }

    /** Opens the page of a person, who is of the working set of this desk from then on. */
    Reply view(String person) {
        Reply reply = post("/v1/persons/view", new Persons.View(person, "prova"));
        assertEquals(200, reply.status());
        return reply;
    }

    Reply delete(String path) {
        return server.send("DELETE", path, headers(), new byte[0]);
    }

    static byte[] json(Object body) {
        return Json.strict().writeValueAsBytes(body);
    }

    /** The next operation of a lane; a chained lane gets its link. */
    Ready ready(String type, String lane, Object payload, long cashCents) {
        boolean chained = lane.startsWith("till:") || lane.startsWith("access:");
        Lane before = lanes.getOrDefault(lane, new Lane(0, Chain.genesis(lane, enrolled.epoch()), 0));
        UUID operationId = ids.next();
        byte[] body = json(operation(
                operationId, type, lane, chained ? Optional.of(before.sequence() + 1) : Optional.empty(), payload));
        if (!chained) {
            return new Ready(operationId, body, deskHeaders(), lane, before);
        }
        long total = before.total() + cashCents;
        ChainLink link = Chain.link(before.head(), body, total);
        Map<String, String> headers = new HashMap<>(deskHeaders());
        headers.put(Headers.CHAIN_PREVIOUS, before.head().hex());
        headers.put(Headers.CHAIN_LINK, link.hex());
        headers.put(Headers.RUNNING_TOTAL, Long.toString(total));
        return new Ready(operationId, body, headers, lane, new Lane(before.sequence() + 1, link, total));
    }

    Operation operation(UUID operationId, String type, String lane, Optional<Long> sequence, Object payload) {
        return new Operation(
                operationId,
                type,
                1,
                lane,
                sequence,
                id,
                installation,
                operator,
                session.sessionId(),
                server.clock.instant(),
                1,
                false,
                UUID.randomUUID().toString(),
                Json.strict().valueToTree(payload));
    }

    Reply send(Ready ready) {
        Reply reply = server.send("POST", "/v1/operations", ready.headers(), ready.body());
        if (reply.status() < 300) {
            lanes.put(ready.lane(), ready.after());
        }
        return reply;
    }

    /** The next of the lane is made after this one, though it was not sent yet: the desk is cut off. */
    void assumeSent(Ready ready) {
        lanes.put(ready.lane(), ready.after());
    }

    /** Sends without any change to what the desk believes of its lanes. */
    Reply resend(Ready ready) {
        return server.send("POST", "/v1/operations", ready.headers(), ready.body());
    }

    Reply operate(String type, String lane, Object payload) {
        return send(ready(type, lane, payload, 0));
    }

    // ------------------------------------------------------------------------------------------------------ till

    Ready opening(long floatCents) {
        Tills.Opened opened = new Tills.Opened(
                tillSession,
                till(),
                enrolled.epoch(),
                server.world.today(),
                Map.of(100, (int) (floatCents / 100)),
                floatCents,
                floatCents,
                Optional.empty(),
                List.of(entry("FLOAT_OPENING", floatCents, floatCents, Optional.empty())));
        return ready("till.opened", "till:" + till(), opened, floatCents);
    }

    Tills.Entry entry(String kind, long cents, long total, Optional<String> document) {
        entries++;
        return new Tills.Entry(entries, kind, cents, total, document, server.clock.instant());
    }

    long total() {
        Lane lane = lanes.get("till:" + till());
        return lane == null ? 0 : lane.total();
    }

    String nextNumber() {
        documents++;
        return number(documents);
    }

    String number(long progressive) {
        return String.format(
                java.util.Locale.ROOT,
                "SR-%s%s/%d/%06d",
                till(),
                enrolled.epoch(),
                server.world.today().getYear(),
                progressive);
    }

    Tills.Document document(long progressive, String due, long cents) {
        return new Tills.Document(
                number(progressive),
                "SSN",
                "RECEIPT",
                enrolled.epoch(),
                server.world.today().getYear(),
                progressive,
                server.world.today(),
                List.of(new Tills.DocumentLine("Ticket", due, cents)),
                0,
                cents);
    }

    Ready collection(String person, String due, long cents, long seenVersion) {
        String number = nextNumber();
        Tills.Collected collected = new Tills.Collected(
                tillSession,
                person,
                List.of(new Tills.DueSettled(due, cents, seenVersion)),
                List.of(document(documents, due, cents)),
                List.of(new Tills.TenderLine("CASH", cents)),
                cents,
                0,
                cents,
                0,
                false,
                List.of(entry("COLLECTION", cents, total() + cents, Optional.of(number))));
        return ready("till.collected", "till:" + till(), collected, cents);
    }

    // --------------------------------------------------------------------------------------------------- booking

    Reply search(String person, int widen, String... services) {
        return post(
                "/v1/availability",
                new Bookings.AvailabilityQuery(
                        person,
                        Optional.empty(),
                        List.of(services),
                        "SSN",
                        Optional.of("D"),
                        Optional.of("1"),
                        server.clock.instant(),
                        Optional.empty(),
                        widen,
                        10));
    }

    Reply hold(UUID holdId, String person, String... slots) {
        return post("/v1/holds", new Bookings.HoldRequest(holdId, List.of(slots), person));
    }

    Bookings.Book book(UUID holdId, String person, Optional<String> prescription, String... services) {
        return new Bookings.Book(
                holdId,
                person,
                prescription,
                List.of(services),
                "SSN",
                Optional.of("D"),
                Optional.of("1"),
                server.clock.instant(),
                Optional.empty(),
                Optional.empty(),
                "it");
    }

    /** Holds and books in one go. */
    Reply booked(String person, Optional<String> prescription, String slot, String... services) {
        UUID holdId = UUID.randomUUID();
        assertEquals(201, hold(holdId, person, slot).status());
        return operate("booking.book", "booking:" + holdId, book(holdId, person, prescription, services));
    }

    static LocalDateTime at(LocalDate day, int hour) {
        return day.atTime(hour, 0);
    }

    Instant now() {
        return server.clock.instant();
    }
}
