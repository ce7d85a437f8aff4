/** The central server of reference, on PostgreSQL. */
@org.jspecify.annotations.NullMarked
module it.sportello.backend {
    requires static org.jspecify;
    requires it.sportello.domain;
    requires transitive it.sportello.api;
    requires ch.qos.logback.classic;
    requires com.zaxxer.hikari;
    requires embedded.postgres;
    requires flyway.core;
    requires io.helidon.webserver;
    requires java.sql;
    requires org.bouncycastle.provider;
    requires transitive org.jdbi.v3.core;
    requires org.jdbi.v3.postgres;
    requires org.postgresql.jdbc;
    requires org.slf4j;
    // Used by automatic modules (embedded.postgres, flyway.core, org.jdbi.v3.core), which cannot ask for them.
    requires io.leangen.geantyref;
    requires org.apache.commons.codec;
    requires org.apache.commons.compress;
    requires org.apache.commons.io;
    requires org.apache.commons.lang3;
    requires org.tukaani.xz;

    exports it.sportello.backend;
    exports it.sportello.backend.sample;
    exports it.sportello.backend.store;
    exports it.sportello.backend.log to
            ch.qos.logback.classic,
            ch.qos.logback.core;
}
