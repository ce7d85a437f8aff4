package it.sportello.offlinecache.journal;

import it.sportello.offlinecache.database.Database;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What this desk did, read from the journal's file. */
final class SqliteLocalFacts implements LocalFacts {
    private final Database database;
    private final FactTable table;

    SqliteLocalFacts(Database database, FactTable table) {
        this.database = database;
        this.table = table;
    }

    @Override
    public Map<String, List<Settlement>> settlements(Collection<String> dueIds) {
        return database.read(statements -> {
            Map<String, List<Settlement>> found = new HashMap<>();
            for (String due : dueIds) {
                List<Settlement> one = table.settlements(statements, due);
                if (!one.isEmpty()) {
                    found.put(due, List.copyOf(one));
                }
            }
            return Map.copyOf(found);
        });
    }

    @Override
    public Optional<Acceptance> acceptance(String bookingId) {
        return database.read(statements -> table.acceptance(statements, bookingId));
    }
}
