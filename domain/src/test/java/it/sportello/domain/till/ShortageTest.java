package it.sportello.domain.till;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.domain.money.Money;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShortageTest {
    private static final Set<LocalDate> HOLIDAYS = Set.of(LocalDate.of(2026, 5, 30), LocalDate.of(2026, 12, 31));

    private static boolean opens(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SUNDAY && !HOLIDAYS.contains(day);
    }

    @ParameterizedTest
    @Tag("R-TIL-12")
    @CsvSource({
        // an ordinary day, also before a Sunday: the two days are calendar days
        "2026-03-10,2026-03-12",
        "2026-03-14,2026-03-16",
        // the last but one of the month still has its two days
        "2026-03-30,2026-04-01",
        "2026-03-31,2026-03-31",
        "2026-02-28,2026-02-28",
        "2028-02-28,2028-03-01",
        "2028-02-29,2028-02-29",
        // the desk opens on no later day of the month: Sunday the 31st, or a holiday
        "2026-01-31,2026-01-31",
        "2026-05-29,2026-05-29",
        "2026-05-28,2026-05-30",
        "2026-12-30,2026-12-30",
        "2026-12-29,2026-12-31",
        // a desk opened on a closing day at the end of the month
        "2026-05-31,2026-05-31"
    })
    void twoDaysOrTheSameDayAtTheEndOfTheMonth(LocalDate foundOn, LocalDate deadline) {
        assertEquals(
                deadline,
                Shortage.found("S1", Money.ofCents(500), foundOn, 2, ShortageTest::opens)
                        .deadline());
    }

    @Test
    @Tag("R-TIL-12")
    void overdueOnlyAfterTheDeadlineAndOnlyWhileOpen() {
        Shortage shortage = Shortage.found("S1", Money.ofCents(500), LocalDate.of(2026, 3, 10), 2, ShortageTest::opens);
        assertFalse(shortage.isOverdue(LocalDate.of(2026, 3, 12)));
        assertTrue(shortage.isOverdue(LocalDate.of(2026, 3, 13)));
        assertFalse(shortage.reintegrated().isOverdue(LocalDate.of(2026, 3, 13)));
        assertEquals(Shortage.State.VERIFIED, shortage.reintegrated().verified().state());
        assertThrows(IllegalStateException.class, shortage::verified);
        assertThrows(IllegalStateException.class, () -> shortage.reintegrated().reintegrated());
    }

    @Test
    void shortageAndExcessArePositive() {
        LocalDate day = LocalDate.of(2026, 3, 10);
        assertThrows(
                IllegalArgumentException.class, () -> Shortage.found("S1", Money.ZERO, day, 2, ShortageTest::opens));
        assertThrows(IllegalArgumentException.class, () -> Excess.found("S1", Money.ofCents(-1), day));
        Excess returned = Excess.found("S1", Money.ofCents(1), day).returned();
        assertEquals(Excess.State.RETURNED, returned.state());
        assertThrows(IllegalStateException.class, returned::returned);
    }
}
