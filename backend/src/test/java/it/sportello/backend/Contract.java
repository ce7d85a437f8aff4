package it.sportello.backend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Holds requests and answers to {@code openapi.yaml}: path, query, body, status, content type. What the contract forbids
 * may be sent, to see it refused; it may never succeed.
 */
final class Contract {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JsonNode document;
    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemaRegistryConfig(
                    SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));
    private final Map<String, Schema> schemas = new ConcurrentHashMap<>();
    private final Set<String> held = ConcurrentHashMap.newKeySet();

    Contract() {
        try (InputStream in =
                Objects.requireNonNull(Contract.class.getResourceAsStream("/it/sportello/api/openapi.yaml"))) {
            document = YAMLMapper.builder().build().readTree(in);
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    JsonNode document() {
        return document;
    }

    /** Every endpoint with a status of success that was held to the contract so far, such as {@code feed 200}. */
    Set<String> held() {
        return Set.copyOf(held);
    }

    /** What is wrong with a value by the schema of a name; empty when nothing is. */
    List<String> errors(String schemaName, JsonNode value) {
        return errors(reference(schemaName), value);
    }

    /** Fails when a request succeeded that the contract forbids, or the answer is not one of the contract. */
    void check(String method, String path, byte[] body, HttpResponse<byte[]> response) {
        Optional<JsonNode> operation = operation(method, path);
        if (operation.isEmpty()) {
            assertTrue(
                    response.statusCode() == 404 || response.statusCode() == 401,
                    () -> method + " " + path + " is not of the contract");
            return;
        }
        JsonNode answer = operation.get().path("responses").path(Integer.toString(response.statusCode()));
        assertTrue(
                answer.isObject(),
                () -> method + " " + path + " may not answer " + response.statusCode() + ": " + text(response));
        assertTrue(response.headers().firstValue("Sportello-Server-Time").isPresent());
        if (response.statusCode() < 300) {
            List<String> wrong = ofRequest(operation.get(), path, body);
            assertTrue(wrong.isEmpty(), () -> method + " " + path + " succeeded with " + wrong);
            held.add(operation.get().path("operationId").asString() + " " + response.statusCode());
        }
        JsonNode content = resolve(answer).path("content");
        if (!content.isObject()) {
            assertEquals(0, response.body().length);
            return;
        }
        String type = response.headers().firstValue("Content-Type").orElse("");
        JsonNode schema = content.path(type).path("schema");
        assertTrue(schema.isObject(), () -> "content type " + type);
        JsonNode answered = JSON.readTree(response.body());
        List<String> errors = errors(schema, answered);
        assertTrue(errors.isEmpty(), () -> method + " " + path + ": " + errors + " in " + text(response));
        if (response.statusCode() < 300
                && operation.get().path("operationId").asString().equals("postOperation")) {
            checkResult(JSON.readTree(body).path("type").asString(), answered.path("result"));
        }
    }

    /** The answer does not name the type of its operation, so its result is held to the table of the contract here. */
    private void checkResult(String type, JsonNode result) {
        JsonNode schema = document.at("/components/schemas/OperationAnswer/x-result-of-type")
                .path(type);
        if (schema.isObject()) {
            assertEquals(List.of(), errors(schema, result), type);
        } else {
            assertTrue(result.isNull(), () -> type + " has a result");
        }
    }

    private List<String> ofRequest(JsonNode operation, String path, byte[] body) {
        List<String> wrong = new ArrayList<>(ofQuery(operation, path));
        JsonNode schema = operation
                .path("requestBody")
                .path("content")
                .path("application/json")
                .path("schema");
        if (schema.isObject()) {
            wrong.addAll(errors(schema, JSON.readTree(body)));
        } else if (body.length > 0) {
            wrong.add("a body");
        }
        return wrong;
    }

    private List<String> ofQuery(JsonNode operation, String path) {
        Map<String, String> given = new HashMap<>();
        if (path.contains("?")) {
            for (String part : path.substring(path.indexOf('?') + 1).split("&", -1)) {
                int equals = part.indexOf('=');
                given.put(
                        equals < 0 ? part : part.substring(0, equals),
                        URLDecoder.decode(part.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        List<String> wrong = new ArrayList<>();
        operation
                .path("parameters")
                .valueStream()
                .map(this::resolve)
                .filter(parameter -> parameter.path("in").asString().equals("query"))
                .forEach(parameter -> {
                    String name = parameter.path("name").asString();
                    String value = given.remove(name);
                    if (value != null) {
                        wrong.addAll(errors(parameter.path("schema"), value(parameter.path("schema"), value)));
                    } else if (parameter.path("required").asBoolean(false)) {
                        wrong.add("no " + name);
                    }
                });
        given.keySet().forEach(name -> wrong.add("a query for " + name));
        return wrong;
    }

    private static JsonNode value(JsonNode schema, String text) {
        boolean number = schema.path("type").asString("").equals("integer") && text.matches("-?[0-9]{1,18}");
        return JSON.valueToTree(number ? (Object) Long.parseLong(text) : text);
    }

    private List<String> errors(JsonNode schema, JsonNode value) {
        return schema(schema).validate(value).stream().map(Object::toString).toList();
    }

    private static JsonNode reference(String schemaName) {
        return JSON.createObjectNode().put("$ref", "#/components/schemas/" + schemaName);
    }

    private Schema schema(JsonNode schema) {
        return schemas.computeIfAbsent(schema.toString(), key -> {
            ObjectNode root = ((ObjectNode) schema).deepCopy();
            root.set("components", document.path("components"));
            return registry.getSchema(root);
        });
    }

    private JsonNode resolve(JsonNode node) {
        String ref = node.path("$ref").asString("");
        return ref.isEmpty() ? node : document.at(ref.substring(1));
    }

    private Optional<JsonNode> operation(String method, String path) {
        String bare = path.replaceAll("\\?.*", "");
        return document.path("paths")
                .propertyStream()
                .filter(entry -> bare.matches(entry.getKey().replaceAll("\\{[a-zA-Z]+}", "[^/]+")))
                .sorted((one, other) -> Integer.compare(placeholders(one.getKey()), placeholders(other.getKey())))
                .map(entry -> entry.getValue().path(method.toLowerCase(java.util.Locale.ROOT)))
                .filter(JsonNode::isObject)
                .findFirst();
    }

    private static int placeholders(String path) {
        return path.length() - path.replace("{", "").length();
    }

    private static String text(HttpResponse<byte[]> response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }
}
