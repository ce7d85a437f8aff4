package it.sportello.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Prescriptions, as the central acceptance service shows them. */
public final class Prescriptions {
    private Prescriptions() {}

    /** Asks for a prescription by its number; the person at the desk, when known, is checked against it. */
    public record Lookup(String number, Optional<String> personId) {}

    /**
     * A prescription.
     *
     * @param support ELECTRONIC (NRE), PAPER or WHITE
     * @param state value of the central state, 1 to 10 (specification of the central acceptance service)
     * @param takenBy provider that took it in charge, when taken
     * @param bookingNumber our booking made with it, if any
     */
    public record PrescriptionView(
            String number,
            String support,
            String personId,
            String personCode,
            LocalDate issuedOn,
            String prescriber,
            Optional<String> priorityClass,
            Optional<String> accessType,
            Optional<String> exemptionCode,
            boolean exemptionActive,
            int state,
            Optional<String> takenBy,
            Optional<Instant> takenAt,
            Optional<String> bookingNumber,
            List<ServiceRow> rows) {
        @Override
        public String toString() {
            return "PrescriptionView[state " + state + "]";
        }
    }

    /**
     * A service asked for or owed.
     *
     * @param code code of the national nomenclature
     * @param branch national branch code, two digits
     * @param kind VISIT, DIAGNOSTIC, LABORATORY or THERAPY
     */
    public record ServiceRow(
            String code,
            String catalogueCode,
            String description,
            int quantity,
            String branch,
            String kind,
            long tariffCents) {}
}
