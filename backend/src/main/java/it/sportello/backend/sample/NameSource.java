package it.sportello.backend.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Names in use: Italian ones by generation, foreign ones by country. */
final class NameSource {
    private static final LocalDate MIDDLE_FROM = LocalDate.of(1955, 1, 1);
    private static final LocalDate YOUNG_FROM = LocalDate.of(1990, 1, 1);

    private final List<String> surnames = SampleResource.lines("surnames.txt");
    private final Map<String, List<String>> givenNames = new HashMap<>();
    private final List<Country> countries;
    private final int[] countryWeights;

    /** Names of people from one country; the language is the one of their prints. */
    record Country(String place, String language, List<String> surnames, List<String> female, List<String> male) {}

    NameSource() {
        for (List<String> row : SampleResource.rows("given-names.csv")) {
            givenNames
                    .computeIfAbsent(row.get(1) + row.get(2), key -> new ArrayList<>())
                    .add(row.get(0));
        }
        List<List<String>> rows = SampleResource.rows("foreign-names.csv");
        countries = rows.stream()
                .map(row -> new Country(
                        row.get(0),
                        row.get(1),
                        SampleResource.parts(row.get(3)),
                        SampleResource.parts(row.get(4)),
                        SampleResource.parts(row.get(5))))
                .toList();
        countryWeights = Dice.cumulative(
                rows.stream().mapToInt(row -> Integer.parseInt(row.get(2))).toArray());
    }

    Country country(Dice dice) {
        return countries.get(dice.weighted(countryWeights));
    }

    String surname(Dice dice) {
        String first = dice.pickFrequent(surnames);
        return dice.perThousand(6) ? first + " " + dice.pick(surnames) : first;
    }

    String names(Dice dice, String sex, LocalDate birthDate) {
        String cohort = birthDate.isBefore(MIDDLE_FROM) ? "OLD" : birthDate.isBefore(YOUNG_FROM) ? "MIDDLE" : "YOUNG";
        List<String> names = givenNames.getOrDefault(sex + cohort, List.of());
        String first = dice.pickFrequent(names);
        String second = dice.perThousand(70) ? dice.pick(names) : first;
        return second.equals(first) || first.indexOf(' ') >= 0 ? first : first + " " + second;
    }

    String surname(Dice dice, Country country) {
        return dice.pick(country.surnames());
    }

    String names(Dice dice, Country country, String sex) {
        return dice.pick(sex.equals("F") ? country.female() : country.male());
    }
}
