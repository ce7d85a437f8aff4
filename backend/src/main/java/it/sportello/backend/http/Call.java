package it.sportello.backend.http;

import io.helidon.common.buffers.DataReader;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import it.sportello.api.Json;
import it.sportello.api.ProblemCode;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.OptionalLong;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** One request, read with the limits of the contract. */
public final class Call {
    private final ServerRequest request;

    Call(ServerRequest request) {
        this.request = request;
    }

    /** Method and pattern of the resource, such as {@code POST /v1/persons/view}; no value that was sent. */
    public String resource() {
        return request.prologue().method() + " " + request.matchingPattern().orElse("");
    }

    public String path(String parameter) {
        return request.path().pathParameters().get(parameter);
    }

    public Optional<String> query(String parameter) {
        return request.query().first(parameter).asOptional();
    }

    public Optional<String> header(String name) {
        return request.headers().first(HeaderNames.create(name));
    }

    /** Who sits at the other end, for the limit on requests before anybody is known. */
    public String peer() {
        return request.remotePeer().host();
    }

    /** The exact bytes of the body. */
    public byte[] bytes() {
        OptionalLong length = request.headers().contentLength();
        if (length.isPresent() && length.getAsLong() > Json.MAX_BODY_BYTES) {
            throw tooLarge();
        }
        try (InputStream in = request.content().inputStream()) {
            byte[] body = in.readNBytes(Json.MAX_BODY_BYTES + 1);
            if (body.length > Json.MAX_BODY_BYTES) {
                throw tooLarge();
            }
            return body;
        } catch (IOException | DataReader.InsufficientDataAvailableException cut) {
            throw Refusal.of(ProblemCode.MALFORMED, "body cut short");
        }
    }

    /** The body as a record of the contract, strictly. */
    public <T> T body(Class<T> type) {
        return parse(bytes(), type);
    }

    /** Reads bytes as a record of the contract, strictly. */
    public static <T> T parse(byte[] bytes, Class<T> type) {
        T value;
        try {
            value = Json.strict().readValue(bytes, type);
        } catch (JacksonException malformed) {
            throw malformed(type, malformed);
        }
        if (value == null) {
            throw Refusal.of(ProblemCode.MALFORMED, "no " + type.getSimpleName());
        }
        return value;
    }

    /** A message of the parser may quote what was sent, so only the kind of the error is told. */
    private static Refusal malformed(Class<?> type, JacksonException cause) {
        String kind = switch (cause) {
            case UnrecognizedPropertyException unknown -> "a field too many";
            case DatabindException value -> "a value missing or of another type";
            default -> "no JSON, or a field twice";
        };
        return Refusal.of(ProblemCode.MALFORMED, "not a " + type.getSimpleName() + ": " + kind);
    }

    private static Refusal tooLarge() {
        return Refusal.of(ProblemCode.TOO_LARGE, "body above " + Json.MAX_BODY_BYTES + " bytes");
    }
}
