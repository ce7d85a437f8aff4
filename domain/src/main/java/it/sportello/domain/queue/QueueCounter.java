package it.sportello.domain.queue;

import java.time.LocalDate;

/**
 * Gives the numbers of one prefix at one site; every day starts from the first of its range, so that two services may
 * share a letter.
 *
 * @param day the day of the last number, Europe/Rome
 * @param last last number given on that day; the one before the first when none
 * @param range the numbers it gives
 */
public record QueueCounter(char prefix, LocalDate day, int last, Range range) {
    /** The numbers from first to last, 1 to 999. */
    public record Range(int first, int last) {
        public static final Range ALL = new Range(1, QueueNumber.LAST);

        public Range {
            if (first < 1 || last > QueueNumber.LAST || first > last) {
                throw new IllegalArgumentException("range " + first + " to " + last);
            }
        }

        public boolean contains(int number) {
            return number >= first && number <= last;
        }
    }

    public QueueCounter {
        if (last < range.first() - 1 || last > range.last()) {
            throw new IllegalArgumentException("queue counter at " + last);
        }
    }

    /** One of all 999 numbers. */
    public QueueCounter(char prefix, LocalDate day, int last) {
        this(prefix, day, last, Range.ALL);
    }

    /** What became of a request for a number. */
    public sealed interface Issue {
        record Issued(QueueNumber number, QueueCounter after) implements Issue {}

        /** All numbers of the day are given: none is given twice. */
        record Exhausted(char prefix) implements Issue {}

        /** The clock stands before the last number given. */
        record ClockBack(LocalDate lastDay) implements Issue {}
    }

    public Issue next(LocalDate today) {
        if (today.isBefore(day)) {
            return new Issue.ClockBack(day);
        }
        int number = today.equals(day) ? last + 1 : range.first();
        if (number > range.last()) {
            return new Issue.Exhausted(prefix);
        }
        return new Issue.Issued(new QueueNumber(prefix, number), new QueueCounter(prefix, today, number, range));
    }
}
