package it.sportello.backend.booking;

import it.sportello.api.Prescriptions.ServiceRow;
import it.sportello.backend.store.Rome;
import it.sportello.domain.agenda.Slot;
import java.time.LocalDate;
import java.util.List;

/** A place of a hold on its way to a booking, with the services done there. */
record BookedPlace(Slot slot, List<ServiceRow> services) {
    /** Day of the appointment, Europe/Rome. */
    LocalDate day() {
        return Rome.day(slot.start());
    }
}
