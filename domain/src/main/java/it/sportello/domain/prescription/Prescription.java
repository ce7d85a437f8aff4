package it.sportello.domain.prescription;

import it.sportello.domain.identity.PersonCode;
import it.sportello.domain.identity.PrescriptionNumber;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A specialist prescription as the desk uses it. {@code toString()} tells neither the person nor the services.
 *
 * @param exemption the exemption code that it carries, null when none
 * @param diagnosis code or question, null when it states none
 */
public record Prescription(
        PrescriptionNumber number,
        PersonCode personCode,
        LocalDate issuedOn,
        List<ServiceItem> rows,
        @Nullable PriorityClass priority,
        @Nullable String exemption,
        @Nullable String diagnosis,
        PrescriptionStatus status) {
    public Prescription {
        rows = List.copyOf(rows);
    }

    /** Every unit counts: three times the same exam are three items. */
    public int itemCount() {
        return rows.stream().mapToInt(row -> Math.max(0, row.quantity())).sum();
    }

    public Prescription withStatus(PrescriptionStatus next) {
        return new Prescription(number, personCode, issuedOn, rows, priority, exemption, diagnosis, next);
    }

    @Override
    public String toString() {
        return "Prescription[" + number + ", " + status.state() + "]";
    }
}
