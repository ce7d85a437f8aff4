package it.sportello.backend.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.domain.identity.CodiceFiscale;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The small parts of which a sample is made. */
class SampleToolsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    // ---------------------------------------------------------------------------------------------------- chance

    @Test
    void theSameSeedAndTopicThrowTheSame() {
        Dice one = Dice.of(1, "names");
        Dice same = Dice.of(1, "names");
        Dice otherTopic = Dice.of(1, "dues");
        Dice otherSeed = Dice.of(2, "names");
        String thrown = one.digits(40);
        assertEquals(thrown, same.digits(40));
        assertNotEquals(thrown, otherTopic.digits(40));
        assertNotEquals(thrown, otherSeed.digits(40));
    }

    @Test
    void betweenReachesBothEnds() {
        Dice dice = Dice.of(3, "ends");
        Set<Integer> seen = new HashSet<>();
        for (int time = 0; time < 400; time++) {
            seen.add(dice.between(-1, 2));
        }
        assertEquals(Set.of(-1, 0, 1, 2), seen);
        assertEquals(7, dice.between(7, 7));
    }

    @Test
    void sharesComeOutAsShares() {
        Dice dice = Dice.of(4, "shares");
        int perCent = 0;
        int perThousand = 0;
        for (int time = 0; time < 20_000; time++) {
            perCent += dice.perCent(30) ? 1 : 0;
            perThousand += dice.perThousand(30) ? 1 : 0;
        }
        assertTrue(perCent > 5_700 && perCent < 6_300, perCent + " of 6000");
        assertTrue(perThousand > 450 && perThousand < 750, perThousand + " of 600");
        for (int time = 0; time < 100; time++) {
            assertFalse(dice.perCent(0) || dice.perThousand(0));
            assertTrue(dice.perCent(100) && dice.perThousand(1_000));
        }
    }

    @Test
    void weightsAreDrawnInProportionAndNoughtNever() {
        Dice dice = Dice.of(5, "weights");
        int[] cumulative = Dice.cumulative(1, 0, 3, 6);
        assertEquals(
                List.of(1, 1, 4, 10),
                java.util.Arrays.stream(cumulative).boxed().toList());
        int[] drawn = new int[4];
        for (int time = 0; time < 10_000; time++) {
            drawn[dice.weighted(cumulative)]++;
        }
        assertEquals(0, drawn[1]);
        assertTrue(drawn[0] > 800 && drawn[0] < 1_200);
        assertTrue(drawn[2] > 2_700 && drawn[2] < 3_300);
        assertTrue(drawn[3] > 5_700 && drawn[3] < 6_300);
    }

    @Test
    void theFrontOfAListIsFrequent() {
        Dice dice = Dice.of(6, "front");
        List<Integer> list = java.util.stream.IntStream.range(0, 100).boxed().toList();
        int front = 0;
        for (int time = 0; time < 10_000; time++) {
            front += dice.pickFrequent(list) < 50 ? 1 : 0;
        }
        assertTrue(front > 6_300, front + " of 10000 from the first half");
        assertEquals("a", dice.pick(List.of("a")));
    }

    // ----------------------------------------------------------------------------------------------------- codes

    /** Published examples of Luhn's rule. */
    @ParameterizedTest
    @CsvSource({"7992739871, 79927398713", "0, 00", "1789372997, 17893729974", "123456781234567, 1234567812345670"})
    void theCheckDigitIsThatOfTheExamples(String digits, String whole) {
        assertEquals(whole, CheckDigit.luhn(digits));
    }

    @Test
    void peopleWithTheSameDataGetHomocodesOneAfterTheOther() {
        CodeIssuer issuer = new CodeIssuer();
        List<String> codes = new ArrayList<>();
        for (int twin = 0; twin < 4; twin++) {
            codes.add(issuer.taxCode("ROSSI", "MARIA", LocalDate.of(1980, 1, 1), "F", "L736"));
        }
        assertEquals(4, Set.copyOf(codes).size());
        CodiceFiscale first = new CodiceFiscale(codes.getFirst());
        assertFalse(first.isOmocode());
        for (String code : codes.subList(1, 4)) {
            CodiceFiscale homocode = new CodiceFiscale(code);
            assertTrue(homocode.isOmocode());
            assertEquals(first.value(), homocode.basic().value());
        }
    }

    @Test
    void issuedNumbersAreEachIssuedOnce() {
        CodeIssuer issuer = new CodeIssuer();
        Set<String> seen = new HashSet<>();
        for (int number = 0; number < 300; number++) {
            assertTrue(seen.add(issuer.provisional()));
            assertTrue(seen.add(issuer.foreigner(number % 2 == 0 ? "STP" : "ENI")));
            assertTrue(seen.add(issuer.cardNumber()));
        }
        assertTrue(seen.stream().allMatch(code -> code.matches("[0-9]{11}|(STP|ENI)[0-9]{13}|8038000050[0-9]{10}")));
    }

    // ------------------------------------------------------------------------------------------------------ ages

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-23", "2028-02-29", "2027-02-28", "2026-12-31", "2027-01-01"})
    void anAgeIsCompletedOnTheDay(String day) {
        LocalDate today = LocalDate.parse(day);
        Dice dice = Dice.of(7, day);
        for (int age : new int[] {0, 1, 17, 18, 64, 65, 99, 104}) {
            for (int time = 0; time < 40; time++) {
                LocalDate born = Ages.within(dice, today, age, 1);
                assertEquals(age, Period.between(born, today).getYears(), born + " on " + today);
            }
        }
    }

    @Test
    void thePyramidHasChildrenAndCentenarians() {
        Dice dice = Dice.of(8, "pyramid");
        int children = 0;
        int old = 0;
        int women = 0;
        for (int time = 0; time < 20_000; time++) {
            LocalDate born = Ages.birthDate(dice, TODAY);
            int age = Period.between(born, TODAY).getYears();
            assertTrue(age >= 0 && age < 105, born.toString());
            children += age < 15 ? 1 : 0;
            old += age >= 65 ? 1 : 0;
            women += Ages.sex(dice, born, TODAY).equals("F") ? 1 : 0;
        }
        assertTrue(children > 2_000 && children < 3_200, children + " children");
        assertTrue(old > 4_200 && old < 5_600, old + " over 65");
        assertTrue(women > 10_000, women + " women");
    }

    // ---------------------------------------------------------------------------------------------------- tables

    @Test
    void rowsOfTheTablesAreWhole() {
        for (String table :
                List.of("services.csv", "agendas.csv", "municipalities.csv", "foreign-names.csv", "given-names.csv")) {
            List<List<String>> rows = SampleResource.rows(table);
            assertFalse(rows.isEmpty(), table);
            assertEquals(1, rows.stream().map(List::size).distinct().count(), table);
            assertTrue(
                    rows.stream().allMatch(row -> row.stream().noneMatch(field -> !field.equals(field.strip()))),
                    table);
        }
        assertEquals(List.of(), SampleResource.parts(""));
        assertEquals(List.of("a", "", "b"), SampleResource.parts("a||b"));
        assertThrows(NullPointerException.class, () -> SampleResource.lines("no-such-table.csv"));
    }

    @Test
    void namesAreNotEmptyAndFitTheGeneration() {
        NameSource names = new NameSource();
        Dice dice = Dice.of(9, "names");
        for (int year : new int[] {1930, 1954, 1955, 1989, 1990, 2020}) {
            for (String sex : List.of("F", "M")) {
                for (int time = 0; time < 50; time++) {
                    String name = names.names(dice, sex, LocalDate.of(year, 6, 1));
                    assertFalse(name.isBlank());
                    assertEquals(name.toUpperCase(Locale.ITALIAN), name);
                }
            }
        }
        for (int time = 0; time < 200; time++) {
            NameSource.Country country = names.country(dice);
            assertTrue(country.place().matches("Z[0-9]{3}"), country.place());
            assertTrue(country.language().matches("[a-z]{2}"));
            assertFalse(names.surname(dice, country).isBlank());
            assertFalse(names.names(dice, country, time % 2 == 0 ? "F" : "M").isBlank());
        }
    }

    // ------------------------------------------------------------------------------------------------------ copy

    private static String copied(@Nullable Object... values) throws IOException {
        ByteArrayOutputStream sink = new ByteArrayOutputStream();
        new CopyTable<>("t", List.of("a", "b"), List.of(1), one -> values).writeTo(sink);
        return sink.toString(StandardCharsets.UTF_8);
    }

    @Test
    void valuesAreLaidOutAsPostgresReadsThem() throws IOException {
        assertEquals(
                "copy t (a, b) from stdin",
                new CopyTable<>("t", List.of("a", "b"), List.of(), one -> new Object[0]).command());
        assertEquals("\\N\tt\tf\n", copied(null, true, false));
        assertEquals("\\\\x00ff\n", copied((Object) new byte[] {0, -1}));
        assertEquals("{\"a\",\"b\"}\t{}\n", copied(List.of("a", "b"), List.of()));
        assertEquals("a\\tb\\nc\\rd\\\\e\n", copied("a\tb\nc\rd\\e"));
        assertEquals("2026-11-23\t09:30\t-5\n", copied(TODAY, LocalTime.of(9, 30), -5L));
        assertEquals("NICOLÒ D'ANGELO\n", copied("NICOLÒ D'ANGELO"));
    }

    // ----------------------------------------------------------------------------------------------- reproducible

    /** Digits, letters and order are those of the seed on every machine, whatever language it speaks. */
    @ParameterizedTest
    @ValueSource(strings = {"ar-EG-u-nu-arab", "tr-TR", "hi-IN-u-nu-deva"})
    void aMachineOfAnotherLanguageMakesTheSameSample(String language) {
        String digest = SampleAuthority.generate(17, TODAY).digest();
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag(language));
        try {
            assertEquals(digest, SampleAuthority.generate(17, TODAY).digest());
        } finally {
            Locale.setDefault(before);
        }
    }
}
