package it.sportello.backend.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import org.junit.jupiter.api.Test;

/** A code tells the place of a fault, the same every time, and nothing of what was served. */
class SupportCodeTest {
    private static RuntimeException here(String message) {
        return new IllegalStateException(message);
    }

    private static RuntimeException there(String message) {
        return new IllegalStateException(message);
    }

    /** As a driver throws it: always in the same place, asked from two of ours. */
    private static RuntimeException driver(String asker) {
        RuntimeException thrown = new IllegalStateException("driver");
        thrown.setStackTrace(new StackTraceElement[] {
            new StackTraceElement("org.driver.Connection", "fail", "Connection.java", 1),
            new StackTraceElement("org.driver.Statement", "execute", "Statement.java", 2),
            new StackTraceElement("it.sportello.backend.person." + asker, "find", asker + ".java", 3)
        });
        return thrown;
    }

    @Test
    void theSamePlaceHasTheSameCodeWhateverTheMessage() {
        assertEquals(SupportCode.of(here("one")), SupportCode.of(here("two")));
        assertNotEquals(SupportCode.of(here("one")), SupportCode.of(there("one")));
    }

    @Test
    void faultsOfOneDriverAreToldApartByWhoAsked() {
        assertEquals(SupportCode.of(driver("PersonRows")), SupportCode.of(driver("PersonRows")));
        assertNotEquals(SupportCode.of(driver("PersonRows")), SupportCode.of(driver("DueRows")));
    }

    @Test
    void aCauseAndAnotherKindMakeAnotherCode() {
        RuntimeException bare = here("x");
        assertNotEquals(SupportCode.of(bare), SupportCode.of(new IllegalStateException("x", bare)));
        assertNotEquals(
                SupportCode.of(new IllegalStateException("x")), SupportCode.of(new IllegalArgumentException("x")));
    }

    @Test
    void itIsShortAndSpoken() {
        for (int number = 0; number < 200; number++) {
            RuntimeException thrown = new IllegalStateException("x");
            thrown.setStackTrace(
                    new StackTraceElement[] {new StackTraceElement("a.B" + number, "c" + number, "B.java", number)});
            String code = SupportCode.of(thrown);
            assertTrue(code.matches("B-[0-9A-Z]{6}"), code);
            assertEquals(code.toUpperCase(Locale.ROOT), code);
        }
        RuntimeException bare = new IllegalStateException("x");
        bare.setStackTrace(new StackTraceElement[0]);
        assertTrue(SupportCode.of(bare).matches("B-[0-9A-Z]{6}"));
    }
}
