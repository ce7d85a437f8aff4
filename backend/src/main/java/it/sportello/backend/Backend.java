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

/** The central server of reference, running. Bound to loopback; several may share one database. */
public final class Backend implements AutoCloseable {
    private static final Duration IDLE = Duration.ofMinutes(5);
    private static final Duration READ = Duration.ofSeconds(30);
    private static final Duration GRACE = Duration.ofSeconds(5);
    private static final int CONCURRENT = 500;

    private final Database database;
    private final WebServer server;

    private Backend(Database database, WebServer server) {
        this.database = database;
        this.server = server;
    }

    /** Starts the store, brings its schema up to date, and answers when it returns. */
    public static Backend start(BackendSettings settings) {
        String url = settings.jdbcUrl();
        Database database = url == null ? Database.embedded(settings.home()) : Database.external(url);
        WebServer server = null;
        try {
            server = serve(settings, database);
            return new Backend(database, server);
        } finally {
            if (server == null) {
                database.close();
            }
        }
    }

    private static WebServer serve(BackendSettings settings, Database database) {
        Routes routes = new Routes(database, settings.clock());
        return WebServer.builder()
                .address(InetAddress.getLoopbackAddress())
                .port(settings.port())
                .shutdownHook(false)
                .shutdownGracePeriod(GRACE)
                .idleConnectionTimeout(IDLE)
                .connectionOptions(options -> options.readTimeout(READ))
                .maxConcurrentRequests(CONCURRENT)
                .routing(routing -> route(routing, routes, settings.clock()))
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
