package it.sportello.domain.identity;

import java.time.LocalDate;
import java.util.List;
import java.util.random.RandomGenerator;

/** Invented persons from a seed, so that a failure can be repeated. */
final class SeededNames {
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZAEIOUAEIO ''-ÀÈÉÌÒÙÜÇ";
    private final RandomGenerator random;
    private final List<Place> places;

    SeededNames(RandomGenerator random, List<Place> places) {
        this.random = random;
        this.places = places;
    }

    String name() {
        StringBuilder name = new StringBuilder();
        int length = 1 + random.nextInt(14);
        for (int i = 0; i < length; i++) {
            name.append(LETTERS.charAt(random.nextInt(i == 0 ? 26 : LETTERS.length())));
        }
        return name.toString();
    }

    LocalDate birthDate() {
        return LocalDate.of(1920, 1, 1).plusDays(random.nextInt(38_000));
    }

    Sex sex() {
        return random.nextBoolean() ? Sex.F : Sex.M;
    }

    String placeCode() {
        return places.get(random.nextInt(places.size())).code();
    }

    CodiceFiscale code() {
        return CodiceFiscale.compute(name(), name(), birthDate(), sex(), placeCode());
    }
}
