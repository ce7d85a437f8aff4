package it.sportello.backend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.api.Headers;
import it.sportello.api.Json;
import it.sportello.backend.Doors.Door;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Every resource of the contract against everything that may be wrong with a request. */
class ResourceMatrixTest {
    private static final class Holder {
        private static final Doors DOORS = new Doors();
    }

    /** Words that only an error of the server's own would tell. */
    private static final List<String> LEAKS = List.of(
            "exception",
            "it.sportello",
            "org.",
            "java.",
            "\tat ",
            "psql",
            "select ",
            "insert ",
            "update ",
            "jdbi",
            "<html");

    private final TestServer server = TestServer.shared();

    private static Stream<Door> doors() {
        return Holder.DOORS.all().stream();
    }

    private static Stream<Door> doorsWithBody() {
        return doors().filter(door -> door.body() != null);
    }

    private static Stream<Door> doorsWithDesk() {
        return doors().filter(door -> door.key() != Doors.Key.NOTHING);
    }

    private static Stream<Door> doorsWithSession() {
        return doors().filter(door -> door.key() == Doors.Key.SESSION);
    }

    private static Stream<Door> doorsOfSomeRoles() {
        return doors().filter(door -> door.wrongRole() != null);
    }

    private static Stream<Door> doorsWithId() {
        // Whoever controls may ask for the counts of any desk: of one that never was they are nought.
        return doors().filter(door -> door.id().isPresent() && !door.name().equals("accesses"));
    }

    private static void assertProblem(String code, int status, Reply reply, String what) {
        assertEquals(status, reply.status(), () -> what + ": " + reply.body());
        assertEquals(code, reply.code(), what);
        assertNothingTold(reply, what);
    }

    private static void assertNothingTold(Reply reply, String what) {
        // What is wrong with a payload is told by the name of its kind, which tells nothing of the server.
        String text = new String(reply.bytes(), StandardCharsets.UTF_8)
                .replaceAll("(payload is not a [A-Za-z]+): [A-Za-z]+Exception", "$1")
                .toLowerCase(Locale.ROOT);
        LEAKS.forEach(leak -> assertFalse(text.contains(leak), () -> what + " tells " + leak + ": " + text));
        assertTrue(reply.body().path("supportCode").asString("").matches("B-[0-9A-Z]{6}"), what);
    }

    @Test
    void everyOperationOfTheContractIsADoor() {
        Set<String> operations = new TreeSet<>();
        new Contract()
                .document()
                .path("paths")
                .valueStream()
                .flatMap(JsonNode::valueStream)
                .forEach(operation ->
                        operations.add(operation.path("operationId").asString()));
        assertEquals(operations, doors().map(Door::name).collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void everyDoorOpensToAGoodRequest() {
        Doors fresh = new Doors();
        List<Door> last = new ArrayList<>();
        for (Door door : fresh.all()) {
            if (door.name().equals("signOut")) {
                last.add(door);
            } else {
                Reply reply = fresh.knock(door);
                assertEquals(door.good(), reply.status(), () -> door + ": " + reply.body());
            }
        }
        last.forEach(door -> assertEquals(door.good(), fresh.knock(door).status()));
    }

    @ParameterizedTest
    @MethodSource("doorsWithDesk")
    void withoutADeskNobodyComesIn(Door door) {
        Map<String, String> withoutDesk = new HashMap<>(Holder.DOORS.headers(door));
        withoutDesk.remove(Headers.DESK);
        Map<String, String> withoutSecret = new HashMap<>(Holder.DOORS.headers(door));
        withoutSecret.remove(Headers.DESK_SECRET);
        Map<String, String> unknown = new HashMap<>(Holder.DOORS.headers(door));
        unknown.put(Headers.DESK, "' or '1'='1");
        for (Map<String, String> headers : List.of(withoutDesk, withoutSecret, unknown)) {
            Reply reply = server.send(door.method(), door.path(), headers, door.bytes());
            assertProblem("DESK_UNKNOWN", 401, reply, door.name());
        }
    }

    @ParameterizedTest
    @MethodSource("doorsWithSession")
    void withoutAnOperatorNobodyComesIn(Door door) {
        for (String authorisation : List.of("", "Basic YTpi", "Bearer", "Bearer ", "Bearer x", "Bearer ' or 1=1")) {
            Map<String, String> headers = new HashMap<>(Holder.DOORS.desk.deskHeaders());
            if (!authorisation.isEmpty()) {
                headers.put("Authorization", authorisation);
            }
            Reply reply = server.send(door.method(), door.path(), headers, door.bytes());
            assertProblem("NOT_SIGNED_IN", 401, reply, door + " " + authorisation);
        }
    }

    @ParameterizedTest
    @MethodSource("doorsOfSomeRoles")
    void theWrongRoleIsRefusedBeforeAnythingIsRead(Door door) {
        TestDesk other = TestDesk.with(String.valueOf(door.wrongRole()));
        Reply reply = server.send(door.method(), door.path(), other.headers(), "not even JSON");
        assertProblem("FORBIDDEN", 403, reply, door.name());
    }

    @ParameterizedTest
    @MethodSource("doorsWithBody")
    void everyFieldIsNeededOnceAndOfItsType(Door door) {
        ObjectNode good = (ObjectNode) Json.strict().readTree(door.bytes());
        List<byte[]> bodies = new ArrayList<>();
        bodies.add(bytes(good.deepCopy().put("unknownField", 1)));
        for (Map.Entry<String, JsonNode> field : good.properties()) {
            String name = field.getKey();
            bodies.add(bytes(without(good, name)));
            bodies.add(twice(good, name));
            bodies.addAll(coerced(good, field));
            if (!field.getValue().isNull() && !isOptional(door, name)) {
                bodies.add(bytes(good.deepCopy().putNull(name)));
            }
        }
        for (byte[] body : bodies) {
            String text = door + " " + new String(body, StandardCharsets.UTF_8);
            assertProblem("MALFORMED", 400, Holder.DOORS.knock(door, body), text);
        }
    }

    private static boolean isOptional(Door door, String field) {
        JsonNode schemas = new Contract().document().path("components").path("schemas");
        return schemas.valueStream()
                .map(schema -> schema.path("properties"))
                .filter(properties -> door.body() != null
                        && properties
                                .propertyStream()
                                .map(Map.Entry::getKey)
                                .toList()
                                .containsAll(door.body().propertyNames())
                        && properties.size() == door.body().size())
                .anyMatch(properties ->
                        properties.path(field).path("type").toString().contains("null"));
    }

    private static ObjectNode without(ObjectNode good, String name) {
        ObjectNode copy = good.deepCopy();
        copy.remove(name);
        return copy;
    }

    private static byte[] twice(ObjectNode good, String name) {
        String text = good.toString();
        String again = ",\"" + name + "\":" + good.get(name);
        return (text.substring(0, text.length() - 1) + again + "}").getBytes(StandardCharsets.UTF_8);
    }

    /** The same value as another type, as a lenient reader would take it. */
    private static List<byte[]> coerced(ObjectNode good, Map.Entry<String, JsonNode> field) {
        String name = field.getKey();
        JsonNode value = field.getValue();
        List<byte[]> bodies = new ArrayList<>();
        if (value.isString() || value.isNull()) {
            bodies.add(bytes(good.deepCopy().put(name, 7)));
            bodies.add(bytes(good.deepCopy().put(name, true)));
        }
        if (value.isNumber()) {
            bodies.add(bytes(good.deepCopy().put(name, value.asString())));
            bodies.add(bytes(good.deepCopy().put(name, 5.7)));
            bodies.add(bytes(good.deepCopy().put(name, true)));
        }
        if (value.isBoolean()) {
            bodies.add(bytes(good.deepCopy().put(name, "true")));
            bodies.add(bytes(good.deepCopy().put(name, 1)));
        }
        if (value.isArray()) {
            bodies.add(bytes(good.deepCopy().put(name, "text")));
            ObjectNode nullInside = good.deepCopy();
            nullInside.putArray(name).addNull();
            bodies.add(bytes(nullInside));
            ObjectNode numberInside = good.deepCopy();
            numberInside.putArray(name).add(7);
            bodies.add(bytes(numberInside));
        }
        bodies.add(bytes(good.deepCopy().set(name, Json.strict().createObjectNode())));
        return bodies;
    }

    private static byte[] bytes(JsonNode node) {
        return Json.strict().writeValueAsBytes(node);
    }

    @ParameterizedTest
    @MethodSource("doorsWithBody")
    void textThatLooksLikeACommandIsOnlyText(Door door) {
        int persons = server.world.value(Integer.class, "select count(*) from person");
        List<String> texts = List.of(
                "'; drop table person; --",
                "\" or \"\"=\"",
                "%",
                "\\",
                "${jndi:ldap://127.0.0.1/a}",
                "../../../../etc/passwd",
                "\u0000",
                "\uD800",
                "\u202E\uFEFF",
                "A".repeat(60_000));
        ObjectNode good = (ObjectNode) Json.strict().readTree(door.bytes());
        for (String name : good.propertyNames()) {
            for (String text : texts) {
                Reply reply = Holder.DOORS.knock(door, quoted(good, name, text));
                String what = door + " " + name + " = " + text.substring(0, Math.min(30, text.length()));
                assertTrue(reply.status() < 500, () -> what + ": " + reply.body());
                if (reply.status() >= 400) {
                    assertNothingTold(reply, what);
                }
            }
        }
        assertEquals(persons, server.world.value(Integer.class, "select count(*) from person"));
    }

    private static byte[] quoted(ObjectNode good, String name, String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.chars()
                .forEach(letter -> quoted.append(
                        letter < ' ' || letter > '~' || letter == '"' || letter == '\\'
                                ? String.format(Locale.ROOT, "\\u%04x", letter)
                                : String.valueOf((char) letter)));
        ObjectNode copy = good.deepCopy();
        boolean listed = copy.get(name).isArray();
        copy.put(name, "PLACE-OF-THE-TEXT");
        String value = listed ? "[" + quoted + "\"]" : quoted + "\"";
        return copy.toString().replace("\"PLACE-OF-THE-TEXT\"", value).getBytes(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @MethodSource("doorsWithId")
    void aWrongIdIsRefusedAndNotAnError(Door door) {
        String id = door.id().orElseThrow();
        List<String> wrong = List.of(
                "nope",
                "' or 1=1 --",
                "a b",
                "%",
                "\u0000",
                "00000000-0000-0000-0000-000000000000",
                "1-1-1-1-1",
                "T1;drop table till",
                "A".repeat(3_000));
        for (String one : wrong) {
            String encoded = URLEncoder.encode(one, StandardCharsets.UTF_8).replace("+", "%20");
            String path = door.path().replace(id, encoded);
            Reply reply = server.send(door.method(), path, Holder.DOORS.headers(door), door.bytes());
            String what = door + " with id " + one.substring(0, Math.min(40, one.length()));
            assertTrue(
                    Set.of(400, 403, 404, 422).contains(reply.status()),
                    () -> what + ": " + reply.status() + " " + reply.body());
            assertNothingTold(reply, what);
        }
    }

    @ParameterizedTest
    @MethodSource("doors")
    void aBrowserGetsTheSameJson(Door door) {
        Map<String, String> headers = new HashMap<>(Holder.DOORS.headers(door));
        headers.remove(Headers.DESK_SECRET);
        headers.put("Accept", "text/html,application/xhtml+xml,image/*;q=0.8");
        Reply reply = server.send(door.method(), door.path(), headers, door.bytes());
        String type = reply.headers().firstValue("Content-Type").orElse("none");
        assertEquals(
                reply.status() < 400 ? "application/json" : "application/problem+json",
                reply.status() == 204 ? "application/json" : type);
        assertEquals("no-store", reply.headers().firstValue("Cache-Control").orElse(""));
    }

    @ParameterizedTest
    @MethodSource("doorsWithBody")
    void aBodyAboveTheLimitIsRefused(Door door) {
        byte[] big = new byte[Json.MAX_BODY_BYTES + 1];
        java.util.Arrays.fill(big, (byte) ' ');
        byte[] small = door.bytes();
        System.arraycopy(small, 0, big, 0, small.length);
        assertProblem("TOO_LARGE", 413, Holder.DOORS.knock(door, big), door.name());
    }

    @ParameterizedTest
    @MethodSource("doors")
    void aMethodThatIsNotOfTheContractFindsNothing(Door door) {
        Set<String> own = doors().filter(other -> other.path().equals(door.path()))
                .map(Door::method)
                .collect(Collectors.toSet());
        for (String method : List.of("GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE")) {
            if (!own.contains(method)) {
                Reply reply = server.send(
                        method, door.path(), Holder.DOORS.headers(door), "{}".getBytes(StandardCharsets.UTF_8));
                assertProblem("NOT_FOUND", 404, reply, method + " " + door.path());
            }
        }
    }
}
