package it.sportello.app.booking;

import it.sportello.api.Bookings;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * Places held for this desk, on the way from S12 to S13.
 *
 * @param limitDate latest date of the class, if it has one
 * @param firstOffer date of the first place that was offered, told to the server with the booking
 * @param countdown absent when an earlier wish is only waited for
 * @param open a wish already on its way
 * @param search where the operator comes from, told when the places are lost
 */
record HeldOffer(
        UUID holdId,
        BookingCase wanted,
        Regime regime,
        Bookings.Offer offer,
        Optional<LocalDate> limitDate,
        Optional<LocalDate> firstOffer,
        Optional<Countdown> countdown,
        Optional<BookingIntent> open,
        AvailabilityViewModel search) {
    @Override
    public boolean equals(Object other) {
        return other instanceof HeldOffer held && held.holdId.equals(holdId);
    }

    @Override
    public int hashCode() {
        return holdId.hashCode();
    }

    /** Says nothing of the person. */
    @Override
    public String toString() {
        return "HeldOffer[" + holdId + "]";
    }
}
