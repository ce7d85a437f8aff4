package it.sportello.offlinecache.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import it.sportello.offlinecache.StoreFault;
import it.sportello.offlinecache.TestDesk;
import it.sportello.offlinecache.desk.DeskStore;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a note validator told stays, in order and with its place, and nothing of it can be taken away unseen. */
@Tag("R-ADD-13")
class NoteAccountsTest {
    static final String DEVICE = "ssp 1234567";

    @TempDir
    private Path home;

    static NoteRecord record(String place, Integer... cents) {
        return new NoteRecord(
                DEVICE,
                place,
                Arrays.stream(cents)
                        .map(one -> new TestDesk.SessionDetail(one, "STACKED"))
                        .toList());
    }

    private static void put(Journal journal, NoteRecord record) {
        journal.commit(transaction -> {
            transaction.putNotes(record);
            return record;
        });
    }

    private static List<Long> told(Journal journal, long after) {
        return journal.noteAccounts().after(after, TestDesk.SessionDetail.class).stream()
                .map(one -> one.detail().floatCents())
                .toList();
    }

    @Test
    void eventsAndPlaceAreFoundAfterARestart() {
        try (DeskStore store = TestDesk.open(home)) {
            assertEquals(Optional.empty(), store.journal().noteAccounts().place(DEVICE));
            put(store.journal(), record("3", 5_000, 2_000));
            put(store.journal(), record("4"));
            put(store.journal(), record("5", 1_000));
            put(store.journal(), new NoteRecord("another", "1", List.of(new TestDesk.SessionDetail(500, "STACKED"))));
        }
        try (DeskStore store = TestDesk.open(home)) {
            assertEquals(Optional.of("5"), store.journal().noteAccounts().place(DEVICE));
            assertEquals(List.of(5_000L, 2_000L, 1_000L, 500L), told(store.journal(), 0));
            assertEquals(List.of(1_000L, 500L), told(store.journal(), 2));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DELETE FROM note_event WHERE position=2",
                "DELETE FROM note_device",
                "UPDATE note_event SET body=(SELECT body FROM note_event WHERE position=1) WHERE position=2",
                "UPDATE note_device SET version=version+1"
            })
    @Tag("R-SEC-4")
    void whatIsTakenAwayOrChangedIsSeenAtTheNextStart(String sql) throws SQLException {
        try (DeskStore store = TestDesk.open(home)) {
            put(store.journal(), record("3", 5_000, 2_000));
        }
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + home.resolve("journal.db"));
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
        StoreFault found =
                assertThrows(StoreFault.class, () -> TestDesk.open(home).close());
        assertEquals(StoreFault.Code.TAMPERED, found.code());
    }
}
