package it.sportello.backend.queue;

import it.sportello.api.Queues.LeftOpen;
import it.sportello.backend.store.Columns;
import it.sportello.domain.queue.QueueNumber;
import it.sportello.domain.queue.RollOver;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * The turn of the day, made by whoever comes first to the queue of a site on a new day: what the days before left open is
 * written down once; no ticket is touched (R-QUE-8).
 */
final class RollOvers {
    private RollOvers() {}

    /** The days of a site that are over and were not told yet. */
    static List<LocalDate> due(Handle handle, String site, LocalDate today) {
        return handle.createQuery("""
                        select distinct day from queue_entry
                        where site_id = :site and day < :today
                            and day > coalesce((select max(day) from queue_rollover where site_id = :site), date '1900-01-01')
                        order by day""")
                .bind("site", site)
                .bind("today", today)
                .mapTo(LocalDate.class)
                .list();
    }

    /** Tells of the days that are due; another server may be doing the same, one row stays. */
    static void make(Handle handle, String site, LocalDate today, Instant now) {
        for (LocalDate day : due(handle, site, today)) {
            RollOver over = RollOver.of(
                    day,
                    TicketStore.ofDay(handle, site, day, "WAITING", "CALLED", "SERVING").stream()
                            .map(QueueTicket::entry)
                            .toList());
            handle.createUpdate("""
                            insert into queue_rollover (site_id, day, rolled_at, waiting, at_desk)
                            values (:site, :day, :now, :waiting, :atDesk) on conflict do nothing""")
                    .bind("site", site)
                    .bind("day", day)
                    .bind("now", now)
                    .bind("waiting", printed(over.waiting()))
                    .bind("atDesk", printed(over.atDesk()))
                    .execute();
        }
    }

    /** What the newest day that is over left behind; empty when it left nothing. */
    static Optional<LeftOpen> newest(Handle handle, String site) {
        return handle.createQuery("select * from queue_rollover where site_id = :site order by day desc limit 1")
                .bind("site", site)
                .map((row, context) -> new LeftOpen(
                        Columns.date(row, "day"), Columns.texts(row, "waiting"), Columns.texts(row, "at_desk")))
                .findOne()
                .filter(left -> !left.waiting().isEmpty() || !left.atDesk().isEmpty());
    }

    private static String[] printed(List<QueueNumber> numbers) {
        return numbers.stream().map(QueueNumber::printed).toArray(String[]::new);
    }
}
