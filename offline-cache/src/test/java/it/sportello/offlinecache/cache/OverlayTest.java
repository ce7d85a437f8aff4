package it.sportello.offlinecache.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.api.Bookings;
import it.sportello.api.Dues;
import it.sportello.api.Feeds;
import it.sportello.api.Json;
import it.sportello.api.OperationAnswer;
import it.sportello.domain.operation.Lane;
import it.sportello.domain.operation.OperationType;
import it.sportello.offlinecache.Samples;
import it.sportello.offlinecache.TestDesk;
import it.sportello.offlinecache.desk.DeskStore;
import it.sportello.offlinecache.journal.Journal;
import it.sportello.offlinecache.journal.OperationDraft;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What was done at this desk is never talked away by a message from elsewhere (R-STATE-2). */
@Tag("Q04")
class OverlayTest {
    @TempDir
    private Path home;

    private DeskStore store;
    private Journal journal;
    private LocalCache cache;

    @BeforeEach
    void open() {
        store = TestDesk.open(home);
        journal = store.journal();
        cache = store.cache();
        if (journal.openTillSession(TestDesk.TILL).isEmpty()) {
            TestDesk.openTill(journal);
        }
    }

    @AfterEach
    void close() {
        store.close();
    }

    private DueSeen seen(String state, long version) {
        return cache.overlay(List.of(Samples.due("d1", "p1", 3615, state, version)))
                .getFirst();
    }

    private void confirm(UUID id) {
        journal.outbox().confirmed(id, new OperationAnswer(id, List.of(), TestDesk.MORNING, Optional.empty()));
    }

    @Test
    void aDuePaidHereIsPaidWhateverTheServerSays() {
        assertEquals("OPEN", seen("OPEN", 1).due().state());
        TestDesk.Collection collection = TestDesk.collect(journal, "d1", "p1", 3615);
        assertEquals("PAID", seen("OPEN", 1).due().state());
        assertEquals(DueSeen.Origin.LOCAL_PENDING, seen("OPEN", 1).origin());
        assertFalse(seen("OPEN", 2).disputed(), "the server may have touched it before our collection arrived");
        store.close();
        open();
        assertEquals("PAID", seen("OPEN", 1).due().state(), "after a restart too");
        confirm(collection.operationId());
        assertEquals("PAID", seen("OPEN", 1).due().state(), "a list made before the collection arrived");
        assertFalse(seen("OPEN", 1).disputed());
        assertEquals(DueSeen.Origin.LOCAL_CONFIRMED, seen("OPEN", 1).origin());
        assertTrue(seen("OPEN", 3).disputed(), "open in a newer version: somebody has to look at it");
        assertEquals("PAID", seen("OPEN", 3).due().state());
        assertEquals(DueSeen.Origin.SERVER, seen("PAID", 2).origin());
        assertEquals("CANCELLED", seen("CANCELLED", 3).due().state(), "an end of its own is the server's");
    }

    @Test
    void theFeedDoesNotDowngradeItInThePersonsPage() {
        cache.putPersonFile(Samples.file(
                Samples.person("p1", "CODE", "Rossi", "Maria", 1), Samples.due("d1", "p1", 3615, "OPEN", 1)));
        TestDesk.collect(journal, "d1", "p1", 3615);
        Dues.DueView late = Samples.due("d1", "p1", 3615, "OPEN", 2);
        cache.applyPage(new Feeds.Page(
                List.of(new Feeds.Item("due", "d1", 2, false, Json.feed().<JsonNode>valueToTree(late))), "c", false));
        assertEquals(
                "PAID",
                cache.personFile("p1").orElseThrow().value().dues().getFirst().state());
    }

    @Test
    void anAnnulledReceiptOpensItsDueAgain() {
        TestDesk.Collection collection = TestDesk.collect(journal, "d1", "p1", 3615);
        TestDesk.annul(journal, collection, 3615);
        assertEquals("OPEN", seen("OPEN", 1).due().state());
        TestDesk.collect(journal, "d1", "p1", 3615);
        assertEquals("PAID", seen("OPEN", 1).due().state());
    }

    @Test
    void aPartDoesNotSettle() {
        TestDesk.collect(journal, "d1", "p1", 1000);
        assertEquals("OPEN", seen("OPEN", 1).due().state());
        TestDesk.collect(journal, "d1", "p1", 2615);
        assertEquals("PAID", seen("OPEN", 1).due().state());
    }

    @Test
    void aBookingAcceptedHereIsAccepted() {
        LocalDateTime at = LocalDateTime.of(2026, 11, 23, 9, 0);
        Bookings.DayList list =
                new Bookings.DayList(at.toLocalDate(), List.of(Samples.booking("b1", "p1", at, "BOOKED", 1)));
        cache.putDayList(Samples.SITE, list);
        journal.commit(transaction -> transaction.enqueue(new OperationDraft(
                OperationType.BOOKING_ACCEPT,
                1,
                Lane.booking("b1"),
                new Bookings.Accept("b1", 1, Optional.empty()),
                TestDesk.AUTHOR,
                true)));
        cache.putDayList(Samples.SITE, list);
        assertEquals(
                "ACCEPTED",
                cache.dayList(Samples.SITE, at.toLocalDate())
                        .orElseThrow()
                        .value()
                        .bookings()
                        .getFirst()
                        .state());
    }
}
