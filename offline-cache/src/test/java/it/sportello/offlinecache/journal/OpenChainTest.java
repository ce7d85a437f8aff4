package it.sportello.offlinecache.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.offlinecache.StoreFault;
import it.sportello.offlinecache.TestDesk;
import it.sportello.offlinecache.desk.DeskStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("R-SEC-4")
class OpenChainTest {
    @TempDir
    private Path home;

    @BeforeEach
    void work() {
        try (DeskStore store = TestDesk.open(home)) {
            TestDesk.openTill(store.journal());
            for (int number = 1; number <= 8; number++) {
                TestDesk.collect(store.journal(), "due-" + number, "person-" + number, 100L * number);
            }
        }
    }

    private Path file() {
        return home.resolve("journal.db");
    }

    private void tamper(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA foreign_keys=OFF");
            statement.execute(sql);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE ledger SET amounts='CASH=101' WHERE sequence=2",
                "UPDATE ledger SET running_total=running_total+1 WHERE sequence=9",
                "UPDATE ledger SET document='SR-T01A/2026/000009' WHERE sequence=9",
                "UPDATE ledger SET at='2026-11-22T07:30:00Z' WHERE sequence=3",
                "DELETE FROM ledger WHERE sequence=9",
                "DELETE FROM ledger WHERE sequence=4",
                "DELETE FROM ledger",
                "DELETE FROM outbox WHERE lane='till:T01' AND lane_sequence=9",
                "DELETE FROM outbox WHERE lane='till:T01' AND lane_sequence=5",
                "DELETE FROM outbox WHERE lane LIKE 'access:%'",
                "DELETE FROM lane WHERE name='till:T01'",
                "UPDATE lane SET count=8 WHERE name='till:T01'",
                "UPDATE lane SET epoch='B' WHERE name='till:T01'",
                "UPDATE lane SET head=zeroblob(32) WHERE name='till:T01'",
                "UPDATE outbox SET link=zeroblob(32) WHERE lane='till:T01' AND lane_sequence=3",
                "UPDATE outbox SET previous=zeroblob(32) WHERE lane='till:T01' AND lane_sequence=3",
                "UPDATE outbox SET running_total=1 WHERE lane='till:T01' AND lane_sequence=9",
                "UPDATE outbox SET type='till.annulled' WHERE lane='till:T01' AND lane_sequence=3",
                "UPDATE outbox SET fact=0 WHERE lane='till:T01' AND lane_sequence=3",
                "UPDATE outbox SET created_at='2026-11-22T07:30:00Z' WHERE lane='till:T01' AND lane_sequence=3",
                "UPDATE outbox SET body=(SELECT body FROM outbox WHERE lane_sequence=4 AND lane='till:T01')"
                        + " WHERE lane='till:T01' AND lane_sequence=3",
                "UPDATE series SET last=7",
                "UPDATE series SET last=9",
                "DELETE FROM series",
                "DELETE FROM document WHERE key='SR-T01A/2026/000004'",
                "UPDATE document SET key='SR-T01A/2026/000009' WHERE key='SR-T01A/2026/000008'",
                "UPDATE document SET body=zeroblob(200) WHERE key='SR-T01A/2026/000004'",
                "UPDATE document SET version=2 WHERE key='SR-T01A/2026/000004'",
                "UPDATE till_session SET open=0",
                "UPDATE till_session SET version=9"
            })
    void whatDoesNotAgreeIsNeverSilentlyAccepted(String sql) throws SQLException {
        tamper(sql);
        StoreFault fault =
                assertThrows(StoreFault.class, () -> TestDesk.open(home).close());
        assertEquals(StoreFault.Code.TAMPERED, fault.code());
    }

    @Test
    void anOldFilePutBackIsSeenByTheHeadTheServerAcknowledged() throws IOException {
        Path old = home.resolve("old.db");
        Files.copy(file(), old);
        try (DeskStore store = TestDesk.open(home)) {
            TestDesk.collect(store.journal(), "due-9", "person-9", 900);
            ChainHead head = store.journal().chainHead("till:T01").orElseThrow();
            store.cache()
                    .putBlock(
                            "acknowledged:till:T01",
                            new it.sportello.offlinecache.sync.AcknowledgedHead(
                                    head.lane(), head.count(), head.link().hex()));
        }
        TestDesk.open(home).close();
        Files.copy(old, file(), StandardCopyOption.REPLACE_EXISTING);
        StoreFault fault =
                assertThrows(StoreFault.class, () -> TestDesk.open(home).close());
        assertEquals(StoreFault.Code.TAMPERED, fault.code());
        assertTrue(String.valueOf(fault.getMessage()).contains("SHORTER"));
    }

    @Test
    void aChangedByteIsSeenOrChangesNothing() throws IOException {
        List<String> original = content();
        byte[] bytes = Files.readAllBytes(file());
        Random random = new Random(20_261_123);
        int seen = 0;
        for (int round = 0; round < 150; round++) {
            byte[] changed = bytes.clone();
            changed[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            write(changed);
            try {
                assertEquals(original, content(), "round " + round);
            } catch (StoreFault | IllegalStateException | NoSuchElementException noticed) {
                seen++;
            }
        }
        assertTrue(seen > 50, "only " + seen + " changes were noticed");
    }

    @Test
    void aFileCutShortIsSeen() throws IOException {
        byte[] bytes = Files.readAllBytes(file());
        for (int length = 4096; length < bytes.length; length += 8192) {
            write(java.util.Arrays.copyOf(bytes, length));
            assertThrows(StoreFault.class, this::content);
        }
    }

    private void write(byte[] bytes) throws IOException {
        Files.deleteIfExists(home.resolve("journal.db-wal"));
        Files.deleteIfExists(home.resolve("journal.db-shm"));
        Files.write(file(), bytes);
    }

    /** Everything that money, numbers and sending hang on. */
    private List<String> content() {
        try (DeskStore store = TestDesk.open(home)) {
            Journal journal = store.journal();
            List<String> all = new ArrayList<>();
            journal.entries(TestDesk.TILL).forEach(entry -> all.add(entry.toString()));
            journal.series(TestDesk.TILL).forEach(series -> all.add(series.toString()));
            for (OutboxItem item : journal.outbox().pending()) {
                all.add(item.toString());
                OutboxBody body = journal.outbox().body(item.id()).orElseThrow();
                all.add(body.link() + " " + java.util.Arrays.hashCode(body.bytes()));
            }
            journal.prints().open().forEach(job -> all.add(job.documentKey() + " " + job.copy() + job.state()));
            all.add(journal.openTillSession(TestDesk.TILL).toString());
            return all;
        }
    }
}
