package it.sportello.domain.agenda;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Set;

/**
 * When an agenda works: validity, weekdays, hours (sessione). Days and hours are local, Europe/Rome.
 *
 * @param activityId the activity done in it
 * @param validFrom first day, included
 * @param validTo last day, included
 * @param from first slot starts
 * @param to last slot has ended
 */
public record Session(
        String id,
        String activityId,
        LocalDate validFrom,
        LocalDate validTo,
        Set<DayOfWeek> weekdays,
        LocalTime from,
        LocalTime to) {

    public Session {
        weekdays = Set.copyOf(weekdays);
        if (validTo.isBefore(validFrom) || !to.isAfter(from)) {
            throw new IllegalArgumentException("session " + id);
        }
    }

    public boolean worksOn(LocalDate day) {
        return !day.isBefore(validFrom) && !day.isAfter(validTo) && weekdays.contains(day.getDayOfWeek());
    }
}
