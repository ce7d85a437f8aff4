package it.sportello.backend.session;

import java.util.Set;

/** An operator signed in at a desk. */
public record Caller(DeskIdentity identity, String sessionId, String operatorId, Set<Role> roles) {
    public String deskId() {
        return identity.deskId();
    }

    public String siteId() {
        return identity.desk().siteId();
    }

    public boolean has(Permission permission) {
        return permission.isGiven(roles, identity.desk());
    }
}
