package it.sportello.backend;

import java.nio.file.Path;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/**
 * How a server is started.
 *
 * @param home folder of the embedded PostgreSQL and its lock
 * @param port port on loopback; 0 takes a free one
 * @param jdbcUrl an external PostgreSQL, null for the embedded one
 * @param clock every moment that the server writes or compares
 */
public record BackendSettings(Path home, int port, @Nullable String jdbcUrl, Clock clock) {}
