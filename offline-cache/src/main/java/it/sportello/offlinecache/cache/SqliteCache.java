package it.sportello.offlinecache.cache;

import it.sportello.api.Bookings;
import it.sportello.api.Dues;
import it.sportello.api.Exemptions;
import it.sportello.api.Feeds;
import it.sportello.api.Json;
import it.sportello.api.Persons;
import it.sportello.offlinecache.StoreFault;
import it.sportello.offlinecache.database.Database;
import it.sportello.offlinecache.database.Durability;
import it.sportello.offlinecache.database.SqlWork;
import it.sportello.offlinecache.database.Statements;
import it.sportello.offlinecache.seal.SealedRecords;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/** The cache in its file. A damaged file, or one of another key, is set aside and an empty one takes its place. */
public final class SqliteCache implements LocalCache {
    private static final Logger LOG = LoggerFactory.getLogger(SqliteCache.class);
    private static final String BLOCK = "block";

    private final Database database;
    private final CacheOptions options;
    private final SealedRecords sealed;
    private final PersonRows persons;
    private final PersonThings things;
    private final DueOverlay overlay;
    private final NameIndex names = new NameIndex();

    private SqliteCache(Database database, CacheOptions options) {
        this.database = database;
        this.options = options;
        this.sealed = new SealedRecords(options.sealer());
        this.persons = new PersonRows(options.sealer());
        this.things = new PersonThings(sealed);
        this.overlay = new DueOverlay(options.facts());
    }

    /** Opens the cache of a profile, or makes it, and builds the index of names. */
    public static SqliteCache open(CacheOptions options) {
        try {
            return opened(options);
        } catch (StoreFault unusable) {
            if (unusable.code() == StoreFault.Code.IN_USE) {
                throw unusable;
            }
            LOG.warn("the cache is set aside and filled again: {}", unusable.getMessage());
            setAside(options.file());
            return opened(options);
        }
    }

    private static SqliteCache opened(CacheOptions options) {
        Database database =
                Database.open(options.file(), Durability.NORMAL, CacheSchema.schema(), options.guard(), false);
        boolean indexed = false;
        try {
            SqliteCache cache = new SqliteCache(database, options);
            database.read(cache.persons::all).forEach(person -> cache.names.put(person.value()));
            indexed = true;
            return cache;
        } finally {
            if (!indexed) {
                database.close();
            }
        }
    }

    private static void setAside(Path file) {
        try {
            for (String part : List.of("", "-wal", "-shm")) {
                Path one = file.resolveSibling(file.getFileName() + part);
                if (Files.exists(one)) {
                    Path aside = file.resolveSibling(file.getFileName() + ".damaged" + part);
                    Files.move(one, aside, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void putPersonFile(Persons.PersonFile file) {
        Instant asOf = options.time().corrected();
        change(statements -> {
            if (persons.put(statements, file.person(), asOf)) {
                names.put(file.person());
            }
            things.replace(statements, file, asOf);
            return file;
        });
    }

    @Override
    public Optional<Aged<Persons.PersonFile>> personFile(String personId) {
        Optional<Aged<Persons.PersonFile>> stored = database.read(statements -> {
            Optional<Aged<Persons.PersonRecord>> person = persons.find(statements, personId);
            return person.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Aged<>(
                            things.file(statements, person.get().value()),
                            person.get().asOf()));
        });
        return stored.map(aged -> new Aged<>(seen(aged.value()), aged.asOf()));
    }

    private Persons.PersonFile seen(Persons.PersonFile file) {
        return new Persons.PersonFile(
                file.person(),
                file.exemptions(),
                overlay.bookings(file.bookings()),
                overlay.dues(file.dues()).stream().map(DueSeen::due).toList());
    }

    @Override
    public Optional<Aged<Persons.Hit>> byCode(String code) {
        return hits(persons.codeHash(code)).stream().findFirst();
    }

    @Override
    public List<Aged<Persons.Hit>> byPhone(String phone) {
        return hits(persons.phoneHash(phone));
    }

    private List<Aged<Persons.Hit>> hits(String hash) {
        return database.read(statements ->
                persons.byHash(statements, hash).stream().map(SqliteCache::hit).toList());
    }

    @Override
    public List<Aged<Persons.Hit>> byName(
            String surname, Optional<String> given, Optional<LocalDate> birthDate, int limit) {
        List<String> ids = names.find(surname, given, birthDate, limit);
        return database.read(statements -> {
            List<Aged<Persons.Hit>> found = new ArrayList<>();
            for (String id : ids) {
                persons.find(statements, id).map(SqliteCache::hit).ifPresent(found::add);
            }
            return List.copyOf(found);
        });
    }

    private static Aged<Persons.Hit> hit(Aged<Persons.PersonRecord> aged) {
        Persons.PersonRecord person = aged.value();
        Persons.Hit hit = new Persons.Hit(
                person.id(),
                person.code(),
                person.surname(),
                person.names(),
                person.birthDate(),
                person.birthPlace(),
                person.municipality(),
                person.doctor());
        return new Aged<>(hit, aged.asOf());
    }

    @Override
    public void putDayList(String siteId, Bookings.DayList list) {
        Instant asOf = options.time().corrected();
        change(statements -> {
            things.replaceDay(statements, siteId, list, asOf);
            return list;
        });
    }

    @Override
    public Optional<Aged<Bookings.DayList>> dayList(String siteId, LocalDate day) {
        Optional<Aged<Bookings.DayList>> stored = database.read(statements -> things.day(statements, siteId, day));
        return stored.map(aged -> {
            List<Bookings.BookingView> bookings = overlay.bookings(aged.value().bookings()).stream()
                    .sorted(Comparator.comparing(Bookings.BookingView::startsAt)
                            .thenComparing(Bookings.BookingView::number))
                    .toList();
            return new Aged<>(new Bookings.DayList(day, bookings), aged.asOf());
        });
    }

    @Override
    public List<DueSeen> overlay(List<Dues.DueView> fromServer) {
        return overlay.dues(fromServer);
    }

    @Override
    public void applyPage(Feeds.Page page) {
        Instant asOf = options.time().corrected();
        change(statements -> {
            for (Feeds.Item item : page.items()) {
                apply(statements, item, asOf);
            }
            things.storeCursor(statements, page.cursor());
            return page;
        });
    }

    private void apply(Statements statements, Feeds.Item item, Instant asOf) throws SQLException {
        switch (item.kind()) {
            case "person" -> person(statements, item, asOf);
            case "exemption" ->
                things.exemption(statements, item, asOf, form(item, Exemptions.ExemptionView.class), names::knows);
            case "due" -> things.due(statements, item, asOf, form(item, Dues.DueView.class), names::knows);
            case "booking" ->
                things.booking(statements, item, asOf, form(item, Bookings.BookingView.class), names::knows);
            default -> {
                // kinds that a newer server tells, and the queue, which is asked for live
                return;
            }
        }
    }

    private void person(Statements statements, Feeds.Item item, Instant asOf) throws SQLException {
        if (item.deleted()) {
            persons.remove(statements, item.id());
            names.remove(item.id());
            return;
        }
        Optional<Persons.PersonRecord> person = form(item, Persons.PersonRecord.class);
        if (person.isPresent() && names.knows(item.id()) && persons.put(statements, person.get(), asOf)) {
            names.put(person.get());
        }
    }

    private static <T> Optional<T> form(Feeds.Item item, Class<T> form) {
        if (item.deleted()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Json.feed().treeToValue(item.body(), form));
        } catch (JacksonException unreadable) {
            // the parser's message may quote a value, so it is not carried on
            throw new IllegalArgumentException("an item of the feed is not a " + form.getSimpleName());
        }
    }

    @Override
    public String cursor() {
        return database.read(things::cursor);
    }

    @Override
    public void reseed() {
        change(statements -> {
            things.forgetAll(statements);
            names.clear();
            return names;
        });
    }

    @Override
    public void putBlock(String name, Object record) {
        byte[] body = sealed.seal(BLOCK, name, 1, record);
        String asOf = options.time().corrected().toString();
        change(statements -> statements.update(
                "INSERT INTO block(name, as_of, body) VALUES(?,?,?) ON CONFLICT(name) DO UPDATE SET"
                        + " as_of=excluded.as_of, body=excluded.body",
                name,
                asOf,
                body));
    }

    @Override
    public <T> Optional<Aged<T>> block(String name, Class<T> form) {
        return database.read(statements -> statements.one(
                "SELECT as_of, body FROM block WHERE name=?",
                row -> new Aged<>(sealed.open(BLOCK, name, 1, row.getBytes(2), form), Instant.parse(row.getString(1))),
                name));
    }

    @Override
    public List<String> blocks(String beginning) {
        return database.read(statements -> statements.list(
                "SELECT name FROM block WHERE substr(name, 1, length(?)) = ? ORDER BY name",
                row -> row.getString(1),
                beginning,
                beginning));
    }

    @Override
    public int purgeOlderThan(Duration age) {
        Instant limit = options.time().corrected().minus(age);
        List<String> gone = change(statements -> {
            List<String> old = persons.olderThan(statements, limit);
            for (String person : old) {
                things.forget(statements, person);
                persons.remove(statements, person);
            }
            things.purgeDays(statements, limit);
            return old;
        });
        gone.forEach(names::remove);
        return gone.size();
    }

    private <T> T change(SqlWork<T> work) {
        return database.write(work);
    }

    @Override
    public void close() {
        database.close();
    }
}
