package it.sportello.backend.http;

import it.sportello.api.Json;
import org.jspecify.annotations.Nullable;

/**
 * What a resource answers.
 *
 * @param body bytes of JSON, null for an answer without a body
 */
@SuppressWarnings("ArrayRecordComponent") // written once, straight to the socket
public record Answer(int status, byte @Nullable [] body) {
    private static final int OK = 200;
    private static final int CREATED = 201;
    private static final int NO_CONTENT = 204;

    public static Answer ok(Object body) {
        return new Answer(OK, Json.strict().writeValueAsBytes(body));
    }

    public static Answer created(Object body) {
        return new Answer(CREATED, Json.strict().writeValueAsBytes(body));
    }

    public static Answer nothing() {
        return new Answer(NO_CONTENT, null);
    }
}
