package it.sportello.app.booking;

import it.sportello.api.Bookings;
import it.sportello.app.frame.CitizenLanguage;
import it.sportello.app.frame.CitizenMessage;
import it.sportello.app.frame.CitizenMessage.BookingNumber;
import it.sportello.app.frame.CitizenMessage.Place;
import it.sportello.app.frame.CitizenMessage.Visit;
import java.util.Comparator;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The appointments on the second screen (S66): when and where, never what for (R-SEC-7). */
final class VisitsForCitizen {
    private final ReadOnlyObjectWrapper<CitizenMessage> message;
    private List<Visit> visits;
    private boolean booked;
    private CitizenLanguage language = CitizenLanguage.IT;

    /** Begins with the places that are proposed. */
    VisitsForCitizen(Bookings.Offer offer) {
        visits = proposed(offer);
        message = new ReadOnlyObjectWrapper<>(told());
    }

    ReadOnlyObjectProperty<CitizenMessage> property() {
        return message.getReadOnlyProperty();
    }

    /** The language of the print is that of the citizen. */
    void speak(String code) {
        language = CitizenLanguage.of(code).orElse(CitizenLanguage.IT);
        message.set(told());
    }

    /** The places are taken. */
    void booked(List<Bookings.BookingView> bookings) {
        visits = visits(bookings);
        booked = true;
        message.set(told());
    }

    private CitizenMessage told() {
        return new CitizenMessage.Appointments(visits, booked, language);
    }

    private static List<Visit> proposed(Bookings.Offer offer) {
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

    private static List<Visit> visits(List<Bookings.BookingView> bookings) {
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
