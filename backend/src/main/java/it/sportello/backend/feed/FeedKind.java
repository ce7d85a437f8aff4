package it.sportello.backend.feed;

import it.sportello.backend.session.Permission;
import java.util.Locale;

/** What the feed tells of, and the permission without which it is not told. */
enum FeedKind {
    PERSON(Permission.PERSONS),
    DUE(Permission.PERSONS),
    BOOKING(Permission.PERSONS),
    EXEMPTION(Permission.PERSONS),
    /** Numbers and states of tickets: nobody's data. */
    QUEUE(Permission.WORK);

    private final Permission permission;

    FeedKind(Permission permission) {
        this.permission = permission;
    }

    Permission permission() {
        return permission;
    }

    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
