package it.sportello.domain.identity;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A municipality or a foreign state.
 *
 * @param code the Belfiore code; foreign states begin with Z
 * @param province two letters of the province, of a state its ISO 3166 code
 * @param validFrom first day, null when it always was
 * @param validTo last day, null while it is in force
 */
public record Place(
        String code,
        String name,
        String province,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo) {
    public boolean isForeign() {
        return code.charAt(0) == 'Z';
    }

    public boolean isInForce(LocalDate day) {
        return (validFrom == null || !day.isBefore(validFrom)) && (validTo == null || !day.isAfter(validTo));
    }
}
