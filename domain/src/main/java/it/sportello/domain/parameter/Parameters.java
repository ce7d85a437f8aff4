package it.sportello.domain.parameter;

import it.sportello.domain.internal.CsvTable;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Every number of the law and of the authority: dated, in four layers, resolved at the reference date of the event and
 * never at "today" by default. Immutable; {@link #within} gives the view of one place.
 *
 * <p>The most specific layer that has a row in force wins; within a layer the row that began last, and among equals the
 * one given last.
 */
public final class Parameters {
    private final List<ParameterRow> rows;
    private final ParameterScope scope;
    private final Map<String, List<ParameterRow>> byKey;

    private Parameters(List<ParameterRow> rows, ParameterScope scope, Map<String, List<ParameterRow>> byKey) {
        this.rows = rows;
        this.scope = scope;
        this.byKey = byKey;
    }

    /** The values of these rows, seen from no particular place: only the national layer counts until {@link #within}. */
    public static Parameters of(Collection<ParameterRow> rows) {
        Map<String, List<ParameterRow>> byKey = new HashMap<>();
        for (ParameterRow row : rows) {
            ParameterLayer.of(row.layer());
            byKey.computeIfAbsent(row.key(), key -> new ArrayList<>()).add(row);
        }
        return new Parameters(List.copyOf(rows), ParameterScope.NATIONAL, Map.copyOf(byKey));
    }

    /** The table that comes with the product, with its source in every row. */
    public static Parameters shipped() {
        List<ParameterRow> rows = new ArrayList<>();
        for (List<String> row : CsvTable.read(Parameters.class, "parameters.csv")) {
            rows.add(new ParameterRow(
                    row.get(0),
                    row.get(1),
                    row.get(2),
                    row.get(3),
                    CsvTable.date(row.get(4)),
                    CsvTable.date(row.get(5)),
                    row.get(6)));
        }
        return of(rows);
    }

    /** The same values seen from a region, an authority, a site. */
    public Parameters within(ParameterScope place) {
        return new Parameters(rows, place, byKey);
    }

    /** These rows with others after them, which win over equal ones; the place stays the same. */
    public Parameters plus(Collection<ParameterRow> more) {
        List<ParameterRow> all = new ArrayList<>(rows);
        all.addAll(more);
        return of(all).within(scope);
    }

    /**
     * The value on a day.
     *
     * @throws ParameterException when there is none or it cannot be read; the message names key and date
     */
    public <T> T get(ParameterKey<T> key, LocalDate day) {
        ParameterRow row = row(key.name(), day);
        if (row == null) {
            throw new ParameterException(key.name(), day, "no value at " + scope);
        }
        return read(key, row, day);
    }

    /** The value on a day, empty when there is none. */
    public <T> Optional<T> find(ParameterKey<T> key, LocalDate day) {
        ParameterRow row = row(key.name(), day);
        return row == null ? Optional.empty() : Optional.of(read(key, row, day));
    }

    /** The row that decides on a day, with its source, for whoever asks why; null when there is none. */
    public @Nullable ParameterRow row(String key, LocalDate day) {
        ParameterRow best = null;
        for (ParameterRow row : byKey.getOrDefault(key, List.of())) {
            if (row.isInForce(day) && concerns(row) && (best == null || !beats(best, row))) {
                best = row;
            }
        }
        return best;
    }

    public List<ParameterRow> rows() {
        return rows;
    }

    public ParameterScope scope() {
        return scope;
    }

    private boolean concerns(ParameterRow row) {
        ParameterLayer layer = ParameterLayer.of(row.layer());
        return layer == ParameterLayer.NATIONAL
                || (!row.scope().isEmpty() && row.scope().equals(scope.at(layer)));
    }

    private static boolean beats(ParameterRow best, ParameterRow other) {
        int byLayer = ParameterLayer.of(best.layer()).compareTo(ParameterLayer.of(other.layer()));
        return byLayer != 0 ? byLayer > 0 : began(best).isAfter(began(other));
    }

    private static LocalDate began(ParameterRow row) {
        return row.validFrom() == null ? LocalDate.MIN : row.validFrom();
    }

    private static <T> T read(ParameterKey<T> key, ParameterRow row, LocalDate day) {
        try {
            return key.reader().apply(row.value());
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new ParameterException(
                    key.name(), day, "unreadable value \"" + row.value() + "\", source " + row.source());
        }
    }
}
