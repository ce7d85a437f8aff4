package it.sportello.domain.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class PersonTest {
    private static final CodiceFiscale OLD = new CodiceFiscale("RSSMRA80A41H501Y");
    private static final CodiceFiscale NEW = new CodiceFiscale("RSSMRA80A41H50MQ");
    private static final Person PERSON = new Person(
            "p-1",
            List.of(
                    new HeldCode(OLD, LocalDate.of(1980, 1, 1), LocalDate.of(2010, 5, 4), "TS"),
                    new HeldCode(NEW, LocalDate.of(2010, 5, 5), null, "TS")),
            new PersonName(" Rossi ", "Maria"),
            LocalDate.of(1980, 2, 29),
            Sex.F,
            "H501");

    @Test
    @Tag("R-IDN-7")
    void keepsFormerCodesReadable() {
        assertEquals(NEW, PERSON.currentCode());
        assertTrue(PERSON.holds(OLD));
        assertFalse(PERSON.holds(new ProvisionalCode("80123450126")));
        assertNull(new Person("p-2", List.of(), PERSON.name(), PERSON.birthDate(), Sex.F, null).currentCode());
    }

    @Test
    void tellsOnlyInitials() {
        assertEquals("Person[p-1, R. M.]", PERSON.toString());
        assertEquals("Rossi Maria", PERSON.name().full());
        assertEquals("R.", new PersonName("Rossi", "").initials());
    }

    @Test
    void completesAYear() {
        assertEquals(45, PERSON.ageOn(LocalDate.of(2026, 2, 28)));
        assertEquals(46, PERSON.ageOn(LocalDate.of(2026, 3, 1)));
    }
}
