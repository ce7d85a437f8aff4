package it.sportello.quality.day.place;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

class LineCutterTest {
    @Test
    void aCutLineFailsAndAMendedOneWorksAgain() throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
        URI backend = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        try (LineCutter line = LineCutter.before(backend)) {
            assertEquals(204, ask(line.uri()));
            line.cut();
            assertThrows(IOException.class, () -> ask(line.uri()));
            line.mend();
            assertEquals(204, ask(line.uri()));
        } finally {
            server.stop(0);
        }
    }

    private static int ask(URI uri) throws IOException, InterruptedException {
        HttpClient client = HttpClient.newHttpClient();
        return client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }
}
