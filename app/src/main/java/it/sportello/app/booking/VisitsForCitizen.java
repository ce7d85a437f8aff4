package it.sportello.app.booking;

import it.sportello.api.Bookings;
import it.sportello.app.frame.CitizenMessage.BookingNumber;
import it.sportello.app.frame.CitizenMessage.Place;
import it.sportello.app.frame.CitizenMessage.Visit;
import java.util.Comparator;
import java.util.List;

/** Appointments as the second screen may show them (R-SEC-7). */
final class VisitsForCitizen {
    private VisitsForCitizen() {}

    static List<Visit> proposed(Bookings.Offer offer) {
        return offer.slots().stream()
                .map(slot -> new Visit(
                        slot.startsAt(),
                        new Place(slot.siteName()),
                        new Place(slot.address()),
                        new Place(slot.room()),
                        new BookingNumber("")))
                .sorted(Comparator.comparing(Visit::startsAt))
                .toList();
    }

    static List<Visit> booked(List<Bookings.BookingView> bookings) {
        return bookings.stream()
                .map(booking -> new Visit(
                        booking.startsAt(),
                        new Place(booking.siteName()),
                        new Place(booking.address()),
                        new Place(booking.room()),
                        new BookingNumber(booking.number())))
                .sorted(Comparator.comparing(Visit::startsAt))
                .toList();
    }
}
