package it.sportello.offlinecache.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.api.Bookings;
import it.sportello.api.Feeds;
import it.sportello.api.Json;
import it.sportello.api.Persons;
import it.sportello.api.Sessions;
import it.sportello.offlinecache.Samples;
import it.sportello.offlinecache.TestDesk;
import it.sportello.offlinecache.desk.DeskStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

@Tag("R-SYN-6")
class CacheTest {
    private static final String CODE = "DNTNNA80A41L736X";

    @TempDir
    private Path home;

    private DeskStore store;
    private LocalCache cache;

    @BeforeEach
    void open() {
        store = TestDesk.open(home);
        cache = store.cache();
    }

    @AfterEach
    void close() {
        store.close();
    }

    private void restart() {
        store.close();
        open();
    }

    private static Persons.PersonRecord anna(long version) {
        return Samples.person("p1", CODE, "D'Antòni", "Anna Maria", version);
    }

    private static Feeds.Item item(String kind, String id, long version, Object body) {
        return new Feeds.Item(kind, id, version, false, Json.feed().<JsonNode>valueToTree(body));
    }

    private static Feeds.Item gone(String kind, String id, long version) {
        return new Feeds.Item(kind, id, version, true, Json.feed().createObjectNode());
    }

    private static Feeds.Page page(String cursor, Feeds.Item... items) {
        return new Feeds.Page(List.of(items), cursor, false);
    }

    @Test
    void aPersonIsFoundByCodePhoneAndNameAlsoAfterARestart() {
        cache.putPersonFile(Samples.file(anna(1)));
        for (int start = 0; start < 2; start++) {
            assertEquals(
                    "p1",
                    cache.byCode(" dntnna80a41l736x ").orElseThrow().value().personId());
            assertEquals(1, cache.byPhone("041 555 00 00").size());
            assertEquals(
                    1,
                    cache.byName("DANTO", Optional.of("anna"), Optional.empty(), 10)
                            .size());
            assertEquals(
                    1,
                    cache.byName("d’antoni", Optional.empty(), Optional.of(LocalDate.of(1980, 1, 1)), 10)
                            .size());
            assertEquals(
                    0,
                    cache.byName("d'antoni", Optional.empty(), Optional.of(LocalDate.of(1981, 1, 1)), 10)
                            .size());
            assertEquals(
                    0,
                    cache.byName("dant", Optional.of("mario"), Optional.empty(), 10)
                            .size());
            assertTrue(cache.byCode("DNTNNA80A41L736Y").isEmpty());
            assertEquals(TestDesk.MORNING, cache.byCode(CODE).orElseThrow().asOf());
            restart();
        }
    }

    @Test
    void anOlderVersionNeverReplacesANewerOne() {
        cache.putPersonFile(Samples.file(anna(5), Samples.due("d1", "p1", 100, "OPEN", 5)));
        cache.applyPage(page(
                "c1",
                item("due", "d1", 4, Samples.due("d1", "p1", 999, "OPEN", 4)),
                item("person", "p1", 4, Samples.person("p1", CODE, "Vecchio", "Nome", 4))));
        Persons.PersonFile file = cache.personFile("p1").orElseThrow().value();
        assertEquals(100, file.dues().getFirst().amountCents());
        assertEquals("D'Antòni", file.person().surname());
        cache.applyPage(page("c2", item("due", "d1", 6, Samples.due("d1", "p1", 0, "PAID", 6))));
        assertEquals(
                "PAID",
                cache.personFile("p1").orElseThrow().value().dues().getFirst().state());
    }

    @Test
    void thePageAndItsCursorAreOneTransaction() {
        cache.putPersonFile(Samples.file(anna(1)));
        cache.applyPage(page("c1", item("due", "d1", 1, Samples.due("d1", "p1", 100, "OPEN", 1))));
        Feeds.Item broken = new Feeds.Item("due", "d2", 1, false, Json.feed().createObjectNode());
        org.junit.jupiter.api.Assertions.assertThrows(
                IllegalArgumentException.class,
                () -> cache.applyPage(page("c2", item("due", "d3", 1, Samples.due("d3", "p1", 1, "OPEN", 1)), broken)));
        assertEquals("c1", cache.cursor());
        assertEquals(1, cache.personFile("p1").orElseThrow().value().dues().size());
        restart();
        assertEquals("c1", cache.cursor());
    }

    @Test
    void onlyTheWorkingSetIsKeptAndTombstonesRemove() {
        cache.putPersonFile(Samples.file(anna(1), Samples.due("d1", "p1", 100, "OPEN", 1)));
        cache.applyPage(page(
                "c1",
                item("person", "p2", 1, Samples.person("p2", "X", "Altri", "Mai", 1)),
                item("due", "d9", 1, Samples.due("d9", "p2", 100, "OPEN", 1)),
                item("exemption", "e1", 1, Samples.exemption("e1", "p1", "013", 1)),
                item("queue", "q1", 1, Json.feed().createObjectNode()),
                item("something newer", "z", 1, Json.feed().createObjectNode())));
        assertTrue(cache.personFile("p2").isEmpty());
        assertEquals(
                1, cache.personFile("p1").orElseThrow().value().exemptions().size());
        cache.applyPage(page("c2", gone("exemption", "e1", 2), gone("due", "d1", 2)));
        assertEquals(
                0, cache.personFile("p1").orElseThrow().value().exemptions().size());
        assertEquals(0, cache.personFile("p1").orElseThrow().value().dues().size());
        cache.applyPage(page("c3", gone("person", "p1", 9)));
        assertTrue(
                cache.byName("dantoni", Optional.empty(), Optional.empty(), 9).isEmpty());
        assertTrue(cache.byCode(CODE).isEmpty());
    }

    @Test
    void whatAPersonNoLongerHasGoesWithTheNextPage() {
        cache.putPersonFile(Samples.file(
                anna(1), Samples.due("d1", "p1", 100, "OPEN", 1), Samples.due("d2", "p1", 200, "OPEN", 1)));
        cache.putPersonFile(Samples.file(anna(1), Samples.due("d2", "p1", 200, "OPEN", 1)));
        assertEquals(
                List.of("d2"),
                cache.personFile("p1").orElseThrow().value().dues().stream()
                        .map(it.sportello.api.Dues.DueView::id)
                        .toList());
    }

    @Test
    void theBookingsOfTheDayFollowTheFeed() {
        LocalDateTime at = LocalDateTime.of(2026, 11, 23, 9, 0);
        LocalDate day = at.toLocalDate();
        assertTrue(cache.dayList(Samples.SITE, day).isEmpty(), "never loaded is not empty");
        cache.putDayList(
                Samples.SITE, new Bookings.DayList(day, List.of(Samples.booking("b1", "p7", at, "BOOKED", 1))));
        cache.applyPage(page(
                "c1",
                item("booking", "b2", 1, Samples.booking("b2", "p8", at.minusHours(1), "BOOKED", 1)),
                item("booking", "b3", 1, Samples.booking("b3", "p9", at.plusDays(1), "BOOKED", 1))));
        assertEquals(
                List.of("b2", "b1"),
                cache.dayList(Samples.SITE, day).orElseThrow().value().bookings().stream()
                        .map(Bookings.BookingView::id)
                        .toList());
        assertTrue(cache.dayList(Samples.SITE, day.plusDays(1)).isEmpty());
        cache.putDayList(Samples.SITE, new Bookings.DayList(day, List.of()));
        assertEquals(
                0,
                cache.dayList(Samples.SITE, day)
                        .orElseThrow()
                        .value()
                        .bookings()
                        .size());
    }

    @Test
    void blocksKeepTheirAge() {
        Sessions.ParameterTable table = new Sessions.ParameterTable(List.of());
        cache.putBlock(LocalCache.PARAMETERS, table);
        restart();
        Aged<Sessions.ParameterTable> aged = cache.block(LocalCache.PARAMETERS, Sessions.ParameterTable.class)
                .orElseThrow();
        assertEquals(table, aged.value());
        assertEquals(Duration.ofHours(2), aged.age(TestDesk.MORNING.plus(Duration.ofHours(2))));
        assertEquals(Duration.ZERO, aged.age(TestDesk.MORNING.minusSeconds(5)));
        assertEquals(List.of("parameters"), cache.blocks("para"));
    }

    @Test
    void oldPersonsAreForgottenAndASeedStartsFromNothing() {
        cache.putPersonFile(Samples.file(anna(1), Samples.due("d1", "p1", 100, "OPEN", 1)));
        assertEquals(0, cache.purgeOlderThan(Duration.ofHours(1)));
        assertEquals(1, cache.purgeOlderThan(Duration.ofHours(-1)));
        assertTrue(cache.personFile("p1").isEmpty());
        assertTrue(cache.byName("dant", Optional.empty(), Optional.empty(), 9).isEmpty());
        cache.putPersonFile(Samples.file(anna(1)));
        cache.applyPage(page("c1"));
        cache.reseed();
        assertEquals("", cache.cursor());
        assertTrue(cache.byCode(CODE).isEmpty());
    }

    @Test
    void aDamagedCacheIsSetAsideAndFilledAgain() throws IOException {
        cache.putPersonFile(Samples.file(anna(1)));
        store.close();
        byte[] bytes = Files.readAllBytes(home.resolve("cache.db"));
        java.util.Arrays.fill(bytes, 0, 3000, (byte) 7);
        Files.write(home.resolve("cache.db"), bytes);
        open();
        assertTrue(cache.byCode(CODE).isEmpty());
        assertTrue(Files.exists(home.resolve("cache.db.damaged")));
        cache.putPersonFile(Samples.file(anna(1)));
        assertFalse(cache.byCode(CODE).isEmpty());
    }
}
