package it.sportello.domain.calendar;

import it.sportello.domain.parameter.ParameterKeys;
import it.sportello.domain.parameter.Parameters;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Until when an appointment may be cancelled without a charge. Times are of Europe/Rome.
 *
 * @param lastMoment the last moment that is still in time: a time of day when the term is in hours, otherwise the end
 *     of the last day
 */
public record Deadline(LocalDateTime lastMoment) {
    /**
     * The term that was in force when the appointment was booked: Veneto four working days (48 hours before September
     * 2024), Emilia-Romagna two clear working days with Saturdays counted, elsewhere the national two working days.
     *
     * @param bookedOn the day of the booking, at which the parameters are read
     * @param patron the patron day of the municipality of the site, null when unknown
     */
    public static Deadline ofCancellation(
            LocalDateTime appointment,
            LocalDate bookedOn,
            Parameters parameters,
            Holidays holidays,
            @Nullable MonthDay patron) {
        Optional<Duration> hours = parameters.find(ParameterKeys.CANCELLATION_HOURS, bookedOn);
        if (hours.isPresent()) {
            return new Deadline(CivilTime.after(appointment, hours.get().negated()));
        }
        WorkWeek week = WorkWeek.valueOf(parameters.get(ParameterKeys.CANCELLATION_WEEK, bookedOn));
        boolean patronOff = parameters.get(ParameterKeys.CANCELLATION_PATRON, bookedOn);
        WorkingDays days = new WorkingDays(holidays, week, patronOff ? patron : null);
        int term = parameters.get(ParameterKeys.CANCELLATION_DAYS, bookedOn);
        LocalDate lastDay = days.addWorkingDays(appointment.toLocalDate(), -term);
        return new Deadline(lastDay.atTime(LocalTime.of(23, 59, 59)));
    }

    /** The last day on which one may still cancel, as it is printed on the booking sheet. */
    public LocalDate lastDay() {
        return lastMoment.toLocalDate();
    }

    public boolean allows(LocalDateTime moment) {
        return !moment.truncatedTo(ChronoUnit.SECONDS).isAfter(lastMoment);
    }
}
