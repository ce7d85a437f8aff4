package it.sportello.backend;

import io.helidon.http.HeaderValues;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import it.sportello.api.Headers;
import it.sportello.api.ProblemCode;
import it.sportello.backend.http.ProblemMapper;
import it.sportello.backend.http.Refusal;
import it.sportello.backend.store.Database;
import java.net.InetAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.function.LongSupplier;

/** The central server of reference, running. Bound to loopback; several may share one database. */
public final class Backend implements AutoCloseable {
    private static final Duration IDLE = Duration.ofMinutes(5);
    private static final Duration READ = Duration.ofSeconds(30);
    private static final Duration GRACE = Duration.ofSeconds(5);
    private static final int CONCURRENT = 500;
    /** The store keeps no finer moments: what is answered at first is what is read again later. */
    private static final Duration MOMENT = Duration.ofNanos(1_000);

    private final Database database;
    private final WebServer server;

    private Backend(Database database, WebServer server) {
        this.database = database;
        this.server = server;
    }

    /** Starts the store, brings its schema up to date, and answers when it returns. */
    public static Backend start(BackendSettings settings) {
        return start(settings, System::nanoTime);
    }

    /**
     * The same with a clock of its own for the limits on calls.
     *
     * @param nanoTime only runs forward, in nanoseconds
     */
    static Backend start(BackendSettings settings, LongSupplier nanoTime) {
        String url = settings.jdbcUrl();
        Database database = url == null ? Database.embedded(settings.home()) : Database.external(url);
        WebServer server = null;
        try {
            server = serve(settings, database, nanoTime);
            return new Backend(database, server);
        } finally {
            if (server == null) {
                database.close();
            }
        }
    }

    private static WebServer serve(BackendSettings settings, Database database, LongSupplier nanoTime) {
        Clock clock = Clock.tick(settings.clock(), MOMENT);
        Routes routes = new Routes(database, clock, nanoTime);
        return WebServer.builder()
                .address(InetAddress.getLoopbackAddress())
                .port(settings.port())
                .shutdownHook(false)
                .shutdownGracePeriod(GRACE)
                .idleConnectionTimeout(IDLE)
                .connectionOptions(options -> options.readTimeout(READ))
                .maxConcurrentRequests(CONCURRENT)
                .routing(routing -> route(routing, routes, clock))
                .build()
                .start();
    }

    private static void route(HttpRouting.Builder routing, Routes routes, Clock clock) {
        ProblemMapper problems = new ProblemMapper();
        routing.error(Throwable.class, problems::handle);
        routing.addFilter((chain, request, response) -> {
            response.header(
                    HeaderValues.create(Headers.SERVER_TIME, clock.instant().toString()));
            chain.proceed();
        });
        routing.register("/v1", routes);
        routing.any((request, response) -> {
            throw Refusal.of(ProblemCode.NOT_FOUND, "no such resource");
        });
    }

    /** Where it answers, such as {@code http://127.0.0.1:8080}. */
    public URI uri() {
        return URI.create("http://127.0.0.1:" + server.port());
    }

    /** The store, to load a sample into. */
    public Database database() {
        return database;
    }

    @Override
    public void close() {
        server.stop();
        database.close();
    }
}
