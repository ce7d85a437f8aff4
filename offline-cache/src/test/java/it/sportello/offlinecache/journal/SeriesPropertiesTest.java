package it.sportello.offlinecache.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import it.sportello.domain.document.DocumentKind;
import it.sportello.domain.document.DocumentNumber;
import it.sportello.domain.document.Regime;
import it.sportello.domain.document.SeriesKey;
import it.sportello.offlinecache.StoreFault;
import it.sportello.offlinecache.TestDesk;
import it.sportello.offlinecache.desk.DeskStore;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers of several series over random histories: what fails consumes none, and each series is 1 to n. */
@Tag("R-TIL-4")
class SeriesPropertiesTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 12, 28);

    @TempDir
    private Path home;

    private final Map<SeriesKey, Integer> last = new HashMap<>();
    private final Map<SeriesKey, LocalDate> lastDay = new HashMap<>();

    private static final class Abandoned extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void everySeriesIsWithoutGapsWhateverFails(long seed) {
        Random random = new Random(seed);
        LocalDate today = FIRST;
        DeskStore store = TestDesk.open(home);
        for (int step = 0; step < 80; step++) {
            String when = "seed " + seed + " step " + step;
            if (random.nextInt(12) == 0) {
                today = today.plusDays(1);
            }
            if (random.nextInt(25) == 0) {
                store.close();
                store = TestDesk.open(home);
            }
            LocalDate day = random.nextInt(8) == 0 ? today.minusDays(random.nextInt(1, 3)) : today;
            SeriesKey key = key(random, day.getYear());
            if (random.nextInt(4) == 0) {
                failing(store, key, day, random.nextBoolean());
            } else {
                issue(store, key, day, when);
            }
            assertEquals(last.getOrDefault(key, 0), store.journal().lastNumber(key), when);
        }
        store.close();
        try (DeskStore again = TestDesk.open(home)) {
            for (Map.Entry<SeriesKey, Integer> series : last.entrySet()) {
                assertEquals(series.getValue(), again.journal().lastNumber(series.getKey()), "seed " + seed);
                assertEquals(documents(again, series.getKey()), series.getValue(), "seed " + seed);
            }
        }
    }

    private static SeriesKey key(Random random, int year) {
        Regime regime = random.nextBoolean() ? Regime.SSN : Regime.PRIVATE_PRACTICE;
        DocumentKind[] kinds = DocumentKind.values();
        DocumentKind kind = regime == Regime.SSN ? DocumentKind.RECEIPT : kinds[random.nextInt(kinds.length)];
        return SeriesKey.of(regime, kind, TestDesk.TILL, random.nextBoolean() ? "A" : "B", year);
    }

    /** Several numbers of one commit; a day before the last of the series is refused and consumes nothing. */
    private void issue(DeskStore store, SeriesKey key, LocalDate day, String when) {
        if (lastDay.containsKey(key) && day.isBefore(lastDay.get(key))) {
            StoreFault fault = assertThrows(StoreFault.class, () -> commit(store, key, day, 1), when);
            assertEquals(StoreFault.Code.DATE_BACKWARDS, fault.code(), when);
            return;
        }
        int first = last.getOrDefault(key, 0) + 1;
        assertEquals(List.of(first, first + 1), commit(store, key, day, 2), when);
        last.put(key, first + 1);
        lastDay.put(key, day);
    }

    /** A commit that is abandoned after it took a number, or one whose number has no document. */
    private static void failing(DeskStore store, SeriesKey key, LocalDate day, boolean abandoned) {
        assertThrows(
                RuntimeException.class,
                () -> store.journal().commit(transaction -> {
                    DocumentNumber number = transaction.nextNumber(key, day);
                    if (abandoned) {
                        transaction.putDocument(
                                number.printed(), "receipt", TestDesk.session(), TestDesk.document(number, "d", 100));
                        throw new Abandoned();
                    }
                    return number;
                }));
    }

    private static List<Integer> commit(DeskStore store, SeriesKey key, LocalDate day, int count) {
        return store.journal().commit(transaction -> {
            List<Integer> numbers = new ArrayList<>();
            for (int one = 0; one < count; one++) {
                DocumentNumber number = transaction.nextNumber(key, day);
                transaction.putDocument(
                        number.printed(), "receipt", TestDesk.session(), TestDesk.document(number, "d", 100));
                numbers.add(number.progressive());
            }
            return numbers;
        });
    }

    private static int documents(DeskStore store, SeriesKey key) {
        int found = 0;
        while (store.journal()
                .document(new DocumentNumber(key, found + 1).printed(), it.sportello.api.Tills.Document.class)
                .isPresent()) {
            found++;
        }
        return found;
    }
}
