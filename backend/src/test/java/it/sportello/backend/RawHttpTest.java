package it.sportello.backend;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.api.Headers;
import it.sportello.api.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bytes that no well-behaved client sends: the server answers or hangs up, tells nothing, and goes on serving. */
class RawHttpTest {
    private static final int PATIENCE_MILLIS = 20_000;

    private final TestServer server = TestServer.shared();

    /**
     * What comes back until the server hangs up. The server may hang up while this side is still talking: then the write
     * fails, and what was answered before is what counts.
     */
    private String talk(byte[] request) throws IOException {
        try (Socket socket = new Socket(
                InetAddress.getLoopbackAddress(), server.backend.uri().getPort())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            Thread listener = Thread.ofVirtual().start(() -> listen(socket, answer));
            try {
                socket.getOutputStream().write(request);
                socket.getOutputStream().flush();
                socket.shutdownOutput();
            } catch (SocketException hungUp) {
                // what counts is the answer
            }
            listener.join();
            return answer.toString(StandardCharsets.ISO_8859_1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException(e.getMessage());
        }
    }

    /** Keeps what arrives as it arrives: a reset after the answer does not take the answer away. */
    private static void listen(Socket socket, ByteArrayOutputStream answer) {
        try {
            socket.getInputStream().transferTo(answer);
        } catch (SocketException reset) {
            // the server hung up
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String talk(String request) throws IOException {
        return talk(request.getBytes(StandardCharsets.ISO_8859_1));
    }

    private void assertHarmless(String answer) {
        String lower = answer.toLowerCase(Locale.ROOT);
        for (String leak :
                new String[] {"exception", "it.sportello", "io.helidon", "\tat ", "root:", "/etc/", "<html"}) {
            assertFalse(lower.contains(leak), () -> leak + " in " + answer);
        }
        assertFalse(answer.startsWith("HTTP/1.1 200"), answer);
        assertFalse(answer.startsWith("HTTP/1.1 500"), answer);
        assertTrue(server.send("GET", "/v1/health", java.util.Map.of(), new byte[0])
                        .status()
                == 200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/../../../etc/passwd",
                "/v1/../../etc/passwd",
                "/v1/persons/../../../../etc/passwd",
                "/v1/..%2f..%2fetc/passwd",
                "/v1/%2e%2e/%2e%2e/etc/passwd",
                "/v1/%252e%252e/etc/passwd",
                "/v1/..;/persons/search",
                "//etc/passwd",
                "/v1//persons///search",
                "/v1/persons/search%00.html",
                "/v1/sites/S1/../../persons/search",
                "/sql-migrations/V001__working_day.sql",
                "/it/sportello/api/openapi.yaml",
                "/.git/config",
                "/v1/%ff%fe",
                "/v1/%zz",
                "/v1/feed?after=%zz",
                "http://example.org/v1/persons/search",
                "*"
            })
    void aPathThatLeadsOutFindsNothing(String path) throws IOException {
        assertHarmless(talk("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GARBAGE\r\n\r\n",
                "GET\r\n\r\n",
                "GET /v1/feed\r\n\r\n",
                "GET /v1/feed HTTP/9.9\r\nHost: a\r\n\r\n",
                "GET /v1/feed HTTP/1.1\r\n\r\n",
                "GET /v1/feed HTTP/1.1\r\nHost: a\r\nBroken header\r\n\r\n",
                "GET /v1/feed HTTP/1.1\r\nHost: a\r\n: empty\r\n\r\n",
                "POST /v1/operations HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n",
                "POST /v1/operations HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999999999999999\r\n\r\n",
                "POST /v1/operations HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\nContent-Length: 20\r\n\r\n",
                "POST /v1/operations HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\n\r\n",
                "POST /v1/operations HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n-5\r\n\r\n",
                "\u0000\u0001\u0002\u0003",
                "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003"
            })
    void whatIsNoHttpIsAnsweredOrHungUpOn(String request) throws IOException {
        assertHarmless(talk(request));
    }

    @Test
    void endlessHeadersAreCutOff() throws IOException {
        assertHarmless(talk("GET /v1/feed HTTP/1.1\r\nHost: a\r\nX-Long: " + "a".repeat(200_000) + "\r\n\r\n"));
        assertHarmless(talk("GET /" + "a".repeat(100_000) + " HTTP/1.1\r\nHost: a\r\n\r\n"));
    }

    @Test
    void aBodyWithoutALengthIsCountedToo() throws IOException {
        TestDesk desk = TestDesk.with("CUP");
        StringBuilder request = new StringBuilder("POST /v1/persons/view HTTP/1.1\r\nHost: a\r\n");
        request.append("Transfer-Encoding: chunked\r\nConnection: close\r\n");
        request.append(Headers.DESK).append(": ").append(desk.id).append("\r\n");
        request.append(Headers.DESK_SECRET)
                .append(": ")
                .append(desk.enrolled.secret())
                .append("\r\n");
        request.append("Authorization: Bearer ").append(desk.session.token()).append("\r\n\r\n");
        String chunk = Integer.toHexString(65_536) + "\r\n" + " ".repeat(65_536) + "\r\n";
        request.append(chunk.repeat(Json.MAX_BODY_BYTES / 65_536 + 1)).append("0\r\n\r\n");
        String answer = talk(request.toString());
        assertTrue(answer.startsWith("HTTP/1.1 413"), answer);
        assertTrue(answer.contains("TOO_LARGE"), answer);
    }

    @Test
    void aBodyCutShortStoresNothing() throws IOException {
        TestDesk desk = TestDesk.with("CASHIER");
        TestDesk.Ready opening = desk.opening(1_000);
        StringBuilder head = new StringBuilder("POST /v1/operations HTTP/1.1\r\nHost: a\r\nConnection: close\r\n");
        opening.headers()
                .forEach((name, value) ->
                        head.append(name).append(": ").append(value).append("\r\n"));
        head.append("Content-Length: ").append(opening.body().length).append("\r\n\r\n");
        byte[] start = head.toString().getBytes(StandardCharsets.ISO_8859_1);
        byte[] request = java.util.Arrays.copyOf(start, start.length + opening.body().length / 2);
        System.arraycopy(opening.body(), 0, request, start.length, opening.body().length / 2);
        assertHarmless(talk(request));
        assertTrue(desk.send(opening).status() == 201, "the whole body is applied afterwards");
    }
}
