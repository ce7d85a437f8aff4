/** What the desk keeps: the durable journal, the cache, sealing, and the sync with the server. */
@org.jspecify.annotations.NullMarked
module it.sportello.offlinecache {
    requires static org.jspecify;
    requires transitive it.sportello.domain;
    requires transitive it.sportello.api;
    requires java.sql;
    requires okhttp3;
    requires org.bouncycastle.provider;
    requires org.slf4j;
    requires org.xerial.sqlitejdbc;

    exports it.sportello.offlinecache;
    exports it.sportello.offlinecache.cache;
    exports it.sportello.offlinecache.desk;
    exports it.sportello.offlinecache.journal;
    exports it.sportello.offlinecache.remote;
    exports it.sportello.offlinecache.seal;
    exports it.sportello.offlinecache.sync;
}
