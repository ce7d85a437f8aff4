package it.sportello.backend.sample;

import it.sportello.backend.sample.Registry.Home;
import java.util.List;

/** Where people live: the municipalities of the authority by their size, and few outside of it. */
final class Homes {
    private static final int OUTSIDE_PER_THOUSAND = 18;
    private static final List<List<String>> OUTSIDE = List.of(
            List.of("G224", "Padova"),
            List.of("L407", "Treviso"),
            List.of("F269", "Mogliano Veneto"),
            List.of("H823", "San Donà di Piave"),
            List.of("H501", "Roma"),
            List.of("F205", "Milano"),
            List.of("L840", "Vicenza"),
            List.of("H620", "Rovigo"));

    private final List<List<String>> localities = SampleResource.rows("municipalities.csv");
    private final int[] weights = Dice.cumulative(
            localities.stream().mapToInt(row -> Integer.parseInt(row.get(4))).toArray());
    private final List<String> streets = SampleResource.lines("streets.txt");

    Home draw(Dice dice) {
        if (dice.perThousand(OUTSIDE_PER_THOUSAND)) {
            List<String> place = dice.pick(OUTSIDE);
            return new Home(street(dice), place.get(0), place.get(1), "D2");
        }
        List<String> row = localities.get(dice.weighted(weights));
        String locality = row.get(2);
        String sestiere =
                row.get(3).equals("D1") && row.get(0).equals("L736") && !locality.equals("Lido") ? locality : "";
        String address = sestiere.isEmpty()
                ? locality.isEmpty() ? street(dice) : street(dice) + ", " + locality
                : sestiere + " " + dice.between(1, 4_800);
        return new Home(address, row.get(0), row.get(1), row.get(3));
    }

    private String street(Dice dice) {
        String number = " " + dice.between(1, 148);
        return dice.pick(streets) + (dice.perCent(8) ? number + "/" + (char) ('A' + dice.below(4)) : number);
    }
}
