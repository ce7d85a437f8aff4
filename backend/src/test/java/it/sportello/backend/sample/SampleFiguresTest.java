package it.sportello.backend.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.backend.store.Database;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The authority of the sample, counted in the store where every desk will meet it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SampleFiguresTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    private Database database;
    private SampleAuthority sample = SampleAuthority.generate(1, TODAY);

    @BeforeAll
    void load(@TempDir Path home, TestReporter reporter) {
        database = Database.embedded(home);
        long start = System.nanoTime();
        sample = SampleAuthority.generate(SampleAuthority.DEFAULT_SEED, TODAY);
        new SampleLoader(SampleProgress.SILENT).load(database.jdbi(), sample);
        reporter.publishEntry(
                "default sample generated and loaded in ms",
                Long.toString(Duration.ofNanos(System.nanoTime() - start).toMillis()));
    }

    @AfterAll
    void close() {
        database.close();
    }

    private long count(String query) {
        return database.read(
                handle -> handle.createQuery(query).mapTo(Long.class).one());
    }

    private List<String> texts(String query) {
        return database.read(
                handle -> handle.createQuery(query).mapTo(String.class).list());
    }

    @ParameterizedTest
    @CsvSource({
        "district,     4,     4",
        "site,         8,     20",
        "desk,         16,    16",
        "operator,     30,    30",
        "person,       25000, 25000",
        "doctor,       80,    80",
        "agenda,       60,    60",
        "service,      200,   400",
        "authority,    1,     1",
    })
    void theFiguresOfThePromise(String table, long least, long most) {
        long rows = count("select count(*) from " + table);
        assertTrue(rows >= least && rows <= most, table + " holds " + rows);
    }

    @Test
    void theEightSitesOfTheAuthorityHaveDesksHoursAndAgendas() {
        assertEquals(
                8, count("select count(distinct site_id) from desk"), "every desk belongs to one of the eight sites");
        assertEquals(
                4,
                count("select count(distinct s.district_code) from desk d join site s on s.id = d.site_id"),
                "each district has a desk");
        assertEquals(
                0,
                count("select count(*) from site s where s.id in (select site_id from desk) "
                        + "and not exists (select from site_hours h where h.site_id = s.id)"));
        assertEquals(
                0,
                count("select count(*) - count(distinct till_id) from desk where till_id is not null"),
                "no till stands at two desks");
    }

    @Test
    void slotsReachHalfAYearAhead() {
        long days = count("select max(starts_at)::date - date '2026-11-23' from slot");
        assertTrue(days >= 175 && days <= 185, days + " days");
        assertEquals(
                0,
                count("select count(*) from agenda g where not exists (select from slot s where s.agenda_id = g.id "
                        + "and s.starts_at > timestamp '2027-04-01')"));
        assertTrue(count("select count(*) from slot where booked < capacity and not blocked") > 10_000);
    }

    @Test
    void prescriptionsAreInEveryStateAndDuesOfSixKindsAreOpen() {
        assertEquals(
                List.of("1", "2", "3", "4", "5", "6", "7", "8", "9", "10"),
                texts("select state::text from prescription group by state order by prescription.state"));
        List<String> kinds = texts("select kind from due where state = 'OPEN' group by kind order by kind");
        assertTrue(kinds.size() >= 6, kinds.toString());
        assertEquals(
                0,
                count("select count(*) from prescription p where not exists "
                        + "(select from prescription_row r where r.prescription_number = p.number)"));
    }

    /** The check character by the table of the decree (DM 23 December 1976), written here once more. */
    private static char checkCharacter(String fifteen) {
        int[] odd = {1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23};
        int sum = 0;
        for (int index = 0; index < fifteen.length(); index++) {
            char letter = fifteen.charAt(index);
            int value = letter <= '9' ? letter - '0' : letter - 'A';
            sum += index % 2 == 0 ? odd[value] : value;
        }
        return (char) ('A' + sum % 26);
    }

    @Test
    void everyCodiceFiscaleHasItsCheckCharacter() {
        List<String> codes = texts("select code from person where code_kind = 'CODICE_FISCALE'");
        assertTrue(codes.size() > 24_000);
        for (String code : codes) {
            assertTrue(code.matches(
                    "[A-Z]{6}[0-9LMNPQRSTUV]{2}[ABCDEHLMPRST][0-9LMNPQRSTUV]{2}[A-Z][0-9LMNPQRSTUV]{3}[A-Z]"));
            assertEquals(checkCharacter(code.substring(0, 15)), code.charAt(15));
        }
        assertEquals('U', checkCharacter("RSSMRA80A01H501"), "the table itself, by a published example");
    }

    @Test
    void nothingHangsInTheAir() {
        assertEquals(0, count("select count(*) from slot where booked > capacity"));
        assertEquals(0, count("select count(*) from due where state = 'OPEN' and amount_cents = 0"));
        assertEquals(
                0,
                count("select count(*) from booking b join slot s on s.id = b.slot_id "
                        + "where b.cancel_by > s.starts_at::date"));
        assertEquals(
                0,
                count("select count(*) from (select person_id, code from exemption where replaced_by is null "
                        + "and valid_to is null group by person_id, code having count(*) > 1) doubled"));
        assertEquals(
                0,
                count("select count(*) from person where doctor_id is not null "
                        + "and doctor_id not in (select id from doctor)"));
    }

    @Test
    void theSampleIsSynthetic() {
        assertEquals(
                0,
                count("select count(*) from person where email is not null "
                        + "and email !~ '@[a-z0-9.-]*(example|esempio|test|invalid)'"));
    }

    /** The same seed and day fill a second store with the same rows; another seed with others. */
    @Test
    void aSecondLoadIsTheSameStoreAndAnotherSeedIsAnother(@TempDir Path other) {
        try (Database second = Database.embedded(other)) {
            new SampleLoader(SampleProgress.SILENT)
                    .load(second.jdbi(), SampleAuthority.generate(SampleAuthority.DEFAULT_SEED, TODAY));
            TreeSet<String> tables = new TreeSet<>(texts("""
                    select table_name from information_schema.tables where table_schema = 'public'
                      and table_type = 'BASE TABLE' and table_name not in ('flyway_schema_history', 'feed_head')"""));
            assertTrue(tables.size() > 30);
            for (String table : tables) {
                assertEquals(rows(database, table), rows(second, table), table);
            }
        }
        assertNotEquals(
                sample.digest(),
                SampleAuthority.generate(SampleAuthority.DEFAULT_SEED + 1, TODAY)
                        .digest());
    }

    /** A digest of all rows of a table, whatever their order. */
    private static String rows(Database store, String table) {
        return store.read(handle -> handle.createQuery(
                        "select md5(coalesce(string_agg(md5(t::text), '' order by md5(t::text)), '')) from " + table
                                + " t")
                .mapTo(String.class)
                .one());
    }

    @Test
    void aStoreThatHoldsOneRowOfAnythingIsRefusedAndLeftAsItWas(@TempDir Path used) {
        List<String> rows = List.of(
                "insert into authority values ('050503', 'Altra')",
                "insert into district values ('D9', 'Altro')",
                "insert into operator values ('O', 'o', 'B', 'N', 'h', '{}', true)",
                "insert into service (code, catalogue_code, description, branch, kind) values ('1', '1', 'd', '02', 'VISIT')",
                "insert into feed values (1, 'due', 'D', 1, false, null, '{}')");
        try (Database store = Database.embedded(used)) {
            for (String row : rows) {
                String table = row.replaceAll("insert into ([a-z_]+) .*", "$1");
                store.inTransaction(handle -> handle.execute(row));
                SampleLoader.DatabaseNotEmpty refusal = assertThrows(
                        SampleLoader.DatabaseNotEmpty.class,
                        () -> new SampleLoader(SampleProgress.SILENT).load(store.jdbi(), sample));
                assertTrue(String.valueOf(refusal.getMessage()).contains(table), refusal.getMessage());
                long persons = store.read(handle -> handle.createQuery("select count(*) from person")
                        .mapTo(Long.class)
                        .one());
                assertEquals(0, persons);
                store.inTransaction(handle -> handle.execute("delete from " + table));
            }
        }
    }
}
