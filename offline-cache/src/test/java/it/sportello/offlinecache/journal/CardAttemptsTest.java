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
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Attempts to be paid by card are kept, step by step, and an end is never changed. */
@Tag("R-TIL-5")
class CardAttemptsTest {
    private static final UUID ID = UUID.fromString("01a2076b-4400-74bf-8b20-4c773a44644d");

    @TempDir
    private Path home;

    static CardAttemptState state(boolean open, String step) {
        return new CardAttemptState(
                ID, TestDesk.TILL, TestDesk.session(), open, new TestDesk.SessionDetail(3_615, step));
    }

    private static void put(Journal journal, CardAttemptState state) {
        journal.commit(transaction -> {
            transaction.putCardAttempt(state);
            return state;
        });
    }

    @Test
    void theNewestStepIsFoundAfterARestartUntilItsEndIsKnown() {
        try (DeskStore store = TestDesk.open(home)) {
            put(store.journal(), state(true, "CREATED"));
            put(store.journal(), state(true, "SENT"));
        }
        try (DeskStore store = TestDesk.open(home)) {
            CardAttempts attempts = store.journal().cardAttempts();
            TestDesk.SessionDetail sent = new TestDesk.SessionDetail(3_615, "SENT");
            assertEquals(List.of(sent), attempts.open(TestDesk.TILL, TestDesk.SessionDetail.class));
            assertEquals(List.of(), attempts.open("T02", TestDesk.SessionDetail.class));
            put(store.journal(), state(false, "REFUSED"));
            TestDesk.SessionDetail refused = new TestDesk.SessionDetail(3_615, "REFUSED");
            assertEquals(List.of(), attempts.open(TestDesk.TILL, TestDesk.SessionDetail.class));
            assertEquals(List.of(refused), attempts.ofSession(TestDesk.session(), TestDesk.SessionDetail.class));
            assertEquals(Optional.of(refused), attempts.find(ID, TestDesk.SessionDetail.class));
            assertThrows(IllegalStateException.class, () -> put(store.journal(), state(true, "SENT")));
            assertEquals(Optional.of(refused), attempts.find(ID, TestDesk.SessionDetail.class));
        }
    }

    @Test
    @Tag("R-SEC-4")
    void whatIsFrozenIsNotFreedByAChangedDigit() throws SQLException {
        try (DeskStore store = TestDesk.open(home)) {
            put(store.journal(), state(true, "UNKNOWN"));
        }
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + home.resolve("journal.db"));
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("UPDATE card_attempt SET open=0");
        }
        StoreFault found =
                assertThrows(StoreFault.class, () -> TestDesk.open(home).close());
        assertEquals(StoreFault.Code.TAMPERED, found.code());
    }
}
