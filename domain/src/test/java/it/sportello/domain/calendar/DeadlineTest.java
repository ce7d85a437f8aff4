package it.sportello.domain.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.domain.parameter.ParameterScope;
import it.sportello.domain.parameter.Parameters;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.MonthDay;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeadlineTest {
    private static final Holidays HOLIDAYS = Holidays.shipped();
    private static final PatronDays PATRONS = PatronDays.shipped();
    private static final Parameters PARAMETERS = Parameters.shipped();

    private static Deadline of(String authority, String appointment, String bookedOn, String municipality) {
        ParameterScope scope = authority.isEmpty() ? ParameterScope.NATIONAL : ParameterScope.ofAuthority(authority);
        return Deadline.ofCancellation(
                LocalDateTime.parse(appointment),
                LocalDate.parse(bookedOn),
                PARAMETERS.within(scope),
                HOLIDAYS,
                PATRONS.of(municipality));
    }

    @ParameterizedTest
    @CsvSource({
        // Veneto: Friday to Monday of the same week, Monday to Tuesday of the week before.
        "050503,2026-09-18T09:00,2026-06-01,L736,2026-09-14",
        "050503,2026-09-21T09:00,2026-06-01,L736,2026-09-15",
        // 21 November is Venice's own day (a Saturday in 2026, a Sunday in 2027, a Tuesday in 2028).
        "050503,2028-11-24T09:00,2028-06-01,L736,2028-11-17",
        "050503,2028-11-24T09:00,2028-06-01,C638,2028-11-20",
        // Easter Monday and 25 April are skipped.
        "050503,2026-04-08T09:00,2026-01-07,L736,2026-04-01",
        // Emilia-Romagna: Saturday counts, the patron day counts; Monday to the Thursday before.
        "080105,2026-09-21T09:00,2026-06-01,A944,2026-09-17",
        "080105,2025-10-07T09:00,2025-06-01,A944,2025-10-03",
        "080105,2027-10-06T09:00,2027-06-01,A944,2027-10-01",
        // Elsewhere two working days.
        "'',2026-09-21T09:00,2026-06-01,H501,2026-09-17"
    })
    void lastDayToCancel(String authority, String appointment, String bookedOn, String place, LocalDate expected) {
        Deadline deadline = of(authority, appointment, bookedOn, place);
        assertEquals(expected, deadline.lastDay());
        assertTrue(deadline.allows(expected.atTime(23, 59, 59, 999_999_999)));
        assertFalse(deadline.allows(expected.plusDays(1).atStartOfDay()));
    }

    @Test
    void hoursBeforeAnAppointmentAreHoursThatPassWhenTheClockIsSet() {
        Deadline deadline = of("050503", "2024-10-28T11:30", "2024-08-31", "L736");
        assertEquals(LocalDateTime.parse("2024-10-26T12:30"), deadline.lastMoment());
    }

    @Test
    void bookingsInVenetoBeforeSeptember2024HadHours() {
        Deadline deadline = of("050503", "2024-10-10T11:30", "2024-08-31", "L736");
        assertEquals(LocalDateTime.parse("2024-10-08T11:30"), deadline.lastMoment());
        assertTrue(deadline.allows(LocalDateTime.parse("2024-10-08T11:30")));
        assertFalse(deadline.allows(LocalDateTime.parse("2024-10-08T11:31")));
        assertEquals(
                LocalDate.of(2024, 10, 4),
                of("050503", "2024-10-10T11:30", "2024-09-01", "L736").lastDay());
    }

    @Test
    void theStartIsNotCounted() {
        WorkingDays days = new WorkingDays(HOLIDAYS, WorkWeek.MON_FRI, null);
        LocalDate friday = LocalDate.of(2026, 11, 20);
        assertEquals(LocalDate.of(2026, 11, 23), days.addWorkingDays(friday, 1));
        assertEquals(LocalDate.of(2026, 11, 23), days.addWorkingDays(LocalDate.of(2026, 11, 22), 1));
        assertEquals(LocalDate.of(2026, 11, 27), days.addWorkingDays(friday, 5));
        assertEquals(LocalDate.of(2026, 11, 19), days.addWorkingDays(friday, -1));
        assertEquals(friday, days.addWorkingDays(friday, 0));
        assertThrows(IllegalArgumentException.class, () -> days.addWorkingDays(friday, 1_000_000));
    }

    @Test
    void addingAndCountingAgree() {
        Random random = new Random(5);
        for (int i = 0; i < 2_000; i++) {
            WorkWeek week = random.nextBoolean() ? WorkWeek.MON_FRI : WorkWeek.MON_SAT;
            MonthDay patron = random.nextBoolean() ? MonthDay.of(11, 21) : null;
            WorkingDays days = new WorkingDays(HOLIDAYS, week, patron);
            LocalDate start = LocalDate.of(2020, 1, 1).plusDays(random.nextInt(5_000));
            int count = 1 + random.nextInt(60);
            LocalDate end = days.addWorkingDays(start, count);
            assertTrue(days.isWorkingDay(end));
            assertEquals(count, days.between(start, end));
            assertEquals(0, days.between(end, start));
        }
    }

    @Test
    void patronDays() {
        assertEquals(MonthDay.of(11, 21), PATRONS.of("L736"));
        assertEquals(null, PATRONS.of("H501"));
        WorkingDays venice = new WorkingDays(HOLIDAYS, WorkWeek.MON_SAT, PATRONS.of("L736"));
        assertFalse(venice.isWorkingDay(LocalDate.of(2026, 11, 21)));
        assertTrue(new WorkingDays(HOLIDAYS, WorkWeek.MON_SAT, null).isWorkingDay(LocalDate.of(2026, 11, 21)));
    }
}
