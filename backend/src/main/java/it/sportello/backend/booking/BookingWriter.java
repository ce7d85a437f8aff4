package it.sportello.backend.booking;

import it.sportello.api.Bookings.Book;
import it.sportello.api.Bookings.BookingView;
import it.sportello.api.Prescriptions.ServiceRow;
import it.sportello.backend.store.Rome;
import it.sportello.backend.store.YearlyCounter;
import it.sportello.domain.agenda.BookingState;
import it.sportello.domain.calendar.Deadline;
import it.sportello.domain.calendar.Holidays;
import it.sportello.domain.calendar.PatronDays;
import it.sportello.domain.operation.UuidV7;
import it.sportello.domain.parameter.Parameters;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Writes bookings, each with its number and its last day to cancel. */
final class BookingWriter {
    private final UuidV7 ids;
    private final Holidays holidays = Holidays.shipped();
    private final PatronDays patronDays = PatronDays.shipped();

    BookingWriter(UuidV7 ids) {
        this.ids = ids;
    }

    /** What all bookings of one order share. */
    record Order(Book book, Optional<String> dueId, Parameters parameters, LocalDate today, String siteId) {}

    BookingView write(Handle handle, Order order, BookedPlace place, Optional<String> exemption) {
        String id = ids.next().toString();
        Book book = order.book();
        handle.createUpdate("""
                        insert into booking (id, number, person_id, slot_id, state, origin, prescription_number,
                            priority_class, access_type, contact_at, limit_date, first_offer_date, exemption_code,
                            due_id, language, cancel_by)
                        values (:id, :number, :person, :slot, :state, 'DESK', :prescription, :priority, :access,
                            :contact, :limit, :first, :exemption, :due, :language, :cancel)""")
                .bind("id", id)
                .bind("number", number(handle, order.today()))
                .bind("person", book.personId())
                .bind("slot", place.slot().id())
                .bind("state", BookingState.BOOKED.name())
                .bind("prescription", book.prescriptionNumber().orElse(null))
                .bind("priority", book.priorityClass().orElse(null))
                .bind("access", book.accessType().orElse(null))
                .bind("contact", book.contactAt())
                .bind("limit", book.limitDate().orElse(null))
                .bind("first", book.firstOfferDate().orElse(null))
                .bind("exemption", exemption.orElse(null))
                .bind("due", order.dueId().orElse(null))
                .bind("language", book.language())
                .bind("cancel", cancelBy(handle, order, place))
                .execute();
        writeServices(handle, id, place);
        return BookingRows.find(handle, id).orElseThrow();
    }

    private static void writeServices(Handle handle, String id, BookedPlace place) {
        int number = 0;
        for (ServiceRow row : place.services()) {
            number++;
            handle.createUpdate("""
                            insert into booking_service (booking_id, row_number, service_code, quantity, tariff_cents)
                            values (:booking, :number, :service, :quantity, :tariff)""")
                    .bind("booking", id)
                    .bind("number", number)
                    .bind("service", row.code())
                    .bind("quantity", row.quantity())
                    .bind("tariff", row.tariffCents())
                    .execute();
        }
    }

    /** Year and progressive: short enough to be spoken on the telephone. */
    private static String number(Handle handle, LocalDate today) {
        return String.format(
                Locale.ROOT, "%d-%07d", today.getYear(), YearlyCounter.next(handle, "booking", today.getYear()));
    }

    private LocalDate cancelBy(Handle handle, Order order, BookedPlace place) {
        String municipality = handle.createQuery("""
                        select t.municipality_code from agenda g join site t on t.id = g.site_id where g.id = :agenda""")
                .bind("agenda", place.slot().agendaId())
                .mapTo(String.class)
                .one();
        return Deadline.ofCancellation(
                        Rome.civil(place.slot().start()),
                        order.today(),
                        order.parameters(),
                        holidays,
                        patronDays.of(municipality))
                .lastDay();
    }
}
