package it.sportello.domain.queue;

import java.time.LocalDate;

/**
 * Gives the numbers of one prefix at one site; every day starts from 1.
 *
 * @param day the day of the last number, Europe/Rome
 * @param last last number given on that day, 0 when none
 */
public record QueueCounter(char prefix, LocalDate day, int last) {
    public QueueCounter {
        if (last < 0 || last > QueueNumber.LAST) {
            throw new IllegalArgumentException("queue counter at " + last);
        }
    }

    /** What became of a request for a number. */
    public sealed interface Issue {
        record Issued(QueueNumber number, QueueCounter after) implements Issue {}

        /** All 999 numbers of the day are given: none is given twice. */
        record Exhausted(char prefix) implements Issue {}

        /** The clock stands before the last number given. */
        record ClockBack(LocalDate lastDay) implements Issue {}
    }

    public Issue next(LocalDate today) {
        if (today.isBefore(day)) {
            return new Issue.ClockBack(day);
        }
        int number = today.equals(day) ? last + 1 : 1;
        if (number > QueueNumber.LAST) {
            return new Issue.Exhausted(prefix);
        }
        return new Issue.Issued(new QueueNumber(prefix, number), new QueueCounter(prefix, today, number));
    }
}
