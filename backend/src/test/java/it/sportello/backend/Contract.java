package it.sportello.backend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Holds answers to {@code openapi.yaml}: path, status, content type, body. */
final class Contract {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JsonNode document;
    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

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

    /** Fails when the answer is not one of the contract. */
    void check(String method, String path, HttpResponse<byte[]> response) {
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
        JsonNode content = resolve(answer).path("content");
        if (!content.isObject()) {
            assertEquals(0, response.body().length);
            return;
        }
        String type = response.headers().firstValue("Content-Type").orElse("");
        JsonNode schema = content.path(type).path("schema");
        assertTrue(schema.isObject(), () -> "content type " + type);
        List<?> errors = schema(schema).validate(JSON.readTree(response.body()));
        assertTrue(errors.isEmpty(), () -> method + " " + path + ": " + errors + " in " + text(response));
    }

    private Schema schema(JsonNode schema) {
        return schemas.computeIfAbsent(schema.toString(), key -> {
            ObjectNode root = JSON.createObjectNode();
            root.put("$ref", schema.path("$ref").asString());
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
        return new String(response.body(), java.nio.charset.StandardCharsets.UTF_8);
    }
}
