package it.sportello.domain.till;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.domain.calendar.Holidays;
import it.sportello.domain.calendar.WorkWeek;
import it.sportello.domain.calendar.WorkingDays;
import it.sportello.domain.money.Money;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Two days after the finding, at once on the last day of the month: on every day of ten years. */
@Tag("R-TIL-12")
class ShortageCalendarTest {
    private static final Money FIVE = Money.ofCents(500);
    private static final WorkingDays WEEK = new WorkingDays(Holidays.shipped(), WorkWeek.MON_FRI, null);

    private static LocalDate deadline(LocalDate found, Predicate<LocalDate> opens) {
        return Shortage.found("S1", FIVE, found, 2, opens).deadline();
    }

    /** The stricter of "last calendar day" and "last opening day", looked for from the end of the month backwards. */
    private static boolean isLast(LocalDate day, Predicate<LocalDate> opens) {
        LocalDate last = YearMonth.from(day).atEndOfMonth();
        if (day.equals(last)) {
            return true;
        }
        while (last.isAfter(day) && !opens.test(last)) {
            last = last.minusDays(1);
        }
        return last.equals(day);
    }

    @Test
    void everyDayOfTenYears() {
        int atOnce = 0;
        for (LocalDate day = LocalDate.of(2024, 1, 1); day.getYear() < 2034; day = day.plusDays(1)) {
            boolean last = isLast(day, WEEK::isWorkingDay);
            assertEquals(last ? day : day.plusDays(2), deadline(day, WEEK::isWorkingDay), day.toString());
            assertEquals(
                    day.equals(YearMonth.from(day).atEndOfMonth()) ? day : day.plusDays(2),
                    deadline(day, any -> true),
                    "a cash point that never closes");
            assertEquals(day, deadline(day, any -> false), "one that does not open again");
            atOnce += last ? 1 : 0;
        }
        assertTrue(atOnce > 120, "at least once a month: " + atOnce);
    }

    @Test
    void anyCalendarOfClosings() {
        Random random = new Random(28);
        for (int round = 0; round < 5_000; round++) {
            List<LocalDate> closed = new ArrayList<>();
            LocalDate month = LocalDate.of(2026, 1 + random.nextInt(12), 1);
            for (int i = random.nextInt(12); i > 0; i--) {
                closed.add(month.withDayOfMonth(1 + random.nextInt(28)).plusDays(random.nextInt(4)));
            }
            Predicate<LocalDate> opens = day -> !closed.contains(day);
            LocalDate found = month.plusDays(random.nextInt(month.lengthOfMonth()));
            assertEquals(isLast(found, opens) ? found : found.plusDays(2), deadline(found, opens));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-27,2026-03-29",
        "2026-03-30,2026-04-01",
        "2026-03-31,2026-03-31",
        "2026-01-30,2026-01-30",
        "2026-02-27,2026-02-27",
        "2024-02-28,2024-03-01",
        "2024-02-29,2024-02-29",
        "2026-12-23,2026-12-25",
        "2026-12-30,2027-01-01",
        "2026-12-31,2026-12-31",
        "2026-05-29,2026-05-29",
        "2026-10-30,2026-10-30"
    })
    void inPlainDates(LocalDate found, LocalDate expected) {
        assertEquals(expected, deadline(found, WEEK::isWorkingDay));
    }

    @ParameterizedTest
    @CsvSource({"0,2026-03-10", "1,2026-03-11", "2,2026-03-12", "5,2026-03-15", "30,2026-04-09"})
    void theNumberOfDaysIsAParameter(int days, LocalDate expected) {
        Shortage shortage = Shortage.found("S1", FIVE, LocalDate.of(2026, 3, 10), days, any -> true);
        assertEquals(expected, shortage.deadline());
        assertFalse(shortage.isOverdue(expected));
        assertTrue(shortage.isOverdue(expected.plusDays(1)));
    }

    @ParameterizedTest
    @EnumSource(Shortage.State.class)
    @Tag("R-STATE-1")
    void aShortageGoesForwardOnceAndIsLateOnlyWhileOpen(Shortage.State state) {
        LocalDate found = LocalDate.of(2026, 3, 10);
        Shortage shortage = new Shortage("S1", FIVE, found, found.plusDays(2), state);
        assertEquals(state == Shortage.State.OPEN, shortage.isOverdue(found.plusDays(3)));
        if (state == Shortage.State.OPEN) {
            assertEquals(Shortage.State.REINTEGRATED, shortage.reintegrated().state());
            assertEquals(FIVE, shortage.reintegrated().amount());
        } else {
            assertThrows(IllegalStateException.class, shortage::reintegrated);
        }
        if (state == Shortage.State.REINTEGRATED) {
            assertEquals(Shortage.State.VERIFIED, shortage.verified().state());
        } else {
            assertThrows(IllegalStateException.class, shortage::verified);
        }
    }

    @Test
    void neitherAShortageNorAnExcessOfNothing() {
        LocalDate day = LocalDate.of(2026, 3, 10);
        for (long cents : new long[] {0, -1}) {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> Shortage.found("S1", Money.ofCents(cents), day, 2, any -> true));
            assertThrows(IllegalArgumentException.class, () -> Excess.found("S1", Money.ofCents(cents), day));
        }
        Excess excess = Excess.found("S1", FIVE, day);
        assertEquals(Excess.State.TO_REGULARISE, excess.state());
        Excess returned = excess.returned();
        assertEquals(Excess.State.RETURNED, returned.state());
        assertEquals(FIVE, returned.amount());
        assertThrows(IllegalStateException.class, returned::returned);
    }
}
