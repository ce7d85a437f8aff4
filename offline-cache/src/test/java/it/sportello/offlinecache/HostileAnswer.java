package it.sportello.offlinecache;

import it.sportello.offlinecache.remote.BackendFault.Code;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;

/**
 * Everything that a proxy, a captive portal, a half-dead server or a bad line may put in the place of an answer, and the
 * fault it is. None of these tells whether an operation was applied.
 */
public enum HostileAnswer {
    HTML_WITH_200(Code.NOT_JSON, html(200)),
    HTML_WITH_401(Code.NOT_JSON, html(401)),
    HTML_WITH_403(Code.NOT_JSON, html(403)),
    HTML_WITH_413(Code.NOT_JSON, html(413)),
    HTML_WITH_429(Code.NOT_JSON, html(429)),
    HTML_WITH_502(Code.NOT_JSON, html(502)),
    EMPTY_401(Code.NOT_THE_CONTRACT, json(401, "")),
    EMPTY_403(Code.NOT_THE_CONTRACT, json(403, "")),
    PROXY_ASKS_FOR_A_PASSWORD(Code.CUT, json(407, "", "Proxy-Authenticate: Basic realm=\"x\"")),
    EMPTY_408(Code.SERVER_FAULT, json(408, "")),
    EMPTY_413(Code.NOT_THE_CONTRACT, json(413, "")),
    EMPTY_429(Code.NOT_THE_CONTRACT, json(429, "")),
    EMPTY_429_WITH_A_WAIT(Code.NOT_THE_CONTRACT, json(429, "", "Retry-After: 30")),
    EMPTY_429_AT_ONCE(Code.NOT_THE_CONTRACT, json(429, "", "Retry-After: 0")),
    EMPTY_500(Code.SERVER_FAULT, json(500, "")),
    JSON_500(Code.SERVER_FAULT, json(500, "{\"code\":\"INTERNAL\"}")),
    EMPTY_503(Code.SERVER_FAULT, json(503, "")),
    EMPTY_503_WITH_A_WAIT(Code.SERVER_FAULT, json(503, "", "Retry-After: 30")),
    /** An HTTP library may take this for leave to send the same again by itself. */
    EMPTY_503_AT_ONCE(Code.SERVER_FAULT, json(503, "", "Retry-After: 0")),
    PROBLEM_OF_ANOTHER_SHAPE(Code.NOT_THE_CONTRACT, json(422, "{\"error\":\"no\"}")),
    PROBLEM_NULL(Code.NOT_THE_CONTRACT, json(422, "null")),
    CONFLICT_NULL(Code.NOT_THE_CONTRACT, json(409, "null")),
    JSON_AS_TEXT(Code.NOT_JSON, HostileServer.answer(200, "text/plain", bytes("{}"))),
    JSON_WITHOUT_A_TYPE(Code.NOT_JSON, HostileServer.answer(200, "", bytes("{}"))),
    TYPE_THAT_IS_NONE(Code.NOT_JSON, HostileServer.answer(200, "json", bytes("{}"))),
    MOVED_FOR_GOOD(Code.REDIRECTED, json(301, "", "Location: /elsewhere")),
    FOUND_ELSEWHERE(Code.REDIRECTED, json(302, "", "Location: http://127.0.0.1:1/login")),
    SEE_OTHER(Code.REDIRECTED, json(303, "{}", "Location: /v1/health")),
    NOT_MODIFIED(Code.REDIRECTED, json(304, "")),
    MOVED_WITH_THE_BODY(Code.REDIRECTED, json(307, "", "Location: /v1/operations")),
    MOVED_FOR_GOOD_WITH_THE_BODY(Code.REDIRECTED, json(308, "", "Location: /v1/operations")),
    LONGER_THAN_ACCEPTED(Code.TOO_LARGE, json(200, "\"" + "x".repeat(200_000) + "\"")),
    LONGER_THAN_ACCEPTED_IN_CHUNKS(Code.TOO_LARGE, chunks()),
    SMALL_UNTIL_UNPACKED(Code.TOO_LARGE, packed()),
    HALF_A_BODY(Code.CUT, half()),
    HALF_A_CHUNK(Code.CUT, chunked("40\r\n{\"operationId\":")),
    CHUNK_WITHOUT_A_LENGTH(Code.CUT, chunked("zz\r\n{}\r\n0\r\n\r\n")),
    NOTHING_AT_ALL(Code.CUT, new byte[0]),
    HALF_A_HEAD(Code.CUT, bytes("HTTP/1.1 200 OK\r\nContent-Type: appli")),
    ANOTHER_PROTOCOL(Code.CUT, bytes("SSH-2.0-OpenSSH_9.9\r\n\r\n")),
    TIME_THAT_IS_NONE(Code.NOT_THE_CONTRACT, json(200, "{}", it.sportello.api.Headers.SERVER_TIME + ": soon")),
    POSITION_THAT_IS_NONE(Code.NOT_THE_CONTRACT, json(409, "{}", it.sportello.api.Headers.EXPECTED_SEQUENCE + ": -1"));

    private final Code fault;
    /** One character for each byte. */
    private final String bytes;

    HostileAnswer(Code fault, byte[] bytes) {
        this.fault = fault;
        this.bytes = new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /** What the desk must call it. */
    public Code fault() {
        return fault;
    }

    public HostileServer.Misdeed misdeed() {
        return HostileServer.writes(bytes.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] html(int status) {
        return HostileServer.answer(status, "text/html; charset=utf-8", bytes("<html>Rete ospiti</html>"));
    }

    private static byte[] json(int status, String body, String... headers) {
        return HostileServer.answer(status, "application/json", bytes(body), headers);
    }

    private static byte[] half() {
        byte[] whole = json(200, "{\"operationId\":\"01936f00-0000-7000-8000-000000000001\",\"flags\":[]}");
        return Arrays.copyOf(whole, whole.length - 20);
    }

    private static byte[] chunked(String rest) {
        return bytes("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n"
                + "Transfer-Encoding: chunked\r\n\r\n"
                + rest);
    }

    private static byte[] chunks() {
        return chunked("8000\r\n" + "x".repeat(0x8000) + "\r\n" + "20000\r\n" + "x".repeat(0x20000) + "\r\n0\r\n\r\n");
    }

    private static byte[] packed() {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(new byte[1_000_000]);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return HostileServer.answer(200, "application/json", packed.toByteArray(), "Content-Encoding: gzip");
    }
}
