package it.sportello.domain.document;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Where a series stands. Next is always last + 1; the number is consumed by the commit that issues the document and by
 * nothing else. The only date it looks at is the accounting day of the session.
 *
 * @param last last progressive issued, 0 when none
 * @param lastDay accounting day of the last document, null when none
 */
public record Series(SeriesKey key, int last, @Nullable LocalDate lastDay) {
    public Series {
        if (last < 0 || last > DocumentNumber.LAST_PROGRESSIVE || (last == 0) != (lastDay == null)) {
            throw new IllegalArgumentException("series " + key.printed() + " last " + last + " day " + lastDay);
        }
    }

    public static Series empty(SeriesKey key) {
        return new Series(key, 0, null);
    }

    /** The answer to a request for the next number. */
    public sealed interface Next {
        /** The number, and the series once it is committed. */
        record Numbered(DocumentNumber number, Series after) implements Next {}

        /** The clock went back behind the last document of the series. */
        record DateBackwards(LocalDate lastDay, LocalDate asked) implements Next {}

        /** The accounting day belongs to another year: its own series starts from 1. */
        record OtherYear(int seriesYear, LocalDate asked) implements Next {}

        /** The printed form holds no further number: a new epoch is needed. */
        record Exhausted(SeriesKey key) implements Next {}
    }

    /** The next number for a document of this accounting day (Europe/Rome). */
    public Next next(LocalDate accountingDay) {
        if (accountingDay.getYear() != key.year()) {
            return new Next.OtherYear(key.year(), accountingDay);
        }
        if (lastDay != null && accountingDay.isBefore(lastDay)) {
            return new Next.DateBackwards(lastDay, accountingDay);
        }
        if (last == DocumentNumber.LAST_PROGRESSIVE) {
            return new Next.Exhausted(key);
        }
        DocumentNumber number = new DocumentNumber(key, last + 1);
        return new Next.Numbered(number, new Series(key, last + 1, accountingDay));
    }
}
