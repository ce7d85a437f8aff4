package it.sportello.backend.queue;

import it.sportello.api.ProblemCode;
import it.sportello.api.Queues;
import it.sportello.backend.http.ProblemMapper;
import it.sportello.backend.store.Columns;
import it.sportello.domain.queue.QueueCounter;
import it.sportello.domain.queue.QueueNumber;
import it.sportello.domain.queue.ServedQueues;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The services of a site's queue, their numbers, and what each desk serves. */
final class Categories {
    private Categories() {}

    /**
     * A service.
     *
     * @param priority what everybody who asks for it has
     */
    record Category(String code, String name, char prefix, QueueCounter.Range range, int priority) {
        Queues.Category told() {
            return new Queues.Category(code, name, String.valueOf(prefix), priority);
        }
    }

    static List<Category> of(Handle handle, String site) {
        return handle.createQuery("select * from queue_category where site_id = :site order by code")
                .bind("site", site)
                .map((row, context) -> category(row))
                .list();
    }

    static Optional<Category> find(Handle handle, String site, String code) {
        return of(handle, site).stream().filter(it -> it.code().equals(code)).findFirst();
    }

    /** The service whose range holds a number. */
    static Optional<Category> of(Handle handle, String site, QueueNumber number) {
        return of(handle, site).stream()
                .filter(it -> it.prefix() == number.prefix() && it.range().contains(number.number()))
                .findFirst();
    }

    /** The next number of the day; the counter of the service is locked until the end of the transaction. */
    static QueueNumber next(Handle handle, String site, LocalDate today, Category category) {
        handle.createUpdate("""
                        insert into queue_counter (site_id, day, category, last)
                        values (:site, :day, :category, :none) on conflict do nothing""")
                .bind("site", site)
                .bind("day", today)
                .bind("category", category.code())
                .bind("none", category.range().first() - 1)
                .execute();
        int last = handle.createQuery("""
                        select last from queue_counter
                        where site_id = :site and day = :day and category = :category for update""")
                .bind("site", site)
                .bind("day", today)
                .bind("category", category.code())
                .mapTo(Integer.class)
                .one();
        // A range changed during the day begins anew at its first number.
        int within =
                Math.clamp(last, category.range().first() - 1, category.range().last());
        QueueCounter counter = new QueueCounter(category.prefix(), today, within, category.range());
        if (!(counter.next(today) instanceof QueueCounter.Issue.Issued issued)) {
            throw ProblemMapper.broken(ProblemCode.RULE_BROKEN, "category", "NUMBERS_EXHAUSTED");
        }
        handle.createUpdate("""
                        update queue_counter set last = :last
                        where site_id = :site and day = :day and category = :category""")
                .bind("last", issued.after().last())
                .bind("site", site)
                .bind("day", today)
                .bind("category", category.code())
                .execute();
        return issued.number();
    }

    /** What a desk calls. */
    static ServedQueues served(Handle handle, String desk) {
        return handle.createQuery("select id, queue_categories, queue_order, languages from desk where id = :desk")
                .bind("desk", desk)
                .map((row, context) -> served(row))
                .one();
    }

    /** Every desk of the site as its queue sees it. */
    static List<Queues.DeskStand> desks(Handle handle, String site) {
        return handle.createQuery("""
                        select d.id, d.number, d.queue_categories, d.queue_order, d.languages, p.from_at, p.reason
                        from desk d left join desk_pause p on p.desk_id = d.id and p.to_at is null
                        where d.site_id = :site order by d.number""")
                .bind("site", site)
                .map((row, context) -> stand(row))
                .list();
    }

    private static Queues.DeskStand stand(ResultSet row) throws SQLException {
        ServedQueues served = served(row);
        return new Queues.DeskStand(
                served.deskId(),
                row.getInt("number"),
                served.categories(),
                served.order().name(),
                served.languages(),
                Columns.optionalInstant(row, "from_at"),
                Columns.optionalText(row, "reason"));
    }

    private static ServedQueues served(ResultSet row) throws SQLException {
        return new ServedQueues(
                row.getString("id"),
                Columns.texts(row, "queue_categories"),
                ServedQueues.Order.valueOf(row.getString("queue_order")),
                Columns.texts(row, "languages"));
    }

    private static Category category(ResultSet row) throws SQLException {
        String code = row.getString("code");
        return new Category(
                code,
                row.getString("name"),
                Columns.optionalText(row, "prefix").orElse(code).charAt(0),
                new QueueCounter.Range(row.getInt("first_number"), row.getInt("last_number")),
                row.getInt("priority"));
    }
}
