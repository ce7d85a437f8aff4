package it.sportello.domain.calendar;

/** Which days of the week are working days. */
public enum WorkWeek {
    MON_FRI,
    MON_SAT
}
