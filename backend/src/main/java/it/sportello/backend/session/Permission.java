package it.sportello.backend.session;

import it.sportello.api.Sessions.Desk;
import java.util.Set;

/** What the server lets whom do (health-administration reference §11). */
public enum Permission {
    /** The frame of the day: parameters, sign-out, desk, feed, queue. */
    WORK(Role.CASHIER, Role.CUP, Role.AUR, Role.SUPERVISOR, Role.CASH_RESPONSIBLE, Role.AUDITOR),
    /** Searching and viewing persons. */
    PERSONS(Role.CASHIER, Role.CUP, Role.AUR, Role.SUPERVISOR, Role.CASH_RESPONSIBLE),
    /** Calling numbers of the queue. */
    QUEUE(Role.CASHIER, Role.CUP, Role.AUR, Role.SUPERVISOR),
    /** Booking and acceptance; the registry's operators only at multifunction desks. */
    BOOKING(Role.CASHIER, Role.CUP),
    /** Collecting money and issuing documents; the registry's operators only at multifunction desks. */
    TILL(Role.CASHIER, Role.CASH_RESPONSIBLE),
    /** Registering exemptions. */
    EXEMPTIONS(Role.AUR),
    /** Reading ledgers and access logs of desks other than one's own. */
    CONTROL(Role.SUPERVISOR, Role.CASH_RESPONSIBLE, Role.AUDITOR);

    private static final String MULTIFUNCTION = "MULTIFUNCTION";

    @SuppressWarnings("ImmutableEnumChecker") // an unmodifiable set
    private final Set<Role> roles;

    Permission(Role... roles) {
        this.roles = Set.of(roles);
    }

    /** Whether somebody with these roles has it at this desk. */
    public boolean isGiven(Set<Role> held, Desk desk) {
        if (held.stream().anyMatch(roles::contains)) {
            return true;
        }
        return (this == BOOKING || this == TILL)
                && held.contains(Role.AUR)
                && desk.profiles().contains(MULTIFUNCTION);
    }
}
