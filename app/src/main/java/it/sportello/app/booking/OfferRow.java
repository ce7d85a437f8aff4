package it.sportello.app.booking;

import it.sportello.api.Bookings;
import it.sportello.app.frame.Citizen.Chip;
import java.util.List;

/**
 * An offer as the list shows it, every text resolved.
 *
 * @param date in words
 * @param places one for each appointment of the offer
 * @param reason why it stands where it stands
 * @param spoken the whole row as one sentence
 */
public record OfferRow(
        String date, String time, List<Place> places, List<Chip> chips, String reason, String spoken, Key key) {
    /** One appointment: what, where, and when it differs from the row's own time. */
    public record Place(String what, String site, String where) {}

    /** The offer behind the row; the view only hands it back. */
    public static final class Key {
        private final Bookings.Offer offer;

        Key(Bookings.Offer offer) {
            this.offer = offer;
        }

        Bookings.Offer offer() {
            return offer;
        }

        List<String> slotIds() {
            return offer.slots().stream().map(Bookings.OfferSlot::slotId).toList();
        }
    }

    public OfferRow {
        places = List.copyOf(places);
        chips = List.copyOf(chips);
    }
}
