package it.sportello.api;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Exemptions from the co-payment. */
public final class Exemptions {
    private Exemptions() {}

    /** An exemption of a person. */
    public record ExemptionView(
            String id,
            String personId,
            String code,
            String description,
            LocalDate validFrom,
            Optional<LocalDate> validTo,
            String source,
            long version) {}

    /**
     * Payload of {@code exemption.register}.
     *
     * @param source CERTIFICATE or SELF_DECLARATION
     * @param certificateIssuer structure that certified, for a disease
     * @param incomeYear year of the income declared, for an income code
     * @param deskNumber number that the desk gave while it waits for the protocol number
     */
    public record Register(
            UUID exemptionId,
            String personId,
            String code,
            LocalDate validFrom,
            Optional<LocalDate> validTo,
            String source,
            Optional<String> certificateIssuer,
            Optional<LocalDate> certificateDate,
            Optional<Integer> incomeYear,
            Optional<String> actingFor,
            String deskNumber) {}

    /** Result of {@code exemption.register}: the protocol number and every open due, each with its reason. */
    public record Registered(String protocolNumber, ExemptionView exemption, List<Dues.DueOutcome> dues) {}
}
