package it.sportello.app.citizen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.app.frame.Reading;
import it.sportello.devices.scanner.Scan;
import it.sportello.domain.identity.CodeViolation;
import it.sportello.domain.identity.ProvisionalCode;
import it.sportello.domain.identity.StpEniCode;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One field for every way to find somebody. */
class QueryReaderTest {
    @ParameterizedTest
    @ValueSource(strings = {"RSSMRA70A01H501S", " rssmra70a01h501s ", "*RSSMRA70A01H501S*", "RSSMRA70A01H50MX"})
    void codes(String typed) {
        PersonQuery query = QueryReader.read(typed);
        assertTrue(query instanceof PersonQuery.Code || query instanceof PersonQuery.WrongCode, typed);
    }

    @Test
    @Tag("Q46")
    void codesOfForeignersAndProvisionalOnes() {
        assertInstanceOf(
                StpEniCode.class,
                assertInstanceOf(PersonQuery.Code.class, QueryReader.read("STP0500011234567"))
                        .code());
        assertInstanceOf(
                StpEniCode.class,
                assertInstanceOf(PersonQuery.Code.class, QueryReader.read("eni0500011234567"))
                        .code());
        assertInstanceOf(
                ProvisionalCode.class,
                assertInstanceOf(PersonQuery.Code.class, QueryReader.read("80000000002"))
                        .code());
    }

    @Test
    void aWrongCheckLetterSaysWhichOneIsExpected() {
        PersonQuery.WrongCode wrong =
                assertInstanceOf(PersonQuery.WrongCode.class, QueryReader.read("RSSMRA70A01H501A"));
        CodeViolation violation = wrong.violations().getFirst();
        assertEquals(CodeViolation.Kind.CHECK_CHARACTER, violation.kind());
        assertEquals('S', violation.expected());
    }

    @ParameterizedTest
    @ValueSource(strings = {"RSSMRA70A01H501", "RSSMRA70A01H5011S", "RSSMRA70Z01H501S", "RSSMRà70A01H501S"})
    void codesThatAreWrong(String typed) {
        assertInstanceOf(PersonQuery.WrongCode.class, QueryReader.read(typed), typed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"3990123456", "+39 399 012 3456", "0039 3990123456", "041 555 0000", "399-0123456", "03412345678"
            })
    void telephones(String typed) {
        assertInstanceOf(PersonQuery.Phone.class, QueryReader.read(typed), typed);
    }

    @Test
    void telephonesLoseThePrefixOfTheCountry() {
        assertEquals(new PersonQuery.Phone("3990123456"), QueryReader.read("+39 399 012 3456"));
    }

    @Test
    void numbersOfBookingsPrescriptionsAndCards() {
        assertEquals(new PersonQuery.Booking("2026-0000123"), QueryReader.read("2026-0000123"));
        assertEquals(new PersonQuery.Booking("2026-0000123"), QueryReader.read("SP1B:2026-0000123"));
        assertEquals(new PersonQuery.PrescriptionText("050A12345678901"), QueryReader.read("050a1 2345678901"));
        assertInstanceOf(PersonQuery.NotAPerson.class, QueryReader.read("SP1Q:A042"));
        assertEquals(new PersonQuery.WrongCard(19), QueryReader.read("8038000050123456789"));
    }

    @Test
    void surnamesWithDateAndNames() {
        assertEquals(
                new PersonQuery.Name("dell'acqua", Optional.of("Maria"), Optional.of(LocalDate.of(1970, 3, 3))),
                QueryReader.read("dell'acqua", "Maria", "03031970"));
        assertEquals(
                new PersonQuery.Name("ROSSI", Optional.empty(), Optional.of(LocalDate.of(1970, 3, 3))),
                QueryReader.read("ROSSI 3/3/1970"));
        assertInstanceOf(PersonQuery.WrongDate.class, QueryReader.read("ROSSI", "", "31/02/1970"));
        assertInstanceOf(PersonQuery.Incomplete.class, QueryReader.read("R"));
        assertInstanceOf(PersonQuery.Empty.class, QueryReader.read("  "));
    }

    @Test
    @Tag("Q52")
    void halfAPrescriptionDoesNotLeadToAPerson() {
        assertFalse(QueryReader.isForPerson(scan("2345678901")));
        assertFalse(QueryReader.isForPerson(scan("050A1")));
        assertTrue(QueryReader.isForPerson(scan("RSSMRA70A01H501S")));
        assertTrue(QueryReader.isForPerson(scan("RSSMRA70A01H501A")));
        assertTrue(QueryReader.isForPerson(scan("SP1B:2026-0000123")));
    }

    @Test
    void aScannedCodeWithAWrongCharacterLeadsToTheSearchThatSaysWhich() {
        assertTrue(QueryReader.isForPerson(scan("RSSMRA70X01H501S")));
        assertInstanceOf(PersonQuery.WrongCode.class, QueryReader.read("RSSMRA70X01H501S"));
        assertFalse(QueryReader.isForPerson(scan("LOTTO-70X01")));
    }

    @Test
    @Tag("R-SEC-2")
    void nothingTypedReachesALog() {
        for (String typed : new String[] {"RSSMRA70A01H501S", "3990123456", "ROSSI 3/3/1970", "050A12345678901"}) {
            String told = QueryReader.read(typed).toString();
            assertFalse(
                    told.contains("ROSSI") || told.contains("3990123456") || told.contains("RSSMRA70A01H501S"), told);
        }
    }

    private static Scan scan(String received) {
        return new Reading.Code(received).scan();
    }
}
