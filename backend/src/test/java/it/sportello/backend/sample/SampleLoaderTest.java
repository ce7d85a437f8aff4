package it.sportello.backend.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.api.Json;
import it.sportello.api.Prescriptions.ServiceRow;
import it.sportello.backend.session.PasswordHash;
import it.sportello.backend.store.Database;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/** The sample in a real PostgreSQL: its constraints are the judge of most of it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SampleLoaderTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    private final Map<String, Long> progress = new HashMap<>();
    private SampleAuthority sample = SampleAuthority.generate(5, TODAY);
    private Database database;

    @BeforeAll
    void load(@TempDir Path home, TestReporter reporter) {
        database = Database.embedded(home);
        long start = System.nanoTime();
        sample = SampleAuthority.generate(5, TODAY);
        new SampleLoader((count, what) -> progress.put(what, count)).load(database.jdbi(), sample);
        reporter.publishEntry(
                "sample generated and loaded in ms",
                Long.toString(Duration.ofNanos(System.nanoTime() - start).toMillis()));
    }

    @AfterAll
    void close() {
        database.close();
    }

    private long one(String query) {
        return database.read(
                handle -> handle.createQuery(query).mapTo(Long.class).one());
    }

    @Test
    void everythingArrives() {
        assertEquals(25_000, one("select count(*) from person"));
        assertEquals(sample.offer().slots().size(), one("select count(*) from slot"));
        assertEquals(sample.orders().bookings().size(), one("select count(*) from booking"));
        assertEquals(25_000L, progress.get("person"));
    }

    @Test
    void aUsedDatabaseIsRefusedAndLeftAsItWas() {
        SampleLoader.DatabaseNotEmpty refusal = assertThrows(
                SampleLoader.DatabaseNotEmpty.class,
                () -> new SampleLoader(SampleProgress.SILENT).load(database.jdbi(), sample));
        assertTrue(String.valueOf(refusal.getMessage()).contains("person"));
        assertEquals(25_000, one("select count(*) from person"));
    }

    @Test
    void whoPlaysWhichCaseIsToldByTheDatabaseItself() {
        assertEquals(
                sample.cast(),
                SampleLoader.loaded(database.jdbi()).orElseThrow().cast());
    }

    @Test
    void takenPlacesAreTheBookings() {
        assertEquals(
                0,
                one("select count(*) from slot s where s.booked <> "
                        + "(select count(*) from booking b where b.slot_id = s.id)"));
    }

    @Test
    void everyStandingBookingUsesItsPrescription() {
        assertEquals(
                0,
                one("select count(*) from booking b where b.state = 'BOOKED' and b.prescription_number is not null "
                        + "and not exists (select from prescription_use u "
                        + "where u.prescription_number = b.prescription_number and u.open)"));
    }

    @Test
    void countersGoOnAfterTheSample() {
        assertEquals(
                one("select max(split_part(number, '-', 2)::bigint) from booking"),
                one("select last from yearly_counter where name = 'booking'"));
    }

    @Test
    void operatorsSignInWithTheirPassword() {
        List<String> hashes = database.read(handle -> handle.createQuery("select password_hash from operator")
                .mapTo(String.class)
                .list());
        assertEquals(30, hashes.size());
        assertTrue(PasswordHash.matches(SampleCredentials.PASSWORD, hashes.getFirst()));
        assertFalse(PasswordHash.matches("sportello-2026", hashes.getFirst()));
    }

    @Test
    void rowsOfADueAreThoseOfTheWire() {
        String rows = database.read(
                handle -> handle.createQuery("select rows::text from due where kind = 'SPECIALIST_COPAYMENT' limit 1")
                        .mapTo(String.class)
                        .one());
        ServiceRow[] services = Json.strict().readValue(rows, ServiceRow[].class);
        assertTrue(services.length > 0);
        assertTrue(services[0].tariffCents() > 0);
    }

    @Test
    void oddNamesArriveAsTheyAre() {
        assertEquals(
                1,
                one("select count(*) from person where surname = 'DELL''ACQUA VISCONTI DI SANT''ANDREA' "
                        + "and names = 'GIANFRANCESCO MARIA NICOLÒ' "
                        + "and surname_key = 'DELL ACQUA VISCONTI DI SANT ANDREA'"));
    }
}
