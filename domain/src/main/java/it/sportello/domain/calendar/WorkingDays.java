package it.sportello.domain.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import org.jspecify.annotations.Nullable;

/**
 * Which days count in terms given in working days.
 *
 * @param patron the patron day of the site's municipality when it does not count, null when it counts
 */
public record WorkingDays(
        Holidays holidays, WorkWeek week, @Nullable MonthDay patron) {
    private static final int MAX_DAYS = 10_000;

    public boolean isWorkingDay(LocalDate date) {
        boolean saturdayOff = week == WorkWeek.MON_FRI && date.getDayOfWeek() == DayOfWeek.SATURDAY;
        boolean patronOff = patron != null
                && patron.getMonthValue() == date.getMonthValue()
                && patron.getDayOfMonth() == date.getDayOfMonth();
        return !saturdayOff && !patronOff && !holidays.isHoliday(date);
    }

    /**
     * The working day that lies so many working days after the start (before it, when negative). The start is not
     * counted; a start on a day off therefore counts from the next working day.
     */
    public LocalDate addWorkingDays(LocalDate start, int days) {
        if (days > MAX_DAYS || days < -MAX_DAYS) {
            throw new IllegalArgumentException("Too many working days: " + days);
        }
        int step = Integer.signum(days);
        LocalDate date = start;
        for (int left = Math.abs(days); left > 0; ) {
            date = date.plusDays(step);
            if (isWorkingDay(date)) {
                left--;
            }
        }
        return date;
    }

    /** How many working days lie after the first date, up to and including the second; 0 when it is not later. */
    public int between(LocalDate after, LocalDate upTo) {
        int count = 0;
        for (LocalDate date = after.plusDays(1); !date.isAfter(upTo); date = date.plusDays(1)) {
            count += isWorkingDay(date) ? 1 : 0;
        }
        return count;
    }
}
