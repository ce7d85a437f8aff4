package it.sportello.domain.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodiceFiscaleTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final Places PLACES = Places.shipped();

    @ParameterizedTest
    @Tag("R-IDN-2")
    @ValueSource(
            strings = {
                "RSSMRA80A01H501U",
                "RSSMRA80A41H501Y",
                "VRDLGU62T12F205K",
                "PPSNDR91C65Z129F",
                "BNCGNN48B41D612Y",
                "DNGNCL05P10G273W",
                "RSSMRA80A41H50MQ"
            })
    void acceptsTheVectors(String value) {
        CodeReading reading = PersonCode.classify(value, PLACES, TODAY);
        assertEquals(new CodeReading.Accepted(new CodiceFiscale(value), List.of()), reading);
    }

    @ParameterizedTest
    @CsvSource({
        "ROSSI,MARIO,1980-01-01,M,H501,RSSMRA80A01H501U",
        "ROSSI,MARIA,1980-01-01,F,H501,RSSMRA80A41H501Y",
        "VERDI,LUIGI,1962-12-12,M,F205,VRDLGU62T12F205K",
        "POPESCU,ANDREEA,1991-03-25,F,Z129,PPSNDR91C65Z129F",
        "BIANCHI,GIOVANNA MARIA,1948-02-01,F,D612,BNCGNN48B41D612Y",
        "D'ANGELO,NICCOLO',2005-09-10,M,G273,DNGNCL05P10G273W"
    })
    void computesTheVectors(String surname, String names, LocalDate born, Sex sex, String place, String expected) {
        assertEquals(
                expected,
                CodiceFiscale.compute(surname, names, born, sex, place).value());
    }

    @ParameterizedTest
    @CsvSource({
        "FO,FOX",
        "RE,REX",
        "AIA,AIA",
        "IO,IOX",
        "Y,YXX",
        "JUNG,JNG",
        "DE LA CRUZ,DLC",
        "D'Àngelò,DNG",
        "Müller,MLL",
        "Łukasz,LKS",
        "Ørsted,RST",
        "Đorđević,DRD"
    })
    void takesConsonantsThenVowelsThenX(String surname, String three) {
        assertTrue(CodiceFiscale.compute(surname, "ANNA", LocalDate.of(1990, 5, 5), Sex.F, "H501")
                .value()
                .startsWith(three));
    }

    @ParameterizedTest
    @CsvSource({"GIANFRANCO,GFR", "MARCO,MRC", "LUCA,LCU", "ANNA MARIA,NMR", "AI,AIX", "GIORGIO,GRG"})
    void takesFirstThirdAndFourthConsonantOfTheNames(String names, String three) {
        assertEquals(
                three,
                CodiceFiscale.compute("ROSSI", names, LocalDate.of(1990, 5, 5), Sex.M, "H501")
                        .value()
                        .substring(3, 6));
    }

    @Test
    @Tag("Q47")
    @Tag("R-IDN-2")
    void acceptsAll128HomocodeForms() {
        CodiceFiscale basic = new CodiceFiscale("RSSMRA80A41H501Y");
        Set<String> forms = new HashSet<>();
        for (int mask = 0; mask < 128; mask++) {
            CodiceFiscale form = basic.withOmocodia(mask);
            forms.add(form.value());
            assertInstanceOf(CodeReading.Accepted.class, PersonCode.classify(form.value(), PLACES, TODAY));
            assertEquals(basic, form.basic());
            assertEquals(LocalDate.of(1980, 1, 1), form.birthDate(TODAY));
            assertEquals(Sex.F, form.sex());
            assertEquals("H501", form.placeCode());
            assertEquals(mask != 0, form.isOmocode());
        }
        assertEquals(128, forms.size());
        assertEquals("RSSMRA80A41H50MQ", basic.withOmocodia(1).value());
        assertEquals('U', basic.withOmocodia(64).value().charAt(6));
        assertThrows(IllegalArgumentException.class, () -> basic.withOmocodia(128));
    }

    @Test
    void agreesWithAnotherImplementation() throws Exception {
        SeededNames names = new SeededNames(new Random(20261122), List.copyOf(PLACES.all()));
        Random random = new Random(7);
        for (int i = 0; i < 3_000; i++) {
            // The other implementation fails on names of a single letter.
            String surname = names.name() + "X";
            String given = names.name() + "E";
            LocalDate born = names.birthDate();
            Sex sex = names.sex();
            String place = names.placeCode();
            CodiceFiscale ours = CodiceFiscale.compute(surname, given, born, sex, place);
            var person = it.kamaladafrica.codicefiscale.Person.builder()
                    .lastname(TaxCodeNames.plain(surname))
                    .firstname(TaxCodeNames.plain(given))
                    .birthDate(born)
                    .isFemale(sex == Sex.F)
                    .city(it.kamaladafrica.codicefiscale.City.builder()
                            .name("X")
                            .prov("XX")
                            .belfiore(place)
                            .build())
                    .build();
            assertEquals(
                    it.kamaladafrica.codicefiscale.CodiceFiscale.of(person).getValue(),
                    ours.value(),
                    () -> surname + "|" + given);
            String homocode = ours.withOmocodia(random.nextInt(128)).value();
            assertTrue(it.kamaladafrica.codicefiscale.CodiceFiscale.isFormatValid(homocode));
        }
    }

    @Test
    void everyWrongLetterIsCaughtAtTheEndOfTheCode() {
        for (char c = 'A'; c <= 'Z'; c++) {
            CodeReading reading = PersonCode.classify("RSSMRA80A01H501" + c);
            if (c == 'U') {
                assertInstanceOf(CodeReading.Accepted.class, reading);
            } else {
                CodeViolation wrong =
                        new CodeViolation(CodeViolation.Kind.CHECK_CHARACTER, CodeViolation.Level.BLOCK, 16, c, 'U');
                assertEquals(new CodeReading.Rejected(List.of(wrong)), reading);
            }
        }
    }

    @Test
    void oneWrongCharacterIsFoundInSeededCodes() {
        Random random = new Random(99);
        SeededNames names = new SeededNames(random, List.copyOf(PLACES.all()));
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
        for (int i = 0; i < 5_000; i++) {
            char[] text = names.code().value().toCharArray();
            int at = random.nextInt(16);
            char old = text[at];
            do {
                text[at] = alphabet.charAt(random.nextInt(36));
            } while (text[at] == old);
            String changed = new String(text);
            // Two characters of equal weight at one position are the only ones that the check letter cannot tell apart.
            CodeReading reading = PersonCode.classify(changed);
            if (reading instanceof CodeReading.Accepted accepted) {
                assertTrue(at < 15 && TaxCodeRules.checkLetter(changed) == changed.charAt(15), changed);
                assertEquals(changed, accepted.code().value());
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "80,A,01,2026-11-22,1980-01-01",
        "26,T,31,2026-11-22,1926-12-31",
        "26,S,22,2026-11-22,2026-11-22",
        "26,S,23,2026-11-22,1926-11-23",
        "00,B,29,2026-11-22,2000-02-29",
        "28,B,29,2026-11-22,1928-02-29",
        "28,B,29,2028-02-28,1928-02-29",
        "28,B,29,2028-02-29,2028-02-29"
    })
    void proposesTheMostRecentDateNotInTheFuture(
            String year, String month, String day, LocalDate today, LocalDate expected) {
        String first = "RSSMRA" + year + month + day + "H501";
        assertEquals(expected, new CodiceFiscale(first + TaxCodeRules.checkLetter(first)).birthDate(today));
    }

    @Test
    void namesTheFieldsThatDiffer() {
        CodiceFiscale code = new CodiceFiscale("RSSMRA80A41H50MQ");
        LocalDate born = LocalDate.of(1980, 1, 1);
        assertTrue(code.coherence(new PersonData("Rossi", "Maria", born, Sex.F, "H501"))
                .isEmpty());
        assertTrue(code.coherence(new PersonData(null, null, null, null, null)).isEmpty());
        assertEquals(
                Set.of(PersonData.Field.SURNAME, PersonData.Field.SEX),
                code.coherence(new PersonData("Verdi", "Maria", born, Sex.M, "H501")));
        assertEquals(
                Set.of(PersonData.Field.NAMES, PersonData.Field.BIRTH_DATE, PersonData.Field.BIRTH_PLACE),
                code.coherence(new PersonData("Rossi", "Paola", born.plusDays(1), Sex.F, "F205")));
    }

    @Test
    void neverShowsItselfInFull() {
        CodiceFiscale code = new CodiceFiscale("RSSMRA80A01H501U");
        assertEquals("RSS**********01U", code.toString());
        assertFalse(new CodeReading.Accepted(code, List.of()).toString().contains("RSSMRA"));
        assertFalse(
                new PersonData("Rossi", "Maria", null, Sex.F, null).toString().contains("Rossi"));
    }

    @Test
    @Tag("R-IDN-3")
    void aConfirmedCodeMayHaveAnyCheckLetter() {
        assertEquals("RSSMRA80A01H501A", new CodiceFiscale("RSSMRA80A01H501A").value());
        assertThrows(IllegalArgumentException.class, () -> new CodiceFiscale("RSSMRA80A01H501"));
        assertThrows(IllegalArgumentException.class, () -> new CodiceFiscale("RSSMRA80A32H501A"));
    }
}
