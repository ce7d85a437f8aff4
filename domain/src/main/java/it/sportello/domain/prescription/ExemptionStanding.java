package it.sportello.domain.prescription;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the registry says about the exemption of a prescription.
 *
 * @param code on the prescription, null when it carries none
 * @param reference the date at which it has to be valid
 * @param activeCodes the codes of the person that are valid at that date
 */
public record ExemptionStanding(
        Status status, @Nullable String code, LocalDate reference, List<String> activeCodes, Coverage coverage) {
    public ExemptionStanding {
        activeCodes = List.copyOf(activeCodes);
    }

    public enum Status {
        /** The prescription carries no code. */
        NONE,
        ACTIVE,
        /** Of those that live on the prescription alone, such as ordinary pregnancy. */
        ON_PRESCRIPTION,
        NOT_ACTIVE,
        UNKNOWN_CODE,
        CLOSED_CODE
    }
}
