/** The central server of reference, on PostgreSQL. */
@org.jspecify.annotations.NullMarked
module it.sportello.backend {
    requires static org.jspecify;
    requires it.sportello.domain;
    requires it.sportello.api;
    requires com.zaxxer.hikari;
    requires embedded.postgres;
    requires flyway.core;
    requires io.helidon.webserver;
    requires java.sql;
    requires org.bouncycastle.provider;
    requires org.jdbi.v3.core;
    requires org.jdbi.v3.postgres;
    requires org.postgresql.jdbc;
    requires org.slf4j;
}
