package it.sportello.domain.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The tables of the decree of 1976 as the reference text prints them, used by a second computation. */
@Tag("R-IDN-2")
class TaxCodeTableTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final Pattern FORM =
            Pattern.compile("[A-Z]{6}[0-9LMNPQRSTUV]{2}[ABCDEHLMPRST][0-9LMNPQRSTUV]{2}[A-MZ][0-9LMNPQRSTUV]{3}[A-Z]");
    /** Table O, row by row as printed: character, value. */
    private static final String ODD_TABLE = """
            0 1 A 1  1 0 B 0  2 5 C 5  3 7 D 7  4 9 E 9  5 13 F 13  6 15 G 15  7 17 H 17  8 19 I 19  9 21 J 21
            K 2  L 4  M 18  N 20  O 11  P 3  Q 6  R 8  S 12  T 14  U 16  V 10  W 22  X 25  Y 24  Z 23
            """;

    private static final Map<Character, Integer> ODD = odd();

    private static Map<Character, Integer> odd() {
        List<String> words = List.of(ODD_TABLE.strip().split("\\s+"));
        Map<Character, Integer> table = new HashMap<>();
        for (int i = 0; i < words.size(); i += 2) {
            table.put(words.get(i).charAt(0), Integer.valueOf(words.get(i + 1)));
        }
        return table;
    }

    private static int odd(char c) {
        Integer value = ODD.get(c);
        assertTrue(value != null, "no value of " + c);
        return value == null ? 0 : value;
    }

    private static char check(String fifteen) {
        int sum = 0;
        for (int position = 1; position <= 15; position++) {
            char c = fifteen.charAt(position - 1);
            boolean digit = Character.isDigit(c);
            sum += position % 2 == 1 ? odd(c) : digit ? c - '0' : c - 'A';
        }
        return (char) ('A' + sum % 26);
    }

    @Test
    void theWorkedExampleOfTheReferenceText() {
        String fifteen = "RSSMRA80A01H501";
        int sum = 0;
        int[] values = {8, 18, 12, 12, 8, 0, 19, 0, 1, 0, 0, 7, 13, 0, 0};
        for (int value : values) {
            sum += value;
        }
        assertEquals(98, sum);
        assertEquals(20, sum % 26);
        assertEquals('U', TaxCodeRules.checkLetter(fifteen));
        assertEquals(36, ODD.size());
    }

    @Test
    void theCheckLetterOfEveryCharacterInEveryPosition() {
        for (int position = 0; position < 15; position++) {
            for (char c : "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789".toCharArray()) {
                char[] text = "RSSMRA80A01H501".toCharArray();
                text[position] = c;
                String fifteen = new String(text);
                assertEquals(check(fifteen), TaxCodeRules.checkLetter(fifteen), fifteen);
            }
        }
    }

    @Test
    void acceptsExactlyWhatFormDateAndCheckLetterAllow() {
        Random random = new Random(1976);
        String alphabet = "ABCDEHLMPRSTUVZOIQ0123456789";
        int accepted = 0;
        for (int i = 0; i < 15_000; i++) {
            SeededNames names = i % 3 == 0 ? null : new SeededNames(random, List.of(place("H501"), place("Z129")));
            char[] text = (names == null ? "RSSMRA80A01H501U" : names.code().value()).toCharArray();
            for (int changes = random.nextInt(3); changes > 0; changes--) {
                text[random.nextInt(15)] = alphabet.charAt(random.nextInt(alphabet.length()));
            }
            String fifteen = new String(text, 0, 15);
            text[15] = FORM.matcher(fifteen + "A").matches() && random.nextInt(4) > 0 ? check(fifteen) : 'Q';
            String typed = new String(text);
            boolean expected = FORM.matcher(typed).matches() && dateExists(typed) && check(fifteen) == typed.charAt(15);
            assertEquals(expected, PersonCode.classify(typed) instanceof CodeReading.Accepted, typed);
            accepted += expected ? 1 : 0;
        }
        assertTrue(accepted > 2_500, "accepted " + accepted);
    }

    private static Place place(String code) {
        return new Place(code, code, "XX", null, null);
    }

    private static int digit(char c) {
        int letter = "LMNPQRSTUV".indexOf(c);
        return letter < 0 ? c - '0' : letter;
    }

    private static boolean dateExists(String code) {
        int year = digit(code.charAt(6)) * 10 + digit(code.charAt(7));
        int month = "ABCDEHLMPRST".indexOf(code.charAt(8)) + 1;
        int day = digit(code.charAt(9)) * 10 + digit(code.charAt(10));
        int inMonth = day > 40 ? day - 40 : day;
        boolean coded = (day >= 1 && day <= 31) || (day >= 41 && day <= 71);
        boolean thisCentury = YearMonth.of(2000 + year, month).isValidDay(inMonth);
        boolean lastCentury = YearMonth.of(1900 + year, month).isValidDay(inMonth);
        return coded && (thisCentury || lastCentury);
    }

    @Test
    void everyDateOfACenturyIsCodedAndReadBackForBothSexes() {
        for (LocalDate born = LocalDate.of(1927, 1, 1); born.getYear() < 2027; born = born.plusDays(13)) {
            for (Sex sex : Sex.values()) {
                if (born.isAfter(TODAY)) {
                    continue;
                }
                CodiceFiscale code = CodiceFiscale.compute("ROSSI", "MARIA", born, sex, "H501");
                assertEquals(sex, code.sex());
                assertEquals(born, code.birthDate(TODAY));
                int day = born.getDayOfMonth() + (sex == Sex.F ? 40 : 0);
                String date = "%02d%c%02d"
                        .formatted(born.getYear() % 100, "ABCDEHLMPRST".charAt(born.getMonthValue() - 1), day);
                assertEquals(date, code.value().substring(6, 11));
                assertEquals(check(code.value().substring(0, 15)), code.value().charAt(15));
            }
        }
    }

    @Test
    void everyHomocodeFormOfSeededCodesIsAcceptedAndLeadsBack() {
        SeededNames names = new SeededNames(new Random(128), List.of(place("H501"), place("F205"), place("Z404")));
        for (int i = 0; i < 25; i++) {
            CodiceFiscale code = names.code();
            for (int mask = 0; mask < 128; mask++) {
                char[] text = code.value().toCharArray();
                int[] positions = {15, 14, 13, 11, 10, 8, 7};
                for (int bit = 0; bit < 7; bit++) {
                    if ((mask & 1 << bit) != 0) {
                        int at = positions[bit] - 1;
                        text[at] = "LMNPQRSTUV".charAt(text[at] - '0');
                    }
                }
                text[15] = check(new String(text, 0, 15));
                String form = new String(text);
                assertEquals(form, code.withOmocodia(mask).value());
                CodeReading.Accepted read =
                        assertInstanceOf(CodeReading.Accepted.class, PersonCode.classify(form), form);
                CodiceFiscale back = assertInstanceOf(CodiceFiscale.class, read.code());
                assertEquals(code, back.basic());
                assertEquals(code.birthDate(TODAY), back.birthDate(TODAY));
                assertEquals(code.placeCode(), back.placeCode());
                assertEquals(mask != 0, back.isOmocode());
            }
        }
    }

    @Test
    @Tag("Q46")
    void everyForeignStateOfTheTableIsABirthplace() {
        Places places = Places.shipped();
        int states = 0;
        for (Place state : places.all()) {
            if (!state.isForeign()) {
                continue;
            }
            states++;
            assertTrue(state.code().matches("Z[0-9]{3}"), state.code());
            CodiceFiscale code =
                    CodiceFiscale.compute("POPESCU", "ANDREEA", LocalDate.of(1985, 3, 25), Sex.F, state.code());
            assertEquals(state.code(), code.placeCode());
            CodeReading reading = PersonCode.classify(code.value(), places, TODAY);
            boolean inForce = state.isInForce(LocalDate.of(1985, 3, 25));
            assertEquals(inForce, reading.violations().isEmpty(), state.name());
            assertInstanceOf(CodeReading.Accepted.class, reading, "a place is never a reason to refuse");
        }
        assertTrue(states > 200, "foreign states " + states);
    }

    @Test
    void aPlaceIsInForceFromItsFirstToItsLastDay() {
        Place place = new Place("A001", "X", "XX", LocalDate.of(1950, 1, 1), LocalDate.of(1999, 12, 31));
        assertFalse(place.isInForce(LocalDate.of(1949, 12, 31)));
        assertTrue(place.isInForce(LocalDate.of(1950, 1, 1)));
        assertTrue(place.isInForce(LocalDate.of(1999, 12, 31)));
        assertFalse(place.isInForce(LocalDate.of(2000, 1, 1)));
        assertTrue(new Place("Z100", "Y", "YY", null, null).isInForce(LocalDate.MIN));
        assertFalse(place.isForeign());
    }

    @ParameterizedTest
    @CsvSource({
        // One consonant, two, three, four and more; vowels fill, X ends.
        "A,AXX",
        "AE,AEX",
        "B,BXX",
        "BA,BAX",
        "AB,BAX",
        "BABA,BBA",
        "BEBABO,BBB",
        "ROSSI,RSS",
        "AURA,RAU",
        "OI,OIX",
        "EU,EUX",
        "STRA,STR",
        "D'AMICO,DMC",
        "DE SANCTIS,DSN",
        "LO-BIANCO,LBN",
        "ÈÉ,EEX",
        "Ça,CAX",
        "Ñandú,NND",
        "Žižek,ZZK",
        "Æbelø,BLA",
        "Straße,STR",
        "Þór,THR",
        "YILMAZ,YLM",
        "JOY,JYO"
    })
    void surnames(String surname, String three) {
        assertEquals(three, TaxCodeNames.surname(surname));
    }

    @ParameterizedTest
    @CsvSource({
        "MARIO,MRA",
        "LUIGI,LGU",
        "ANNA,NNA",
        "FRANCESCO,FNC",
        "GIOVANNI,GNN",
        "ALESSANDRA,LSN",
        "EVA,VEA",
        "IO,IOX",
        "O,OXX",
        "ROBERTO,RRT",
        "MARCELLO,MCL",
        "CARLO,CRL",
        "MARIA TERESA,MTR",
        "JEAN-LUC,JLC",
        "NICCOLÒ,NCL"
    })
    void givenNames(String names, String three) {
        assertEquals(three, TaxCodeNames.names(names));
    }

    @Test
    void everyNameGivesThreeLettersInTheRightOrder() {
        Random random = new Random(13813);
        for (int i = 0; i < 6_000; i++) {
            StringBuilder name = new StringBuilder();
            for (int j = random.nextInt(10); j >= 0; j--) {
                name.append("ABCDEFGHIJKLMNOPQRSTUVWXYZ' -àèìòùéç".charAt(random.nextInt(36)));
            }
            String plain = TaxCodeNames.plain(name.toString()).replaceAll("[^A-Z]", "");
            String consonants = plain.replaceAll("[AEIOU]", "");
            String vowels = plain.replaceAll("[^AEIOU]", "");
            assertEquals((consonants + vowels + "XXX").substring(0, 3), TaxCodeNames.surname(name.toString()));
            String given = consonants.length() > 3
                    ? "" + consonants.charAt(0) + consonants.charAt(2) + consonants.charAt(3)
                    : (consonants + vowels + "XXX").substring(0, 3);
            assertEquals(given, TaxCodeNames.names(name.toString()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "H50", "H5011", "H501 "})
    void aPlaceCodeHasFourCharacters(String place) {
        assertThrows(
                IllegalArgumentException.class,
                () -> CodiceFiscale.compute("ROSSI", "MARIO", LocalDate.of(1980, 1, 1), Sex.M, place));
    }

    @Test
    void theDateOfBirthIsComparedInEveryPart() {
        CodiceFiscale code = new CodiceFiscale("RSSMRA80A01H501U");
        LocalDate born = LocalDate.of(1980, 1, 1);
        for (LocalDate other : List.of(born.plusYears(1), born.plusMonths(1), born.plusDays(1))) {
            assertEquals(
                    java.util.Set.of(PersonData.Field.BIRTH_DATE),
                    code.coherence(new PersonData(null, null, other, null, null)));
        }
        assertTrue(code.coherence(new PersonData(null, null, born.minusYears(100), null, null))
                .isEmpty());
    }
}
