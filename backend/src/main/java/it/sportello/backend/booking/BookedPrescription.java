package it.sportello.backend.booking;

import it.sportello.api.Bookings.Book;
import it.sportello.api.Prescriptions.ServiceRow;
import it.sportello.api.Problem.Violation;
import it.sportello.api.ProblemCode;
import it.sportello.backend.http.ProblemMapper;
import it.sportello.backend.http.Refusal;
import it.sportello.backend.person.ExemptionRows;
import it.sportello.backend.person.PersonRows;
import it.sportello.backend.person.PrescriptionRows;
import it.sportello.backend.person.ServiceRows;
import it.sportello.domain.exemption.ExemptionCatalogue;
import it.sportello.domain.identity.CodeReading;
import it.sportello.domain.identity.PersonCode;
import it.sportello.domain.identity.PrescriptionNumber;
import it.sportello.domain.parameter.Parameters;
import it.sportello.domain.prescription.AccessType;
import it.sportello.domain.prescription.CheckContext;
import it.sportello.domain.prescription.ExemptionStanding;
import it.sportello.domain.prescription.Finding;
import it.sportello.domain.prescription.Prescription;
import it.sportello.domain.prescription.PrescriptionChecks;
import it.sportello.domain.prescription.PrescriptionState;
import it.sportello.domain.prescription.PrescriptionStatus;
import it.sportello.domain.prescription.PriorityClass;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The prescription of a booking: locked, judged by the rules of the domain, taken in charge.
 *
 * @param standing what the registry says of its exemption on the day of the appointment
 */
record BookedPrescription(PrescriptionRows.Row row, List<ServiceRow> services, ExemptionStanding standing) {
    /** How the central service knows this authority. */
    static final String OWN_PROVIDER = "OWN";

    private static final String PAPER = "PAPER";

    /** Refuses with everything that speaks against it. */
    static BookedPrescription lock(
            Handle handle,
            Book book,
            Parameters parameters,
            ExemptionCatalogue catalogue,
            LocalDate delivery,
            LocalDate today) {
        String number = book.prescriptionNumber().orElseThrow();
        PrescriptionRows.Row row = PrescriptionRows.lock(handle, number)
                .orElseThrow(() -> Refusal.of(ProblemCode.PRESCRIPTION_UNKNOWN, "no such prescription"));
        if (PrescriptionRows.openBooking(handle, number).isPresent()) {
            throw Refusal.of(ProblemCode.PRESCRIPTION_ALREADY_BOOKED, "an open booking uses it");
        }
        List<ServiceRow> services = ServiceRows.ofPrescription(handle, number, delivery);
        ExemptionStanding standing =
                PrescriptionRows.standing(handle, row, new ExemptionRows(catalogue), catalogue, parameters, delivery);
        List<Violation> violations = new ArrayList<>();
        if (!row.personId().equals(book.personId())) {
            violations.add(ProblemMapper.violation("prescriptionNumber", "PERSON_MISMATCH"));
        }
        if (!new TreeSet<>(book.serviceCodes())
                .equals(new TreeSet<>(services.stream().map(ServiceRow::code).toList()))) {
            violations.add(ProblemMapper.violation("serviceCodes", "SERVICES_DIFFER"));
        }
        Prescription prescription = prescription(handle, row, services);
        CheckContext context =
                new CheckContext(parameters, today, OWN_PROVIDER, null, java.util.Set.of(), null, standing);
        PrescriptionChecks.run(prescription, context).stream()
                .filter(finding -> finding.level() == Finding.Level.BLOCK)
                .forEach(finding -> violations.add(ProblemMapper.violation(
                        "prescriptionNumber", finding.code().name())));
        refuseState(row, violations);
        if (!violations.isEmpty()) {
            throw Refusal.of(ProblemCode.PRESCRIPTION_NOT_BOOKABLE, "the prescription cannot be booked", violations);
        }
        return new BookedPrescription(row, services, standing);
    }

    /** Takes the prescription in charge, so that nobody else books it. A paper form has no central lock. */
    void take(Handle handle, String orderId, Instant now) {
        if (!row.support().equals(PAPER)) {
            PrescriptionRows.move(handle, row.number(), PrescriptionState.TAKEN.value(), OWN_PROVIDER, now);
        }
        handle.createUpdate("""
                        insert into prescription_use (prescription_number, order_id, open)
                        values (:number, :order, true)""")
                .bind("number", row.number())
                .bind("order", orderId)
                .execute();
    }

    @Nullable
    AccessType access() {
        return ServiceRows.access(row.accessType().orElse(null));
    }

    private static void refuseState(PrescriptionRows.Row row, List<Violation> violations) {
        boolean takeable = row.support().equals(PAPER)
                || PrescriptionState.ofValue(row.state()).allows(PrescriptionState.TAKEN);
        if (!takeable && violations.isEmpty()) {
            violations.add(ProblemMapper.violation("prescriptionNumber", "STATE_" + row.state()));
        }
    }

    private static Prescription prescription(Handle handle, PrescriptionRows.Row row, List<ServiceRow> services) {
        PrescriptionNumber number = PrescriptionNumber.parse(row.number());
        String code = PersonRows.brief(handle, row.personId()).orElseThrow().code();
        if (number == null || !(PersonCode.classify(code) instanceof CodeReading.Accepted accepted)) {
            throw new IllegalStateException("a stored prescription has a number or a person code of no known form");
        }
        AccessType access = ServiceRows.access(row.accessType().orElse(null));
        return new Prescription(
                number,
                accepted.code(),
                row.issuedOn(),
                services.stream().map(it -> ServiceRows.item(it, access)).toList(),
                row.priorityClass().map(PriorityClass::valueOf).orElse(null),
                row.exemptionCode().orElse(null),
                null,
                new PrescriptionStatus(
                        PrescriptionState.ofValue(row.state()), row.takenBy().orElse(null), null));
    }
}
