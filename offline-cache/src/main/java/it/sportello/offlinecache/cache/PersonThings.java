package it.sportello.offlinecache.cache;

import it.sportello.api.Bookings;
import it.sportello.api.Dues;
import it.sportello.api.Exemptions;
import it.sportello.api.Feeds;
import it.sportello.api.Persons;
import it.sportello.offlinecache.database.Statements;
import it.sportello.offlinecache.seal.SealedRecords;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What belongs to the persons of the working set. The feed only refreshes what is here: an item of a person who was
 * never served at this desk is passed over, a booking is taken when its person or its day is known.
 */
final class PersonThings {
    private static final String OF_PERSON = "person=?";
    private static final String CURSOR = "feed.cursor";

    private final Rows<Exemptions.ExemptionView> exemptions;
    private final Rows<Dues.DueView> dues;
    private final Rows<Bookings.BookingView> bookings;

    PersonThings(SealedRecords sealed) {
        this.exemptions = new Rows<>("exemption", Exemptions.ExemptionView.class, sealed);
        this.dues = new Rows<>("due", Dues.DueView.class, sealed);
        this.bookings = new Rows<>("booking", Bookings.BookingView.class, sealed);
    }

    void replace(Statements statements, Persons.PersonFile file, Instant asOf) throws SQLException {
        List<String> person = List.of(file.person().id());
        exemptions.keepOnly(
                statements,
                OF_PERSON,
                person,
                file.exemptions().stream().map(Exemptions.ExemptionView::id).toList());
        dues.keepOnly(
                statements,
                OF_PERSON,
                person,
                file.dues().stream().map(Dues.DueView::id).toList());
        bookings.keepOnly(
                statements,
                OF_PERSON,
                person,
                file.bookings().stream().map(Bookings.BookingView::id).toList());
        for (Exemptions.ExemptionView one : file.exemptions()) {
            exemptions.put(statements, Rows.Key.of(one.id(), one.personId(), one.version()), one, asOf);
        }
        for (Dues.DueView one : file.dues()) {
            dues.put(statements, Rows.Key.of(one.id(), one.personId(), one.version()), one, asOf);
        }
        for (Bookings.BookingView one : file.bookings()) {
            bookings.put(statements, key(one), one, asOf);
        }
    }

    Persons.PersonFile file(Statements statements, Persons.PersonRecord person) throws SQLException {
        return new Persons.PersonFile(
                person,
                exemptions.ofPerson(statements, person.id()),
                bookings.ofPerson(statements, person.id()),
                dues.ofPerson(statements, person.id()));
    }

    void replaceDay(Statements statements, String site, Bookings.DayList list, Instant asOf) throws SQLException {
        String day = list.day().toString();
        bookings.keepOnly(
                statements,
                "site=? AND day=?",
                List.of(site, day),
                list.bookings().stream().map(Bookings.BookingView::id).toList());
        for (Bookings.BookingView one : list.bookings()) {
            bookings.put(statements, key(one), one, asOf);
        }
        statements.update(
                "INSERT INTO day_list(site, day, as_of) VALUES(?,?,?) ON CONFLICT DO UPDATE SET as_of=excluded.as_of",
                site,
                day,
                asOf.toString());
    }

    Optional<Aged<Bookings.DayList>> day(Statements statements, String site, LocalDate day) throws SQLException {
        Optional<Instant> asOf = dayAsOf(statements, site, day.toString());
        return asOf.isEmpty()
                ? Optional.empty()
                : Optional.of(new Aged<>(
                        new Bookings.DayList(day, bookings.ofDay(statements, site, day.toString())), asOf.get()));
    }

    private static Optional<Instant> dayAsOf(Statements statements, String site, String day) throws SQLException {
        return statements.one(
                "SELECT as_of FROM day_list WHERE site=? AND day=?", row -> Instant.parse(row.getString(1)), site, day);
    }

    void exemption(
            Statements statements,
            Feeds.Item item,
            Instant asOf,
            Optional<Exemptions.ExemptionView> body,
            Predicate<String> known)
            throws SQLException {
        if (body.isEmpty()) {
            exemptions.remove(statements, item.id());
        } else if (known.test(body.get().personId())) {
            Rows.Key key = Rows.Key.of(item.id(), body.get().personId(), item.version());
            exemptions.put(statements, key, body.get(), asOf);
        }
    }

    void due(Statements statements, Feeds.Item item, Instant asOf, Optional<Dues.DueView> body, Predicate<String> known)
            throws SQLException {
        if (body.isEmpty()) {
            dues.remove(statements, item.id());
        } else if (known.test(body.get().personId())) {
            dues.put(statements, Rows.Key.of(item.id(), body.get().personId(), item.version()), body.get(), asOf);
        }
    }

    void booking(
            Statements statements,
            Feeds.Item item,
            Instant asOf,
            Optional<Bookings.BookingView> body,
            Predicate<String> known)
            throws SQLException {
        if (body.isEmpty()) {
            bookings.remove(statements, item.id());
            return;
        }
        Bookings.BookingView booking = body.get();
        String day = booking.startsAt().toLocalDate().toString();
        boolean wanted = known.test(booking.personId())
                || bookings.knows(statements, booking.id())
                || dayAsOf(statements, booking.siteId(), day).isPresent();
        if (wanted) {
            bookings.put(statements, key(booking), booking, asOf);
        }
    }

    String cursor(Statements statements) throws SQLException {
        return statements
                .one("SELECT value FROM meta WHERE name=?", row -> row.getString(1), CURSOR)
                .orElse("");
    }

    void storeCursor(Statements statements, String cursor) throws SQLException {
        statements.update(
                "INSERT INTO meta(name, value) VALUES(?,?) ON CONFLICT DO UPDATE SET value=excluded.value",
                CURSOR,
                cursor);
    }

    void forget(Statements statements, String person) throws SQLException {
        for (String table : List.of("exemption", "due", "booking")) {
            statements.update("DELETE FROM " + table + " WHERE person=?", person);
        }
    }

    void purgeDays(Statements statements, Instant limit) throws SQLException {
        statements.update(
                "DELETE FROM booking WHERE as_of < ? AND (site, day) IN (SELECT site, day FROM day_list WHERE as_of < ?)",
                limit.toString(),
                limit.toString());
        statements.update("DELETE FROM day_list WHERE as_of < ?", limit.toString());
    }

    void forgetAll(Statements statements) throws SQLException {
        for (String table : List.of("lookup", "person", "exemption", "due", "booking", "day_list")) {
            statements.update("DELETE FROM " + table);
        }
        statements.update("DELETE FROM meta WHERE name=?", CURSOR);
    }

    private static Rows.Key key(Bookings.BookingView one) {
        return new Rows.Key(
                one.id(),
                one.personId(),
                one.version(),
                one.siteId(),
                one.startsAt().toLocalDate().toString());
    }
}
