package it.sportello.app.wiring;

import it.sportello.api.Sessions;
import it.sportello.domain.parameter.ParameterKey;
import it.sportello.domain.parameter.ParameterLayer;
import it.sportello.domain.parameter.ParameterRow;
import it.sportello.domain.parameter.ParameterScope;
import it.sportello.domain.parameter.Parameters;
import it.sportello.offlinecache.cache.LocalCache;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The dated parameters in force for this desk: those shipped with the program, under those the server gave last. Any
 * thread may read.
 */
public final class DeskParameters {
    private static final String BLOCK = "parameters";

    private final LocalCache cache;
    private final Clock clock;
    private volatile Parameters current;

    /** Starts from what the server gave in an earlier run; waits for the cache. */
    public DeskParameters(LocalCache cache, Clock clock) {
        this.cache = cache;
        this.clock = clock;
        this.current = Parameters.shipped();
        cache.block(BLOCK, Sessions.ParameterTable.class).ifPresent(block -> current = with(block.value()));
    }

    /** The server gave its table; kept for the next run. Waits for the cache. */
    public void update(Sessions.ParameterTable table) {
        current = with(table);
        cache.putBlock(BLOCK, table);
    }

    public Parameters now() {
        return current;
    }

    /** The value in force today, Europe/Rome. */
    public <T> T get(ParameterKey<T> key) {
        return current.get(key, LocalDate.ofInstant(clock.instant(), clock.getZone()));
    }

    private static Parameters with(Sessions.ParameterTable table) {
        List<ParameterRow> rows = table.rows().stream().map(DeskParameters::row).toList();
        ParameterScope scope = new ParameterScope(
                scopeOf(rows, ParameterLayer.REGION),
                scopeOf(rows, ParameterLayer.AUTHORITY),
                scopeOf(rows, ParameterLayer.SITE));
        return Parameters.shipped().plus(rows).within(scope);
    }

    // The server sends only what concerns this desk, so each layer has one place.
    private static String scopeOf(List<ParameterRow> rows, ParameterLayer layer) {
        return rows.stream()
                .filter(row -> row.layer().equals(layer.code()))
                .map(ParameterRow::scope)
                .findFirst()
                .orElse("");
    }

    private static ParameterRow row(Sessions.ParameterRow row) {
        @Nullable LocalDate until = row.validTo().isPresent() ? row.validTo().get() : null;
        return new ParameterRow(row.layer(), row.scope(), row.key(), row.value(), row.validFrom(), until, row.source());
    }
}
