package it.sportello.app.booking;

import it.sportello.api.Exemptions;
import it.sportello.api.Persons;
import it.sportello.api.Prescriptions.PrescriptionView;
import java.time.Instant;
import java.util.List;

/**
 * What is booked, for whom: the prescription with its person, from the first question to the reminder.
 *
 * @param exemptions what the person holds, for the estimate of the price
 * @param contactAt when the person first asked, the moment from which the priority class counts
 */
record BookingCase(
        PrescriptionView prescription,
        Persons.PersonRecord person,
        List<Exemptions.ExemptionView> exemptions,
        Instant contactAt) {
    BookingCase {
        exemptions = List.copyOf(exemptions);
    }

    List<String> serviceCodes() {
        return prescription.rows().stream().map(row -> row.code()).distinct().toList();
    }

    /** Says nothing of the person. */
    @Override
    public String toString() {
        return "BookingCase[" + person.id() + "]";
    }
}
