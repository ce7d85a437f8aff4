package it.sportello.offlinecache.cache;

import it.sportello.offlinecache.database.Schema;
import java.util.List;

/**
 * The tables of the cache. Whatever is personal is sealed in {@code body}; look-ups go by keyed hash; the rest is
 * opaque identifiers, versions and times.
 */
final class CacheSchema {
    private static final int APPLICATION = 0x53504331;

    private CacheSchema() {}

    static Schema schema() {
        List<String> first = List.of(
                "CREATE TABLE person(id TEXT PRIMARY KEY, version INTEGER NOT NULL, as_of TEXT NOT NULL,"
                        + " body BLOB NOT NULL) STRICT, WITHOUT ROWID",
                "CREATE TABLE lookup(hash TEXT NOT NULL, person TEXT NOT NULL REFERENCES person(id) ON DELETE CASCADE,"
                        + " PRIMARY KEY(hash, person)) STRICT, WITHOUT ROWID",
                "CREATE INDEX lookup_person ON lookup(person)",
                thing("exemption", ""),
                thing("due", ""),
                thing("booking", " site TEXT NOT NULL, day TEXT NOT NULL,"),
                "CREATE INDEX exemption_person ON exemption(person)",
                "CREATE INDEX due_person ON due(person)",
                "CREATE INDEX booking_person ON booking(person)",
                "CREATE INDEX booking_day ON booking(site, day)",
                "CREATE TABLE day_list(site TEXT NOT NULL, day TEXT NOT NULL, as_of TEXT NOT NULL,"
                        + " PRIMARY KEY(site, day)) STRICT, WITHOUT ROWID",
                "CREATE TABLE block(name TEXT PRIMARY KEY, as_of TEXT NOT NULL, body BLOB NOT NULL) STRICT,"
                        + " WITHOUT ROWID");
        return new Schema(APPLICATION, List.of(first));
    }

    private static String thing(String name, String more) {
        return "CREATE TABLE " + name + "(id TEXT PRIMARY KEY, person TEXT NOT NULL," + more
                + " version INTEGER NOT NULL, as_of TEXT NOT NULL, body BLOB NOT NULL) STRICT, WITHOUT ROWID";
    }
}
