package it.sportello.offlinecache.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.offlinecache.StoreFault;
import it.sportello.offlinecache.TestDesk;
import it.sportello.offlinecache.sync.AcknowledgedHead;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files of a home, opened together. */
class DeskStoreTest {
    @TempDir
    private Path home;

    @Test
    void theFilesOfAHomeKeepTheirNamesSoThatOlderHomesOpen() throws IOException {
        TestDesk.open(home).close();
        try (Stream<Path> files = Files.list(home)) {
            Set<String> names =
                    files.map(file -> file.getFileName().toString()).collect(Collectors.toUnmodifiableSet());
            assertTrue(names.containsAll(Set.of("device.secret", "keys.json", "journal.db", "cache.db")), "" + names);
        }
    }

    @Test
    @Tag("R-SEC-4")
    void theInstallationKeepsItsNameAndAnotherHomeHasAnother() {
        String first;
        try (DeskStore store = TestDesk.open(home)) {
            first = store.installationId();
            assertEquals(first, store.installationId());
        }
        assertEquals(first, UUID.fromString(first).toString());
        try (DeskStore store = TestDesk.open(home)) {
            assertEquals(first, store.installationId());
            // the form under which the setting has always been kept
            assertEquals(
                    first,
                    store.journal()
                            .setting("installation", DeskStore.Installation.class)
                            .orElseThrow()
                            .id());
        }
        try (DeskStore other = TestDesk.open(home.resolve("other"))) {
            assertNotEquals(first, other.installationId());
        }
    }

    @Test
    @Tag("R-SEC-4")
    void aJournalShorterThanTheServerAcknowledgedIsNeverOpened() {
        try (DeskStore store = TestDesk.open(home)) {
            store.cache().putBlock("acknowledged:till:T01", new AcknowledgedHead("till:T01", 7, "0".repeat(64)));
        }
        assertEquals(StoreFault.Code.TAMPERED, refusal());
        assertEquals(StoreFault.Code.TAMPERED, refusal(), "and the files are free for the next try");
    }

    @Test
    void aHomeThatIsOpenIsNotOpenedAgain() {
        try (DeskStore store = TestDesk.open(home)) {
            assertEquals(StoreFault.Code.IN_USE, refusal());
            assertEquals(0, store.journal().outbox().summary().count(), "and the one that is open goes on");
        }
        TestDesk.open(home).close();
    }

    private StoreFault.Code refusal() {
        return assertThrows(StoreFault.class, () -> TestDesk.open(home).close()).code();
    }
}
