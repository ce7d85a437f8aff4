package it.sportello.backend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.api.Accesses.Viewed;
import it.sportello.api.Bookings.Accept;
import it.sportello.api.Documents;
import it.sportello.api.Json;
import it.sportello.api.Queues;
import it.sportello.api.Tills;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The payload of every operation, each field of it forgotten, emptied, coerced, or stretched as far as it goes. */
class PayloadTest {
    private static final class Holder {
        private static final TestDesk DESK = new TestDesk(
                TestServer.shared(), TestServer.shared().world.desk("S1", "SSN", "MULTIFUNCTION"), "CASHIER", "AUR");
    }

    private final TestServer server = TestServer.shared();

    /** A payload that has the right form, and its lane. */
    record Shape(String type, String lane, ObjectNode payload) {
        @Override
        public String toString() {
            return type;
        }
    }

    private record Change(String what, JsonNode payload) {}

    private static ObjectNode json(Object payload) {
        return (ObjectNode) Json.strict().<JsonNode>valueToTree(payload);
    }

    private static Tills.Document document(TestDesk desk) {
        return new Tills.Document(
                desk.number(1),
                "SSN",
                "RECEIPT",
                "A",
                2026,
                1,
                desk.server.world.today(),
                List.of(new Tills.DocumentLine("Ticket", "D", 100)),
                0,
                100);
    }

    private static Stream<Shape> shapes() {
        return Stream.concat(acts(), cards());
    }

    private static Stream<Shape> cards() {
        String till = "till:" + Holder.DESK.till();
        Instant at = Instant.parse("2026-11-23T09:00:00Z");
        return Stream.of(
                new Shape(
                        "till.attempted",
                        till,
                        json(new Tills.Attempted(
                                UUID.randomUUID(),
                                UUID.randomUUID(),
                                "terminal",
                                100,
                                List.of("D"),
                                false,
                                at,
                                "APPROVED",
                                "TERMINAL",
                                "00",
                                Optional.of(
                                        new Tills.CardSlip("000041", "A1B2C3", "4242", "2", "88", Optional.of(at)))))),
                new Shape(
                        "till.squared",
                        till,
                        json(new Tills.Squared(
                                UUID.randomUUID(),
                                "CARD",
                                100,
                                Optional.of(new Tills.TerminalTotals("terminal", 100, Optional.of(100L)))))));
    }

    private static Stream<Shape> acts() {
        TestDesk desk = Holder.DESK;
        String till = "till:" + desk.till();
        Instant at = Instant.parse("2026-11-23T09:00:00Z");
        List<Tills.Entry> entries = List.of(new Tills.Entry(1, "COLLECTION", 100, 100, Optional.empty(), at));
        return Stream.of(
                new Shape(
                        "till.opened",
                        till,
                        json(new Tills.Opened(
                                UUID.randomUUID(),
                                desk.till(),
                                "A",
                                desk.server.world.today(),
                                Map.of(100, 1),
                                100,
                                100,
                                Optional.empty(),
                                entries))),
                new Shape(
                        "till.collected",
                        till,
                        json(new Tills.Collected(
                                UUID.randomUUID(),
                                "P",
                                List.of(new Tills.DueSettled("D", 100, 1)),
                                List.of(document(desk)),
                                List.of(new Tills.TenderLine("CASH", 100)),
                                100,
                                0,
                                100,
                                0,
                                false,
                                entries))),
                new Shape(
                        "till.annulled",
                        till,
                        json(new Tills.Annulled(UUID.randomUUID(), "SR-X", "Errore", Optional.empty(), entries))),
                new Shape(
                        "till.closed",
                        till,
                        json(new Tills.Closed(
                                UUID.randomUUID(),
                                desk.server.world.today(),
                                Map.of(100, 1),
                                0,
                                100,
                                100,
                                0,
                                0,
                                100,
                                List.of(new Tills.SeriesHead("SSN", "RECEIPT", "A", 2026, 1)),
                                entries))),
                new Shape("document.printed", till, json(new Documents.Printed("SR-X", false, "PRINTED"))),
                new Shape("access.viewed", "access:" + desk.id, json(Viewed.search(List.of("P"), "S06", "prova"))),
                new Shape(
                        "exemption.register",
                        "person:P",
                        json(ExemptionTest.register("P", "013", desk.server.world.today()))),
                new Shape("booking.accept", "booking:B", json(new Accept("B", 1, Optional.empty()))),
                new Shape(
                        "queue.recorded",
                        "queue:" + desk.id,
                        json(new Queues.Recorded("A001", "CALLED", at, "MANUAL", Optional.empty(), Optional.empty()))),
                new Shape(
                        "booking.book",
                        "booking:H",
                        json(desk.book(UUID.randomUUID(), "P", Optional.empty(), World.VISIT))));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void aFieldForgottenEmptiedOrCoercedIsMalformedAndNothingIsStored(Shape shape) {
        long stored = server.world.value(Long.class, "select count(*) from operation");
        for (Change change : wrong(shape.payload())) {
            Reply reply = Holder.DESK.send(Holder.DESK.ready(shape.type(), shape.lane(), change.payload(), 0));
            String what = shape + ": " + change.what();
            assertEquals(400, reply.status(), () -> what + ": " + reply.body());
            assertEquals("MALFORMED", reply.code(), what);
        }
        assertEquals(stored, server.world.value(Long.class, "select count(*) from operation"));
    }

    /** Every object inside the payload, each of its fields changed alone. */
    private static List<Change> wrong(ObjectNode good) {
        List<Change> changes = new ArrayList<>();
        changes.add(new Change("no object", Json.strict().getNodeFactory().stringNode("x")));
        changes.add(new Change("null", Json.strict().getNodeFactory().nullNode()));
        changes.add(new Change("list", Json.strict().createArrayNode()));
        for (String path : objects(good, "")) {
            ObjectNode object = (ObjectNode) good.at(path);
            if (path.endsWith("/pieces")) {
                changes.add(changed(good, path, "100 null", it -> it.putNull("100")));
                changes.add(changed(good, path, "100 as text", it -> it.put("100", "5")));
                changes.add(changed(good, path, "half a piece", it -> it.put("100", 0.5)));
                changes.add(changed(good, path, "a key that is no number", it -> it.put("cento", 1)));
                continue;
            }
            changes.add(changed(good, path, "unknown field", it -> it.put("unknownField", 1)));
            for (Map.Entry<String, JsonNode> field : object.properties()) {
                String name = field.getKey();
                JsonNode value = field.getValue();
                changes.add(changed(good, path, name + " missing", it -> it.remove(name)));
                boolean optional = value.isNull()
                        || name.startsWith("certificate")
                        || List.of("priorityClass", "accessType", "slip", "hostTime", "terminal", "hostCents")
                                .contains(name);
                if (!optional) {
                    changes.add(changed(good, path, name + " null", it -> it.putNull(name)));
                }
                if (value.isString()) {
                    changes.add(changed(good, path, name + " number", it -> it.put(name, 7)));
                }
                if (value.isNumber()) {
                    changes.add(changed(good, path, name + " text", it -> it.put(name, value.asString())));
                    changes.add(changed(good, path, name + " half", it -> it.put(name, 5.7)));
                }
                if (value.isBoolean()) {
                    changes.add(changed(good, path, name + " text", it -> it.put(name, "true")));
                }
                if (value.isArray()) {
                    changes.add(changed(
                            good,
                            path,
                            name + " of null",
                            it -> it.putArray(name).addNull()));
                    changes.add(changed(
                            good,
                            path,
                            name + " of number",
                            it -> it.putArray(name).add(7)));
                }
            }
        }
        return changes;
    }

    private static Change changed(
            ObjectNode good, String path, String what, java.util.function.Consumer<ObjectNode> change) {
        ObjectNode copy = good.deepCopy();
        change.accept((ObjectNode) copy.at(path));
        return new Change(path + " " + what, copy);
    }

    private static List<String> objects(JsonNode node, String path) {
        List<String> paths = new ArrayList<>();
        if (node instanceof ObjectNode object) {
            paths.add(path);
            object.properties().forEach(field -> paths.addAll(objects(field.getValue(), path + "/" + field.getKey())));
        } else if (node instanceof ArrayNode array) {
            for (int index = 0; index < array.size(); index++) {
                paths.addAll(objects(array.get(index), path + "/" + index));
            }
        }
        return paths;
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void aValueAtTheEndOfItsTypeIsNoErrorOfTheServer(Shape shape) {
        for (String path : objects(shape.payload(), "")) {
            ObjectNode object = (ObjectNode) shape.payload().at(path);
            for (Map.Entry<String, JsonNode> field : object.properties()) {
                for (Object extreme : extremes(field.getValue())) {
                    Change change = changed(
                            shape.payload(),
                            path,
                            field.getKey() + " = " + shortened(extreme),
                            it -> it.set(field.getKey(), Json.strict().<JsonNode>valueToTree(extreme)));
                    Reply reply = Holder.DESK.send(Holder.DESK.ready(shape.type(), shape.lane(), change.payload(), 0));
                    assertTrue(reply.status() < 500, () -> shape + ": " + change.what() + ": " + reply.body());
                }
            }
        }
    }

    private static String shortened(Object value) {
        String text = value.toString();
        return text.length() > 40 ? text.substring(0, 40) + "…" : text;
    }

    private static List<Object> extremes(JsonNode value) {
        if (value.isIntegralNumber()) {
            return List.of(Long.MAX_VALUE, Long.MIN_VALUE, Integer.MAX_VALUE, -1, 0);
        }
        if (value.isString() && value.asString().matches("[0-9]{4}-[0-9]{2}-[0-9]{2}T.*")) {
            return List.of(
                    "+1000000000-12-31T23:59:59.999999999Z",
                    "-1000000000-01-01T00:00:00Z",
                    "0000-01-01T00:00:00Z",
                    "9999-12-31T23:59:59Z");
        }
        if (value.isString() && value.asString().matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
            return List.of("+999999999-12-31", "-999999999-01-01", "0000-01-01", "9999-12-31", "2026-02-29");
        }
        if (value.isString() || value.isNull()) {
            return List.of("", "\u0000", "x".repeat(65_000));
        }
        return value.isArray() ? List.of(List.of()) : List.of();
    }

    @Test
    void anEnvelopeAtTheEndOfItsTypesIsNoErrorOfTheServer() {
        TestDesk desk = TestDesk.with("CUP");
        TestDesk.Ready good = desk.ready("booking.accept", "booking:B", new Accept("B", 1, Optional.empty()), 0);
        ObjectNode envelope = (ObjectNode) Json.strict().readTree(good.body());
        for (Map.Entry<String, JsonNode> field : envelope.properties()) {
            for (Object extreme : extremes(field.getValue())) {
                ObjectNode copy = envelope.deepCopy();
                copy.set(field.getKey(), Json.strict().<JsonNode>valueToTree(extreme));
                Reply reply = server.send("POST", "/v1/operations", good.headers(), TestDesk.json(copy));
                String what = field.getKey() + " = " + shortened(extreme);
                assertTrue(reply.status() < 500, () -> what + ": " + reply.body());
                // An acceptance is a fact: where its form holds, it is stored with a flag and never plainly applied.
                assertTrue(reply.status() >= 400 || reply.status() == 202, () -> what + ": " + reply.body());
            }
        }
    }

    @Test
    void aQueryAtTheEndOfItsTypesIsNoErrorOfTheServer() {
        Doors doors = new Doors();
        for (Doors.Door door : doors.all()) {
            if (door.body() == null || door.name().equals("postOperation")) {
                continue;
            }
            for (Map.Entry<String, JsonNode> field : door.body().properties()) {
                for (Object extreme : extremes(field.getValue())) {
                    ObjectNode copy = door.body().deepCopy();
                    copy.set(field.getKey(), Json.strict().<JsonNode>valueToTree(extreme));
                    Reply reply = doors.knock(door, TestDesk.json(copy));
                    assertTrue(
                            reply.status() < 500,
                            () -> door + ": " + field.getKey() + " = " + shortened(extreme) + ": " + reply.body());
                }
            }
        }
    }

    @Test
    void addressesAtTheEndOfTheirTypesAreNoErrorOfTheServer() {
        TestDesk desk = TestDesk.with("CUP", "SUPERVISOR");
        List<String> paths = List.of(
                "/v1/sites/S1/bookings?day=%2B999999999-12-31",
                "/v1/sites/S1/bookings?day=-999999999-01-01",
                "/v1/sites/S1/bookings?day=2026-02-30",
                "/v1/sites/S1/bookings?day=",
                "/v1/sites/S1/bookings",
                "/v1/feed?limit=1001",
                "/v1/feed?limit=-1",
                "/v1/feed?limit=99999999999999999999",
                "/v1/feed?limit=1e3",
                "/v1/feed?after=%00",
                "/v1/feed?after=" + "A".repeat(1_000));
        for (String path : paths) {
            Reply reply = desk.get(path);
            assertEquals("MALFORMED", reply.code(), path);
        }
        assertEquals(200, desk.get("/v1/sites/S1/bookings?day=9999-12-31").status());
        assertEquals(200, desk.get("/v1/sites/S1/bookings?day=0001-01-01").status());
    }
}
