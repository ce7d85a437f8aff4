package it.sportello.backend.sample;

import it.sportello.backend.sample.Offer.Slot;
import java.util.Comparator;
import java.util.List;

/** Keeps free the places that the cast will book, so that no chance takes away a case. */
final class CastPlaces {
    private static final int FROM_DAYS = 2;
    private static final int TO_DAYS = 9;
    private static final int LEAST_GAP_MINUTES = 10;
    private static final int KEPT = 3;

    private final BookingMaker bookings;
    private final List<Slot> near;

    /** Looks at the authority's places of one district in the next days. */
    CastPlaces(BookingMaker bookings, List<Slot> slots, List<String> sites) {
        this.bookings = bookings;
        long today = bookings.today().toEpochDay();
        this.near = slots.stream()
                .filter(slot -> slot.startsAt().toLocalDate().toEpochDay() - today >= FROM_DAYS)
                .filter(slot -> slot.startsAt().toLocalDate().toEpochDay() - today <= TO_DAYS)
                .filter(slot -> slot.reservedClass() == null)
                .filter(slot -> sites.contains(bookings.agenda(slot).siteId()))
                .filter(slot -> bookings.agenda(slot).regime().equals(OrderBook.SSN))
                .filter(slot -> bookings.activity(slot).channels().contains("DESK"))
                .sorted(Comparator.comparing(Slot::startsAt))
                .toList();
    }

    /** Some places that give all the services together. */
    void keep(String... services) {
        near.stream()
                .filter(slot -> bookings.activity(slot).services().containsAll(List.of(services)))
                .limit(KEPT)
                .forEach(bookings::keep);
    }

    /** Some pairs of places on one day, the second after the first. */
    void keepPairs(String first, String second) {
        near.stream()
                .filter(slot -> bookings.activity(slot).services().contains(first))
                .limit(KEPT)
                .forEach(slot -> near.stream()
                        .filter(next -> bookings.activity(next).services().contains(second))
                        .filter(next -> next.startsAt()
                                .toLocalDate()
                                .equals(slot.startsAt().toLocalDate()))
                        .filter(next -> !next.startsAt()
                                .isBefore(slot.startsAt().plusMinutes(slot.minutes() + LEAST_GAP_MINUTES)))
                        .findFirst()
                        .ifPresent(next -> {
                            bookings.keep(slot);
                            bookings.keep(next);
                        }));
    }
}
