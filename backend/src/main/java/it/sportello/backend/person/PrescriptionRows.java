package it.sportello.backend.person;

import it.sportello.backend.store.Columns;
import it.sportello.domain.exemption.ExemptionCatalogue;
import it.sportello.domain.exemption.ExemptionChecks;
import it.sportello.domain.parameter.Parameters;
import it.sportello.domain.prescription.ExemptionStanding;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Prescriptions of the central acceptance service, which this server of reference plays itself. */
public final class PrescriptionRows {
    private PrescriptionRows() {}

    /** A prescription without its rows. */
    public record Row(
            String number,
            String support,
            String personId,
            LocalDate issuedOn,
            String prescriber,
            Optional<String> priorityClass,
            Optional<String> accessType,
            Optional<String> exemptionCode,
            int state,
            Optional<String> takenBy,
            Optional<Instant> takenAt) {
        @Override
        public String toString() {
            return "Row[state " + state + "]";
        }
    }

    public static Optional<Row> find(Handle handle, String number) {
        return find(handle, number, "");
    }

    /** Locked until the end of the transaction: the central lock of the prescription. */
    public static Optional<Row> lock(Handle handle, String number) {
        return find(handle, number, " for update");
    }

    private static Optional<Row> find(Handle handle, String number, String lock) {
        return handle.createQuery("select * from prescription where number = :number" + lock)
                .bind("number", number)
                .map((row, context) -> new Row(
                        row.getString("number"),
                        row.getString("support"),
                        row.getString("person_id"),
                        Columns.date(row, "issued_on"),
                        row.getString("prescriber"),
                        Columns.optionalText(row, "priority_class"),
                        Columns.optionalText(row, "access_type"),
                        Columns.optionalText(row, "exemption_code"),
                        row.getInt("state"),
                        Columns.optionalText(row, "taken_by"),
                        Columns.optionalInstant(row, "taken_at")))
                .findOne();
    }

    /** Moves the prescription to a state of the central service. */
    public static void move(Handle handle, String number, int state, @Nullable String takenBy, @Nullable Instant at) {
        handle.createUpdate("""
                        update prescription set state = :state, taken_by = :by, taken_at = :at
                        where number = :number""")
                .bind("state", state)
                .bind("by", takenBy)
                .bind("at", at)
                .bind("number", number)
                .execute();
    }

    /** Number of our open booking made with it. */
    public static Optional<String> openBooking(Handle handle, String number) {
        return handle.createQuery("""
                        select min(b.number) from prescription_use u
                        join booking b on b.prescription_number = u.prescription_number
                        where u.prescription_number = :number and u.open""")
                .bind("number", number)
                .mapTo(String.class)
                .findOne();
    }

    /** What the registry says about the exemption of a prescription delivered on a day. */
    public static ExemptionStanding standing(
            Handle handle,
            Row prescription,
            ExemptionRows exemptions,
            ExemptionCatalogue catalogue,
            Parameters parameters,
            LocalDate delivery) {
        return new ExemptionChecks(catalogue, parameters)
                .standing(
                        prescription.exemptionCode().orElse(null),
                        exemptions.held(handle, prescription.personId()),
                        prescription.issuedOn(),
                        delivery);
    }
}
