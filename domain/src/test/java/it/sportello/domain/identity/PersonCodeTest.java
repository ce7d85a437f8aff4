package it.sportello.domain.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.domain.identity.CodeViolation.Kind;
import it.sportello.domain.identity.CodeViolation.Level;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonCodeTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final char NONE = 0;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rssmra80a01h501u",
                " RSS MRA 80A01 H501U ",
                "*RSSMRA80A01H501U*",
                "RSSMRA80A01H501U\r\n",
                "\u00a0RSSMRA80A01H501U"
            })
    void blanksCaseAndAsterisksDoNotMatter(String typed) {
        CodeReading reading = PersonCode.classify(typed);
        assertEquals(new CodeReading.Accepted(new CodiceFiscale("RSSMRA80A01H501U"), List.of()), reading);
    }

    @ParameterizedTest
    @CsvSource({
        "RSSMRA8OA01H501U,DIGIT_EXPECTED,8,O,0",
        "RSSMRA80A0IH501U,DIGIT_EXPECTED,11,I,1",
        "RSSMRA80A01H5A1U,DIGIT_EXPECTED,14,A,",
        "R5SMRA80A01H501U,LETTER_EXPECTED,2,5,S",
        "RSSMR480A01H501U,LETTER_EXPECTED,6,4,",
        "RSSMRA80101H501U,LETTER_EXPECTED,9,1,",
        "RSSMRA80F01H501U,MONTH_LETTER,9,F,",
        "RSSMRA80A01N501U,PLACE_LETTER,12,N,",
        "RSSMRA80A32H501U,DAY,10,3,",
        "RSSMRA80A00H501U,DAY,10,0,",
        "RSSMRA80A72H501U,DAY,10,7,",
        "RSSMRA80D31H501U,DATE,10,3,",
        "RSSMRA81B29H501U,DATE,10,2,",
        "RSSMRA80B30H501U,DATE,10,3,",
        "RSSMRA80D71H501U,DATE,10,7,"
    })
    void saysWhichCharacterIsWrong(String typed, Kind kind, int position, char found, Character expected) {
        CodeReading.Rejected rejected = assertInstanceOf(CodeReading.Rejected.class, PersonCode.classify(typed));
        char right = expected == null ? NONE : expected;
        assertTrue(
                rejected.violations().contains(new CodeViolation(kind, Level.BLOCK, position, found, right)),
                () -> rejected.toString());
    }

    @Test
    void listsAllViolationsNotOnlyTheFirst() {
        CodeReading.Rejected rejected =
                assertInstanceOf(CodeReading.Rejected.class, PersonCode.classify("R5SMRA8OF01H501U"));
        assertEquals(
                List.of(Kind.LETTER_EXPECTED, Kind.DIGIT_EXPECTED, Kind.MONTH_LETTER),
                rejected.violations().stream().map(CodeViolation::kind).toList());
    }

    @Test
    void leapDayIsRightInALeapYearOnly() {
        String leap = "RSSMRA80B29H501";
        assertInstanceOf(CodeReading.Accepted.class, PersonCode.classify(leap + TaxCodeRules.checkLetter(leap)));
        String year2000 = "RSSMRA00B69H501";
        assertInstanceOf(
                CodeReading.Accepted.class, PersonCode.classify(year2000 + TaxCodeRules.checkLetter(year2000)));
    }

    @ParameterizedTest
    @CsvSource({"Z999,PLACE_UNKNOWN", "F159,PLACE_NOT_IN_FORCE"})
    void aPlaceThatDoesNotFitIsAWarning(String place, Kind kind) {
        CodiceFiscale code = CodiceFiscale.compute("ROSSI", "MARIO", LocalDate.of(1980, 1, 1), Sex.M, place);
        CodeReading.Accepted accepted = assertInstanceOf(
                CodeReading.Accepted.class, PersonCode.classify(code.value(), Places.shipped(), TODAY));
        CodeViolation warning = accepted.warnings().getFirst();
        assertEquals(kind, warning.kind());
        assertEquals(Level.WARN, warning.level());
        assertEquals(12, warning.position());
    }

    @Test
    void mestreExistedUntil1926() {
        Places places = Places.shipped();
        assertEquals(10_063, places.all().size());
        Place mestre = places.find("F159");
        assertEquals(LocalDate.of(1926, 8, 24), mestre == null ? null : mestre.validTo());
        String code = CodiceFiscale.compute("ROSSI", "MARIO", LocalDate.of(1926, 8, 24), Sex.M, "F159")
                .value();
        // The two digits of the year mean 1926: 2026-08-24 lies before today, so the registry has to decide.
        assertEquals(
                Kind.PLACE_NOT_IN_FORCE,
                PersonCode.classify(code, places, TODAY).violations().getFirst().kind());
        assertTrue(PersonCode.classify(code, places, LocalDate.of(2026, 8, 23))
                .violations()
                .isEmpty());
        assertTrue(places.startingWith("mestr", LocalDate.of(1920, 1, 1), 5).contains(mestre));
        assertTrue(places.startingWith("mestre", TODAY, 5).isEmpty());
    }

    @Test
    @Tag("R-IDN-2")
    void provisionalCodes() {
        assertEquals(
                new CodeReading.Accepted(new ProvisionalCode("80123450126"), List.of()),
                PersonCode.classify("80123450126"));
        CodeReading.Rejected rejected =
                assertInstanceOf(CodeReading.Rejected.class, PersonCode.classify("80123450125"));
        assertEquals(
                List.of(new CodeViolation(Kind.CHECK_CHARACTER, Level.BLOCK, 11, '5', '6')), rejected.violations());
        CodeReading.Rejected zeros = assertInstanceOf(CodeReading.Rejected.class, PersonCode.classify("00000000000"));
        assertEquals(Kind.ALL_ZEROS, zeros.violations().getFirst().kind());
        assertEquals("********126", new ProvisionalCode("80123450126").toString());
    }

    @Test
    @Tag("R-IDN-2")
    void codesOfForeigners() {
        CodeReading.Accepted stp =
                assertInstanceOf(CodeReading.Accepted.class, PersonCode.classify("stp0505030000123"));
        StpEniCode code = assertInstanceOf(StpEniCode.class, stp.code());
        assertEquals(StpEniCode.Kind.STP, code.kind());
        assertEquals("050", code.region());
        assertEquals("503", code.issuer());
        assertTrue(stp.warnings().isEmpty());
        CodeReading.Accepted eni =
                assertInstanceOf(CodeReading.Accepted.class, PersonCode.classify("ENI9995030000123"));
        assertEquals(Kind.REGION_UNKNOWN, eni.warnings().getFirst().kind());
        CodeReading.Rejected wrong =
                assertInstanceOf(CodeReading.Rejected.class, PersonCode.classify("STP05050300A0123"));
        assertEquals(12, wrong.violations().getFirst().position());
        assertInstanceOf(CodeReading.Rejected.class, PersonCode.classify("STP050503000012"));
    }

    @Test
    void aSurnameThatBeginsLikeAForeignersCodeStaysATaxCode() {
        CodiceFiscale code = CodiceFiscale.compute("STEPANOV", "ENIO", LocalDate.of(1990, 1, 1), Sex.M, "H501");
        assertTrue(code.value().startsWith("STP"));
        CodeReading.Accepted accepted = assertInstanceOf(CodeReading.Accepted.class, PersonCode.classify(code.value()));
        assertEquals(code, accepted.code());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "*",
                "RSSMRA80A01H501",
                "RSSMRA80A01H501UU",
                "８０１２３４５０１２６",
                "RSSMRA80A01H501\u0131",
                "R\u017fSMRA80A01H501U",
                "\ud83d\ude00\ud83d\ude00\ud83d\ude00\ud83d\ude00\ud83d\ude00\ud83d\ude00\ud83d\ude00\ud83d\ude00",
                "'; DROP TABLE--1",
                "80380000900000000174",
                "0000000000000000"
            })
    void refusesHostileTexts(String typed) {
        CodeReading.Rejected rejected = assertInstanceOf(CodeReading.Rejected.class, PersonCode.classify(typed));
        assertTrue(!rejected.violations().isEmpty());
    }

    @Test
    void neverFailsOnRandomTexts() {
        Random random = new Random(4711);
        Places places = Places.shipped();
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            int length = random.nextInt(20);
            for (int j = 0; j < length; j++) {
                text.append((char) (random.nextInt(4) == 0 ? random.nextInt(0x3000) : 32 + random.nextInt(96)));
            }
            String typed = text.toString();
            CodeReading reading = PersonCode.classify(typed, places, TODAY);
            assertEquals(
                    reading instanceof CodeReading.Rejected,
                    reading.violations().stream().anyMatch(violation -> violation.level() == Level.BLOCK));
        }
        assertInstanceOf(CodeReading.Rejected.class, PersonCode.classify("A".repeat(1_000_000)));
    }

    @Test
    void aForeignCardIsNotAPersonCode() {
        ForeignInsurance insurance =
                new ForeignInsurance("DE", "109519005", "A123456780", "80276881025548467952", null, null);
        assertTrue(!insurance.toString().contains("A123"));
        assertThrows(IllegalArgumentException.class, () -> new ForeignInsurance("Germania", "", "", "", null, null));
    }
}
