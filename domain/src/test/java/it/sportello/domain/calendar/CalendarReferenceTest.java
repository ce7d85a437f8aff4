package it.sportello.domain.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.domain.parameter.ParameterScope;
import it.sportello.domain.parameter.Parameters;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.MonthDay;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The calendar of the reference text, written out day by day and counted on the fingers. */
@Tag("R-MUL-3")
class CalendarReferenceTest {
    private static final Holidays HOLIDAYS = Holidays.shipped();
    /** Easter Mondays, copied from the text: the day after the Easter Sundays it lists. */
    private static final List<LocalDate> EASTER_MONDAYS = List.of(
            LocalDate.of(2024, 4, 1),
            LocalDate.of(2025, 4, 21),
            LocalDate.of(2026, 4, 6),
            LocalDate.of(2027, 3, 29),
            LocalDate.of(2028, 4, 17),
            LocalDate.of(2029, 4, 2),
            LocalDate.of(2030, 4, 22));

    private static final Set<LocalDate> WRITTEN_OUT = writtenOut();

    private static Set<LocalDate> writtenOut() {
        Set<LocalDate> days = new HashSet<>(EASTER_MONDAYS);
        for (int year = 2024; year <= 2030; year++) {
            for (String day :
                    List.of("01-01", "01-06", "04-25", "05-01", "06-02", "08-15", "11-01", "12-08", "12-25", "12-26")) {
                days.add(LocalDate.parse(year + "-" + day));
            }
            if (year >= 2026) {
                days.add(LocalDate.of(year, 10, 4));
            }
        }
        return days;
    }

    private static boolean works(LocalDate day, WorkWeek week, @Nullable MonthDay patron) {
        if (day.getDayOfWeek() == DayOfWeek.SUNDAY || WRITTEN_OUT.contains(day)) {
            return false;
        }
        if (week == WorkWeek.MON_FRI && day.getDayOfWeek() == DayOfWeek.SATURDAY) {
            return false;
        }
        return patron == null || !MonthDay.from(day).equals(patron);
    }

    @ParameterizedTest
    @EnumSource(WorkWeek.class)
    void everyDayFrom2024To2030(WorkWeek week) {
        for (MonthDay patron : new MonthDay[] {MonthDay.of(11, 21), MonthDay.of(10, 4), MonthDay.of(2, 29)}) {
            WorkingDays with = new WorkingDays(HOLIDAYS, week, patron);
            WorkingDays without = new WorkingDays(HOLIDAYS, week, null);
            for (LocalDate day = LocalDate.of(2024, 1, 1); day.getYear() < 2031; day = day.plusDays(1)) {
                assertEquals(works(day, week, patron), with.isWorkingDay(day), day + " " + patron);
                assertEquals(works(day, week, null), without.isWorkingDay(day), day.toString());
                assertEquals(
                        day.getDayOfWeek() == DayOfWeek.SUNDAY || WRITTEN_OUT.contains(day), HOLIDAYS.isHoliday(day));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"03-17", "03-19", "06-29", "11-04", "12-24", "12-31"})
    void theseAreWorkingDaysEveryYear(String monthDay) {
        for (int year = 2024; year <= 2030; year++) {
            LocalDate day = LocalDate.parse(year + "-" + monthDay);
            assertEquals(day.getDayOfWeek() == DayOfWeek.SUNDAY, HOLIDAYS.isHoliday(day), day.toString());
        }
    }

    @Test
    void goodFridayAscensionAndCorpusDominiAreWorkingDays() {
        for (LocalDate monday : EASTER_MONDAYS) {
            assertFalse(HOLIDAYS.isHoliday(monday.minusDays(3)), "Good Friday");
            assertFalse(HOLIDAYS.isHoliday(monday.plusDays(38)), "Ascension");
            assertFalse(HOLIDAYS.isHoliday(monday.plusDays(59)), "Corpus Domini");
            assertEquals(Holidays.easter(monday.getYear()).plusDays(1), monday);
        }
    }

    @Test
    void aFixedDayCountsInsideItsValidityOnly() {
        Holidays own = new Holidays(List.of(new Holidays.FixedDay(
                MonthDay.of(3, 17), LocalDate.of(2011, 1, 1), LocalDate.of(2011, 12, 31), "DL 5/2011")));
        assertFalse(own.isHoliday(LocalDate.of(2010, 3, 17)));
        assertTrue(own.isHoliday(LocalDate.of(2011, 3, 17)));
        assertFalse(own.isHoliday(LocalDate.of(2011, 3, 18)));
        assertFalse(own.isHoliday(LocalDate.of(2011, 4, 18)));
        assertFalse(own.isHoliday(LocalDate.of(2012, 3, 17)));
        Holidays edge = new Holidays(List.of(new Holidays.FixedDay(
                MonthDay.of(3, 17), LocalDate.of(2011, 3, 17), LocalDate.of(2011, 3, 17), "on its own day")));
        assertTrue(edge.isHoliday(LocalDate.of(2011, 3, 17)), "both ends are included");
    }

    /** Moves a finger along the days, one by one. */
    private static LocalDate onTheFingers(LocalDate start, int days, WorkWeek week, @Nullable MonthDay patron) {
        LocalDate day = start;
        int counted = 0;
        while (counted < Math.abs(days)) {
            day = days > 0 ? day.plusDays(1) : day.minusDays(1);
            if (works(day, week, patron)) {
                counted++;
            }
        }
        return day;
    }

    @Test
    void addingForwardsAndBackwards() {
        Random random = new Random(21);
        for (int i = 0; i < 3_000; i++) {
            WorkWeek week = random.nextBoolean() ? WorkWeek.MON_FRI : WorkWeek.MON_SAT;
            MonthDay patron = random.nextBoolean() ? null : MonthDay.of(11, 21);
            LocalDate start = LocalDate.of(2025, 1, 1).plusDays(random.nextInt(1_700));
            int days = random.nextInt(121) - 60;
            WorkingDays working = new WorkingDays(HOLIDAYS, week, patron);
            LocalDate end = working.addWorkingDays(start, days);
            assertEquals(onTheFingers(start, days, week, patron), end, start + " and " + days);
            if (days < 0) {
                assertEquals(-days, working.between(end.minusDays(1), start.minusDays(1)));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        // The five working days of online requests and of municipal data (§7.9, §7.11), from a day off too.
        "2026-11-16,5,2026-11-23",
        "2026-11-20,5,2026-11-27",
        "2026-11-21,5,2026-11-27",
        "2026-11-22,5,2026-11-27",
        "2026-12-04,5,2026-12-14",
        "2026-12-21,5,2026-12-29",
        "2026-04-02,5,2026-04-10",
        // Suspected notes: 20 working days (§4.9).
        "2026-03-10,20,2026-04-08",
        // Prosthetics: 7, 1 and 12 working days (§7.12).
        "2026-05-29,7,2026-06-10",
        "2026-05-29,1,2026-06-01",
        "2026-06-01,1,2026-06-03",
        "2026-07-31,12,2026-08-18"
    })
    void termsOfTheReferenceText(LocalDate received, int days, LocalDate expected) {
        WorkingDays week = new WorkingDays(HOLIDAYS, WorkWeek.MON_FRI, null);
        assertEquals(expected, week.addWorkingDays(received, days));
    }

    @Test
    void noNumberOfDaysIsTakenForAnother() {
        WorkingDays week = new WorkingDays(HOLIDAYS, WorkWeek.MON_FRI, null);
        LocalDate start = LocalDate.of(2026, 3, 10);
        for (int days : new int[] {10_001, -10_001, Integer.MAX_VALUE, Integer.MIN_VALUE}) {
            assertThrows(IllegalArgumentException.class, () -> week.addWorkingDays(start, days));
        }
        assertEquals(start, week.addWorkingDays(start, 0));
        assertTrue(week.addWorkingDays(start, 10_000).isAfter(start.plusYears(38)));
    }

    /** Appointments on every day of 2027 and 2028 in the two regions and elsewhere. */
    @ParameterizedTest
    @CsvSource({"'',2,MON_FRI,", "050503,4,MON_FRI,--11-21", "080105,3,MON_SAT,"})
    @Tag("R-BOO-4")
    void theLastDayToCancelOnEveryDayOfTwoYears(String authority, int term, WorkWeek week, @Nullable String patron) {
        MonthDay venice = MonthDay.of(11, 21);
        Parameters parameters = Parameters.shipped()
                .within(authority.isEmpty() ? ParameterScope.NATIONAL : ParameterScope.ofAuthority(authority));
        MonthDay off = patron == null ? null : MonthDay.parse(patron);
        for (LocalDate day = LocalDate.of(2027, 1, 7); day.getYear() < 2029; day = day.plusDays(1)) {
            LocalDateTime appointment = day.atTime(9, 30);
            Deadline deadline =
                    Deadline.ofCancellation(appointment, LocalDate.of(2026, 11, 22), parameters, HOLIDAYS, venice);
            LocalDate expected = onTheFingers(day, -term, week, off);
            assertEquals(expected, deadline.lastDay(), day.toString());
            assertTrue(deadline.allows(expected.atTime(23, 59, 59)));
            assertFalse(deadline.allows(expected.plusDays(1).atStartOfDay()));
            assertTrue(deadline.lastDay().isBefore(day));
        }
    }

    @ParameterizedTest
    @CsvSource({"L736,11-21", "A944,10-04", "C638,06-11"})
    void patronDaysOfTheReferenceAuthorities(String municipality, String day) {
        assertEquals(MonthDay.parse("--" + day), PatronDays.shipped().of(municipality));
    }
}
