package it.sportello.backend.store;

import org.jdbi.v3.core.Handle;

/** Counters without gaps that start again every year; a number is given up when its transaction is. */
public final class YearlyCounter {
    private YearlyCounter() {}

    public static long next(Handle handle, String name, int year) {
        return handle.createQuery("""
                        insert into yearly_counter (name, year, last) values (:name, :year, 1)
                        on conflict (name, year) do update set last = yearly_counter.last + 1
                        returning last""")
                .bind("name", name)
                .bind("year", year)
                .mapTo(Long.class)
                .one();
    }
}
