package it.sportello.offlinecache.journal;

import it.sportello.domain.document.DocumentKind;
import it.sportello.domain.document.DocumentNumber;
import it.sportello.domain.document.Regime;
import it.sportello.domain.document.Series;
import it.sportello.domain.document.SeriesKey;
import it.sportello.offlinecache.StoreFault;
import it.sportello.offlinecache.database.Statements;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;

/** Counters of receipt numbers. The rule of the next number is the domain's. */
final class SeriesTable {
    private static final String COLUMNS = "regime, kind, till, epoch, year, last, last_day";
    private static final String KEY = "regime=? AND kind=? AND till=? AND epoch=? AND year=?";

    Series series(Statements statements, SeriesKey key) throws SQLException {
        return statements
                .one("SELECT " + COLUMNS + " FROM series WHERE " + KEY, SeriesTable::series, keyOf(key))
                .orElseGet(() -> Series.empty(key));
    }

    List<Series> all(Statements statements) throws SQLException {
        return statements.list("SELECT " + COLUMNS + " FROM series", SeriesTable::series);
    }

    List<Series> ofTill(Statements statements, String till) throws SQLException {
        return statements.list(
                "SELECT " + COLUMNS + " FROM series WHERE till=? ORDER BY regime, kind, epoch, year",
                SeriesTable::series,
                till);
    }

    DocumentNumber next(Statements statements, SeriesKey key, LocalDate day) throws SQLException {
        return switch (series(statements, key).next(day)) {
            case Series.Next.Numbered(DocumentNumber number, Series after) -> {
                store(statements, after, day);
                yield number;
            }
            case Series.Next.DateBackwards(LocalDate last, LocalDate asked) ->
                throw new StoreFault(
                        StoreFault.Code.DATE_BACKWARDS, key.printed() + " stands at " + last + ", asked for " + asked);
            case Series.Next.OtherYear(int year, LocalDate asked) ->
                throw new IllegalArgumentException("a number of " + year + " asked for " + asked);
            case Series.Next.Exhausted(SeriesKey full) ->
                throw new StoreFault(StoreFault.Code.SERIES_EXHAUSTED, full.printed());
        };
    }

    private static void store(Statements statements, Series after, LocalDate day) throws SQLException {
        SeriesKey key = after.key();
        statements.update(
                "INSERT INTO series(" + COLUMNS + ") VALUES(?,?,?,?,?,?,?)"
                        + " ON CONFLICT DO UPDATE SET last=excluded.last, last_day=excluded.last_day",
                key.regime().name(),
                key.kind().name(),
                key.till(),
                key.epoch(),
                key.year(),
                after.last(),
                day.toString());
    }

    private static Object[] keyOf(SeriesKey key) {
        return new Object[] {key.regime().name(), key.kind().name(), key.till(), key.epoch(), key.year()};
    }

    private static Series series(ResultSet row) throws SQLException {
        SeriesKey key = SeriesKey.of(
                Regime.valueOf(row.getString(1)),
                DocumentKind.valueOf(row.getString(2)),
                row.getString(3),
                row.getString(4),
                row.getInt(5));
        return new Series(key, row.getInt(6), LocalDate.parse(row.getString(7)));
    }
}
