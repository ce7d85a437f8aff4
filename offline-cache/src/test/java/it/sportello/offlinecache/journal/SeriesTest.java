package it.sportello.offlinecache.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import it.sportello.domain.document.DocumentKind;
import it.sportello.domain.document.Regime;
import it.sportello.domain.document.SeriesKey;
import it.sportello.offlinecache.StoreFault;
import it.sportello.offlinecache.TestDesk;
import it.sportello.offlinecache.desk.DeskStore;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("R-TIL-4")
class SeriesTest {
    @TempDir
    private Path home;

    private static String issue(Journal journal, SeriesKey key, LocalDate day) {
        return journal.commit(transaction -> {
            String number = transaction.nextNumber(key, day).printed();
            transaction.putDocument(number, "receipt", UUID.randomUUID(), new TestDesk.SessionDetail(1, number));
            return number;
        });
    }

    @Test
    void everySeriesCountsForItself() {
        SeriesKey practice = SeriesKey.of(Regime.PRIVATE_PRACTICE, DocumentKind.INVOICE, TestDesk.TILL, "A", 2026);
        SeriesKey replaced = SeriesKey.of(Regime.SSN, DocumentKind.RECEIPT, TestDesk.TILL, "B", 2026);
        try (DeskStore store = TestDesk.open(home)) {
            assertEquals("SR-T01A/2026/000001", issue(store.journal(), TestDesk.RECEIPTS, TestDesk.DAY));
            assertEquals("SR-T01A/2026/000002", issue(store.journal(), TestDesk.RECEIPTS, TestDesk.DAY));
            assertEquals("LF-T01A/2026/000001", issue(store.journal(), practice, TestDesk.DAY));
            assertEquals("SR-T01B/2026/000001", issue(store.journal(), replaced, TestDesk.DAY));
            assertEquals(3, store.journal().series(TestDesk.TILL).size());
        }
    }

    @Test
    void theDateNeverGoesBackAndTheYearChangesTheSeries() {
        SeriesKey next = SeriesKey.of(Regime.SSN, DocumentKind.RECEIPT, TestDesk.TILL, "A", 2027);
        try (DeskStore store = TestDesk.open(home)) {
            issue(store.journal(), TestDesk.RECEIPTS, TestDesk.DAY);
            StoreFault back = assertThrows(
                    StoreFault.class, () -> issue(store.journal(), TestDesk.RECEIPTS, TestDesk.DAY.minusDays(1)));
            assertEquals(StoreFault.Code.DATE_BACKWARDS, back.code());
            LocalDate newYear = LocalDate.of(2027, 1, 1);
            assertThrows(IllegalArgumentException.class, () -> issue(store.journal(), TestDesk.RECEIPTS, newYear));
            assertEquals("SR-T01A/2027/000001", issue(store.journal(), next, newYear));
            assertEquals("SR-T01A/2026/000002", issue(store.journal(), TestDesk.RECEIPTS, LocalDate.of(2026, 12, 31)));
        }
    }

    @Test
    void manyThreadsGetEachNumberOnce() throws InterruptedException, ExecutionException {
        List<String> numbers = new ArrayList<>();
        try (DeskStore store = TestDesk.open(home);
                ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Future<String>> futures = IntStream.range(0, 64)
                    .mapToObj(one -> threads.submit(() -> issue(store.journal(), TestDesk.RECEIPTS, TestDesk.DAY)))
                    .toList();
            for (Future<String> future : futures) {
                numbers.add(future.get());
            }
        }
        List<String> expected = IntStream.rangeClosed(1, 64)
                .mapToObj(number -> String.format("SR-T01A/2026/%06d", number))
                .toList();
        assertEquals(expected, numbers.stream().sorted().toList());
    }
}
