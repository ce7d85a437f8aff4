package it.sportello.offlinecache.database;

import java.sql.ResultSet;
import java.sql.SQLException;

/** Makes a value of the row on which a result stands. */
@FunctionalInterface
public interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
}
