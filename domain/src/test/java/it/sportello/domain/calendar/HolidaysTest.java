package it.sportello.domain.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HolidaysTest {
    private final Holidays holidays = Holidays.shipped();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1818-03-22", "1943-04-25", "1961-04-02", "2000-04-23", "2008-03-23", "2011-04-24", "2019-04-21",
                "2024-03-31", "2025-04-20", "2026-04-05", "2027-03-28", "2028-04-16", "2029-04-01", "2030-04-21",
                "2038-04-25", "2285-03-22"
            })
    void easter(LocalDate expected) {
        assertEquals(expected, Holidays.easter(expected.getYear()));
        assertTrue(holidays.isHoliday(expected));
        assertTrue(holidays.isHoliday(expected.plusDays(1)));
        assertFalse(holidays.isHoliday(expected.minusDays(2)) && expected.getYear() == 2026);
    }

    @Test
    void easterIsASundayBetween22MarchAnd25April() {
        for (int year = 1583; year < 3000; year++) {
            LocalDate easter = Holidays.easter(year);
            assertEquals(DayOfWeek.SUNDAY, easter.getDayOfWeek());
            assertFalse(MonthDay.from(easter).isBefore(MonthDay.of(3, 22)));
            assertFalse(MonthDay.from(easter).isAfter(MonthDay.of(4, 25)));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-01,true",
        "2026-01-06,true",
        "1980-01-07,false",
        "1984-01-06,false",
        "2026-04-03,false",
        "2026-04-06,true",
        "2025-04-25,true",
        "2026-05-01,true",
        "2026-06-02,true",
        "2000-06-02,false",
        "2025-08-15,true",
        "2024-10-04,false",
        "2025-10-04,false",
        "2027-10-04,true",
        "2025-11-04,false",
        "2025-12-08,true",
        "2026-12-25,true",
        "2025-12-26,true",
        "2025-12-24,false",
        "2026-03-17,false",
        "2026-11-22,true",
        "2026-11-21,false"
    })
    void fixedDays(LocalDate date, boolean holiday) {
        assertEquals(holiday, holidays.isHoliday(date));
    }
}
