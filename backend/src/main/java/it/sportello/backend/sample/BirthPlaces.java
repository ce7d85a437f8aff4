package it.sportello.backend.sample;

import it.sportello.domain.identity.Place;
import it.sportello.domain.identity.Places;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/** Where people of the authority were born: mostly near, some in the large cities, some anywhere in Italy. */
final class BirthPlaces {
    /** Venezia, Mirano, Dolo, Chioggia, Noale, Cavarzere, Padova, Treviso, San Donà, Portogruaro, Mestre of once. */
    private static final List<String> NEAR =
            List.of("L736", "F241", "D325", "C638", "F904", "C383", "G224", "L407", "H823", "G914", "F159");

    private static final int[] NEAR_WEIGHTS = Dice.cumulative(520, 110, 110, 120, 40, 30, 60, 40, 30, 20, 2);
    /** Roma, Milano, Napoli, Torino, Palermo, Genova, Bologna, Firenze, Bari, Catania, Verona, Vicenza and others. */
    private static final List<String> CITIES = List.of(
            "H501", "F205", "F839", "L219", "G273", "D969", "A944", "D612", "A662", "C351", "L781", "L840", "A757",
            "H620", "L483", "L424", "D548", "G337", "A271", "B354", "F158", "H224");

    private final Places places;
    private final List<Place> everywhere;

    BirthPlaces(Places places) {
        this.places = places;
        this.everywhere =
                places.all().stream().filter(place -> !place.isForeign()).toList();
    }

    Place italian(Dice dice, LocalDate birthDate) {
        int kind = dice.below(100);
        Place place = switch (kind < 68 ? 0 : kind < 84 ? 1 : 2) {
            case 0 -> of(NEAR.get(dice.weighted(NEAR_WEIGHTS)));
            case 1 -> of(dice.pick(CITIES));
            default -> dice.pick(everywhere);
        };
        while (!place.isInForce(birthDate)) {
            place = dice.pick(everywhere);
        }
        return place;
    }

    Place of(String code) {
        return Objects.requireNonNull(places.find(code), code);
    }
}
