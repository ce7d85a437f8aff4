package it.sportello.offlinecache.remote;

import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;

/**
 * Where the server is and how long to wait.
 *
 * @param base address of the server, such as {@code https://sportello.example/}; the version is added by the client
 * @param connect longest wait for a connection
 * @param read longest wait for the next byte of an answer
 * @param call longest duration of a whole exchange
 * @param largestAnswer longest answer accepted, in bytes
 * @param authorities the only authorities trusted for TLS; empty trusts those of the platform
 */
public record BackendOptions(
        URI base,
        Duration connect,
        Duration read,
        Duration call,
        long largestAnswer,
        List<X509Certificate> authorities) {
    private static final long LARGEST = 16L * 1024 * 1024;

    public BackendOptions {
        authorities = List.copyOf(authorities);
    }

    /** Waits that suit a counter with a citizen in front of it. */
    public static BackendOptions at(URI base) {
        return new BackendOptions(
                base, Duration.ofSeconds(3), Duration.ofSeconds(10), Duration.ofSeconds(15), LARGEST, List.of());
    }
}
