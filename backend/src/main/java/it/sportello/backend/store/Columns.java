package it.sportello.backend.store;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads columns of a row as the types of the wire. */
public final class Columns {
    private Columns() {}

    public static Optional<String> optionalText(ResultSet row, String name) throws SQLException {
        return Optional.ofNullable(row.getString(name));
    }

    public static @Nullable String nullableText(ResultSet row, String name) throws SQLException {
        return row.getString(name);
    }

    public static LocalDate date(ResultSet row, String name) throws SQLException {
        return row.getObject(name, LocalDate.class);
    }

    public static @Nullable LocalDate nullableDate(ResultSet row, String name) throws SQLException {
        return row.getObject(name, LocalDate.class);
    }

    public static Optional<LocalDate> optionalDate(ResultSet row, String name) throws SQLException {
        return Optional.ofNullable(nullableDate(row, name));
    }

    /** Civil time of Europe/Rome. */
    public static LocalDateTime civil(ResultSet row, String name) throws SQLException {
        return row.getObject(name, LocalDateTime.class);
    }

    public static Instant instant(ResultSet row, String name) throws SQLException {
        return row.getObject(name, OffsetDateTime.class).toInstant();
    }

    public static Optional<Instant> optionalInstant(ResultSet row, String name) throws SQLException {
        return Optional.ofNullable(row.getObject(name, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    public static Optional<Integer> optionalInteger(ResultSet row, String name) throws SQLException {
        int value = row.getInt(name);
        return row.wasNull() ? Optional.empty() : Optional.of(value);
    }

    public static List<String> texts(ResultSet row, String name) throws SQLException {
        Array array = row.getArray(name);
        return List.of((String[]) array.getArray());
    }
}
