package it.sportello.app.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import it.sportello.offlinecache.StoreFault;
import it.sportello.offlinecache.sync.AcknowledgedHead;
import it.sportello.offlinecache.sync.DeskClock;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files of the workstation, opened as the program opens them. */
class DeskStoreTest {
    private final Clock clock = Clock.fixed(Instant.parse("2026-11-23T07:30:00Z"), ZoneId.of("Europe/Rome"));

    @TempDir
    Path home;

    @Test
    @Tag("R-SEC-4")
    void aJournalShorterThanTheServerAcknowledgedIsNeverOpened() {
        try (DeskStore store = open()) {
            store.cache().putBlock("acknowledged:till:T01", new AcknowledgedHead("till:T01", 7, "0".repeat(64)));
        }
        assertEquals(
                StoreFault.Code.TAMPERED,
                assertThrows(StoreFault.class, () -> open().close()).code());
        assertEquals(
                StoreFault.Code.TAMPERED,
                assertThrows(StoreFault.class, () -> open().close()).code());
    }

    private DeskStore open() {
        return DeskStore.open(home, clock, new DeskClock(clock, () -> 0), what -> {}, new SecureRandom());
    }
}
