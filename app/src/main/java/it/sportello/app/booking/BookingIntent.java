package it.sportello.app.booking;

import it.sportello.api.Bookings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A booking that was asked for and whose outcome is not known yet. It is stored with its operation, so that whatever
 * happens to the program the same wish never travels under a second identifier (R-BOO-3).
 *
 * @param offer the places, to be shown while the outcome is open
 */
public record BookingIntent(UUID operationId, Bookings.Book book, Bookings.Offer offer) {
    /** Says nothing of the person. */
    @Override
    public String toString() {
        return "BookingIntent[" + operationId + "]";
    }

    /** The open wishes of one person, as kept in the journal. */
    public record Open(List<BookingIntent> intents) {
        static final Open NONE = new Open(List.of());

        public Open {
            intents = List.copyOf(intents);
        }

        Open with(BookingIntent added) {
            List<BookingIntent> all = new ArrayList<>(intents);
            all.add(added);
            return new Open(all);
        }

        Open without(UUID operationId) {
            return new Open(intents.stream()
                    .filter(intent -> !intent.operationId().equals(operationId))
                    .toList());
        }

        Optional<BookingIntent> ofHold(UUID holdId) {
            return intents.stream()
                    .filter(intent -> intent.book().holdId().equals(holdId))
                    .findFirst();
        }

        Optional<BookingIntent> ofPrescription(String number) {
            return intents.stream()
                    .filter(intent -> intent.book().prescriptionNumber().equals(Optional.of(number)))
                    .findFirst();
        }
    }
}
