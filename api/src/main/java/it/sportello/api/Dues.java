package it.sportello.api;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Amounts owed. */
public final class Dues {
    private Dues() {}

    /**
     * An amount owed by a person.
     *
     * @param kind name of {@code it.sportello.domain.till.DueKind}
     * @param regime SSN or PRIVATE_PRACTICE
     * @param referenceDate date that decides which exemption and which tariff count
     * @param exemptionCode code written on the prescription, whether or not it covered
     * @param rows the services behind a co-payment, for its re-evaluation; empty for other kinds
     * @param state OPEN, PAID or CANCELLED
     */
    public record DueView(
            String id,
            String personId,
            String kind,
            String regime,
            long amountCents,
            String description,
            LocalDate referenceDate,
            Optional<String> prescriptionNumber,
            Optional<String> noticeNumber,
            Optional<String> exemptionCode,
            List<Prescriptions.ServiceRow> rows,
            String state,
            long version) {}

    /** The outcome of a re-evaluation of one due, with the code of its reason (R-MUL-4). */
    public record DueOutcome(
            String dueId,
            String description,
            long oldAmountCents,
            long newAmountCents,
            boolean changed,
            String reason) {}
}
