package it.sportello.domain.calendar;

import it.sportello.domain.internal.CsvTable;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The national holidays: all Sundays, Easter Monday, and the fixed days with the years in which they count. Good Friday
 * is a working day. Immutable; load once and keep.
 */
public final class Holidays {
    private final List<FixedDay> fixed;

    /**
     * A holiday on the same day of every year.
     *
     * @param validFrom first day of validity, null when it always was
     * @param validTo last day of validity, null while it counts
     * @param source the law
     */
    public record FixedDay(
            MonthDay day,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo,
            String source) {
        boolean falls(LocalDate date) {
            return date.getMonthValue() == day.getMonthValue()
                    && date.getDayOfMonth() == day.getDayOfMonth()
                    && (validFrom == null || !date.isBefore(validFrom))
                    && (validTo == null || !date.isAfter(validTo));
        }
    }

    public Holidays(List<FixedDay> fixed) {
        this.fixed = List.copyOf(fixed);
    }

    /** The table that comes with the product. */
    public static Holidays shipped() {
        List<FixedDay> days = new ArrayList<>();
        for (List<String> row : CsvTable.read(Holidays.class, "holidays.csv")) {
            days.add(new FixedDay(
                    MonthDay.parse("--" + row.get(0)),
                    CsvTable.date(row.get(1)),
                    CsvTable.date(row.get(2)),
                    row.get(3)));
        }
        return new Holidays(days);
    }

    public boolean isHoliday(LocalDate date) {
        return date.getDayOfWeek() == DayOfWeek.SUNDAY
                || fixed.stream().anyMatch(day -> day.falls(date))
                || date.equals(easter(date.getYear()).plusDays(1));
    }

    /** Easter Sunday of the Gregorian calendar, by the anonymous algorithm (Meeus, Jones, Butcher). */
    public static LocalDate easter(int year) {
        int golden = year % 19;
        int century = year / 100;
        int yearOfCentury = year % 100;
        int leapCenturies = century / 4;
        int moonCorrection = (century - (century + 8) / 25 + 1) / 3;
        int epact = (19 * golden + century - leapCenturies - moonCorrection + 15) % 30;
        int weekday = (32 + 2 * (century % 4) + 2 * (yearOfCentury / 4) - epact - yearOfCentury % 4) % 7;
        int late = (golden + 11 * epact + 22 * weekday) / 451;
        int days = epact + weekday - 7 * late + 114;
        return LocalDate.of(year, days / 31, days % 31 + 1);
    }
}
