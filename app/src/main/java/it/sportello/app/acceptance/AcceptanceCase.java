package it.sportello.app.acceptance;

import it.sportello.api.Bookings.BookingView;
import it.sportello.api.Dues.DueView;
import it.sportello.api.Prescriptions.PrescriptionView;
import it.sportello.app.service.PersonFiles;
import java.util.List;
import java.util.Optional;

/**
 * A booking in front of the operator.
 *
 * @param together what is accepted with it: the person's bookings of the same day and site
 * @param page the person; absent when cut off and not in the working set
 * @param prescription as the central service shows it now; absent when it could not be asked
 */
record AcceptanceCase(
        BookingView booking,
        List<BookingView> together,
        Optional<PersonFiles.Result.Loaded> page,
        Optional<PrescriptionView> prescription) {
    AcceptanceCase {
        together = List.copyOf(together);
    }

    /** The due of the booking, if the page tells of one. */
    Optional<DueView> due() {
        return booking.dueId()
                .flatMap(id -> page.stream()
                        .flatMap(loaded -> loaded.file().dues().stream())
                        .filter(due -> due.id().equals(id))
                        .findFirst());
    }

    /** Says nothing of the person. */
    @Override
    public String toString() {
        return "AcceptanceCase[" + booking.id() + "]";
    }
}
