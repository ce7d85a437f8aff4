package it.sportello.domain.exemption;

import java.util.Set;

/**
 * One code of the catalogue.
 *
 * @param code the canonical spelling
 * @param aliases other spellings of the same exemption, former regional codes among them
 * @param description Italian, as prints and lists show it
 * @param assignable whether the desk may register it today
 * @param region whose code it is, empty for national ones
 * @param replacedBy the codes that took its place, empty when none did
 */
public record ExemptionCode(
        String code,
        Set<String> aliases,
        String description,
        ExemptionOrigin origin,
        ExemptionScope scope,
        DurationRule duration,
        boolean assignable,
        String region,
        Set<String> replacedBy) {
    public ExemptionCode {
        aliases = Set.copyOf(aliases);
        replacedBy = Set.copyOf(replacedBy);
    }

    /** Lives on the prescription alone, such as ordinary pregnancy. */
    public boolean isOnPrescriptionOnly() {
        return duration.kind() == DurationRule.Kind.PRESCRIPTION;
    }

    /** No longer given: readable on old data, never offered. */
    public boolean isClosed() {
        return !assignable && !isOnPrescriptionOnly();
    }

    ExemptionCode named(String other) {
        return new ExemptionCode(other, Set.of(), description, origin, scope, duration, assignable, region, replacedBy);
    }
}
