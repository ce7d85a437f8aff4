package it.sportello.offlinecache.database;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Work on one connection inside one transaction. */
@FunctionalInterface
public interface SqlWork<T extends @Nullable Object> {
    T on(Statements statements) throws SQLException;
}
