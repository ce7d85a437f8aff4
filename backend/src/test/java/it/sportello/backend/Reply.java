package it.sportello.backend;

import it.sportello.api.Json;
import java.net.http.HttpHeaders;
import tools.jackson.databind.JsonNode;

/** An answer of the server, checked against the contract. */
@SuppressWarnings("ArrayRecordComponent") // never compared as a record
record Reply(int status, JsonNode body, byte[] bytes, HttpHeaders headers) {
    <T> T as(Class<T> type) {
        return Json.strict().readValue(bytes, type);
    }

    String code() {
        return body.path("code").asString("");
    }

    java.util.List<String> flags() {
        return body.path("flags").valueStream().map(JsonNode::asString).toList();
    }

    java.util.List<String> violations() {
        return body.path("violations")
                .valueStream()
                .map(it -> it.path("code").asString())
                .toList();
    }
}
