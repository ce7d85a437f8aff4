package it.sportello.domain.exemption;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An exemption that a person holds. {@code toString()} does not tell the code, which is health data.
 *
 * @param personId internal id
 * @param validFrom first day
 * @param validTo last day, null when unlimited
 * @param document what it rests on: certificate, report, self-declaration
 */
public record Exemption(
        String code,
        String personId,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        ExemptionOrigin origin,
        String document) {
    public boolean isValidOn(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
    }

    /** Whether the two periods share a day. */
    public boolean overlaps(Exemption other) {
        return startsByEndOf(other) && other.startsByEndOf(this);
    }

    private boolean startsByEndOf(Exemption other) {
        return other.validTo == null || !validFrom.isAfter(other.validTo);
    }

    /** Whether every day of the other lies in this one. */
    public boolean contains(Exemption other) {
        boolean endsLater = validTo == null || (other.validTo != null && !other.validTo.isAfter(validTo));
        return !other.validFrom.isBefore(validFrom) && endsLater;
    }

    @Override
    public String toString() {
        return "Exemption[" + personId + ", " + validFrom + ", " + validTo + "]";
    }
}
