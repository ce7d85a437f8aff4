package it.sportello.offlinecache;

import it.sportello.api.Json;
import it.sportello.api.Operation;
import it.sportello.api.OperationAnswer;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A server made of nothing but sockets, so that it can answer what no HTTP library would: it writes the bytes it was
 * told, in order, and closes. Told nothing, it stores the operation that came.
 */
public final class HostileServer implements AutoCloseable {
    private final ServerSocket socket;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Deque<Misdeed> next = new ArrayDeque<>();
    private final List<Received> received = new ArrayList<>();

    /** What is done with a connection once the request was read. */
    public interface Misdeed {
        void to(Socket connection) throws IOException;
    }

    /** A request as it came. */
    public record Received(String line, String head, String body) {
        /** The operation in it. */
        public Operation operation() {
            return Json.strict().readValue(body, Operation.class);
        }
    }

    public HostileServer() {
        try {
            socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        threads.execute(this::accept);
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/");
    }

    /** The next requests meet these, in order. */
    public synchronized void next(Misdeed... misdeeds) {
        next.addAll(List.of(misdeeds));
    }

    public synchronized List<Received> received() {
        return List.copyOf(received);
    }

    /** Misdeeds that met nobody yet. */
    public synchronized int left() {
        return next.size();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                threads.execute(() -> serve(connection));
            } catch (SocketException closed) {
                return;
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            Optional<Received> request = read(new BufferedInputStream(connection.getInputStream()));
            if (request.isEmpty()) {
                return;
            }
            Misdeed misdeed;
            synchronized (this) {
                received.add(request.get());
                misdeed = next.poll();
            }
            if (misdeed == null) {
                connection.getOutputStream().write(stored(request.get().operation()));
            } else {
                misdeed.to(connection);
            }
        } catch (IOException gone) {
            // the desk hung up first, as it does after a time-out
            return;
        }
    }

    private static Optional<Received> read(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int one = in.read();
            if (one < 0) {
                return Optional.empty();
            }
            head.append((char) one);
        }
        String text = head.toString();
        byte[] body = in.readNBytes(length(text));
        return Optional.of(
                new Received(text.substring(0, text.indexOf("\r\n")), text, new String(body, StandardCharsets.UTF_8)));
    }

    private static int length(String head) {
        return head.toLowerCase(Locale.ROOT)
                .lines()
                .filter(line -> line.startsWith("content-length:"))
                .mapToInt(line -> Integer.parseInt(
                        line.substring("content-length:".length()).strip()))
                .findFirst()
                .orElse(0);
    }

    /** The bytes of the answer of a server that took an operation. */
    public static byte[] stored(Operation operation) {
        return answer(201, "application/json", answerTo(operation));
    }

    /** The body of that answer. */
    public static byte[] answerTo(Operation operation) {
        OperationAnswer answer = new OperationAnswer(operation.id(), List.of(), TestDesk.MORNING, Optional.empty());
        return Json.strict().writeValueAsBytes(answer);
    }

    /** A whole answer; {@code headers} are further lines of the head. */
    public static byte[] answer(int status, String type, byte[] body, String... headers) {
        List<String> lines = new ArrayList<>(List.of("HTTP/1.1 " + status + " X", "Connection: close"));
        lines.add("Content-Length: " + body.length);
        if (!type.isEmpty()) {
            lines.add("Content-Type: " + type);
        }
        lines.addAll(List.of(headers));
        return joined((String.join("\r\n", lines) + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1), body);
    }

    /** Bytes behind bytes. */
    public static byte[] joined(byte[] first, byte[] second) {
        byte[] both = java.util.Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    /** A misdeed that writes bytes and closes. */
    public static Misdeed writes(byte[] bytes) {
        return connection -> {
            OutputStream out = connection.getOutputStream();
            out.write(bytes);
            out.flush();
        };
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        threads.shutdownNow();
    }
}
