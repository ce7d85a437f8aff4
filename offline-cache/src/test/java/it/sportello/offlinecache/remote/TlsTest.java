package it.sportello.offlinecache.remote;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import it.sportello.offlinecache.TestSync;
import it.sportello.offlinecache.ThreadGuard;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Only the authority's certificates are trusted: another one, another name or an old date is no server of ours. */
@Tag("R-SEC-5")
class TlsTest {
    private static final char[] PASSWORD = "password".toCharArray();

    @TempDir
    private Path folder;

    /** An authority of its own and a server's certificate signed by it. */
    private record Issued(KeyStore server, X509Certificate authority) {}

    private Issued issue(String file, String name, String... more)
            throws IOException, InterruptedException, GeneralSecurityException {
        Path path = folder.resolve(file + ".p12");
        keytool(path, "-alias", "authority", "-dname", "CN=Authority " + file, "-ext", "bc:c");
        List<String> leaf = new ArrayList<>(
                List.of("-alias", "leaf", "-dname", "CN=" + file, "-ext", "san=" + name, "-signer", "authority"));
        leaf.addAll(List.of(more));
        keytool(path, leaf.toArray(String[]::new));
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(path)) {
            store.load(in, PASSWORD);
        }
        X509Certificate authority = (X509Certificate) store.getCertificate("authority");
        store.deleteEntry("authority");
        return new Issued(store, authority);
    }

    private static void keytool(Path file, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-storetype",
                "PKCS12",
                "-keystore",
                file.toString(),
                "-storepass",
                "password"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(30, TimeUnit.SECONDS) && process.exitValue() == 0, said);
    }

    private static Answer<Health> ask(KeyStore served, X509Certificate trusted)
            throws IOException, GeneralSecurityException {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(served, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        server.createContext("/", exchange -> {
            byte[] body = "{\"status\":\"UP\"}".getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        BackendOptions options = new BackendOptions(
                URI.create("https://127.0.0.1:" + server.getAddress().getPort()),
                Duration.ofSeconds(5),
                Duration.ofSeconds(5),
                Duration.ofSeconds(10),
                100_000,
                List.of(trusted));
        try (BackendClient client = new BackendClient(
                options, TestSync.credentials(), ExchangeListener.NONE, ThreadGuard.NONE, System::nanoTime)) {
            return client.health();
        } finally {
            server.stop(0);
        }
    }

    private static void refused(Answer<Health> answer) {
        BackendFault fault = assertInstanceOf(Answer.NotConfirmed.class, answer).cause();
        assertEquals(BackendFault.Code.NOT_TRUSTED, fault.code());
        assertFalse(fault.canRetry());
    }

    @Test
    void theAuthoritysCertificateAloneIsTrusted() throws IOException, InterruptedException, GeneralSecurityException {
        Issued ours = issue("ours", "ip:127.0.0.1");
        Issued other = issue("other", "ip:127.0.0.1");
        Issued named = issue("named", "dns:elsewhere.example");
        Issued old = issue("old", "ip:127.0.0.1", "-startdate", "-30d", "-validity", "10");
        assertEquals(new Answer.Done<>(new Health("UP")), ask(ours.server(), ours.authority()));
        refused(ask(other.server(), ours.authority()));
        refused(ask(named.server(), named.authority()));
        refused(ask(old.server(), old.authority()));
    }
}
