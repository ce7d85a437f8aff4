package it.sportello.offlinecache.desk;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.offlinecache.Samples;
import it.sportello.offlinecache.StoreFault;
import it.sportello.offlinecache.TestDesk;
import it.sportello.offlinecache.journal.OutboxItem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every file of a home cut short, with a flipped bit, replaced by rubbish or by the file of another home: it opens as it
 * was, or the fault says so with a code that has a card. Nothing else ever comes out, and the lock is free again.
 */
@Tag("R-SEC-4")
class HostileFilesTest {
    private static final Set<StoreFault.Code> TOLD = Set.of(
            StoreFault.Code.DAMAGED, StoreFault.Code.TAMPERED, StoreFault.Code.WRONG_KEY, StoreFault.Code.NEWER_SCHEMA);

    @TempDir
    private Path home;

    @TempDir
    private Path kept;

    private List<String> whole = List.of();

    @BeforeEach
    void fill() throws IOException {
        try (DeskStore store = TestDesk.open(home)) {
            TestDesk.openTill(store.journal());
            for (int number = 1; number <= 3; number++) {
                TestDesk.collect(store.journal(), "due-" + number, "person-" + number, 100L * number);
            }
            store.cache().putBlock("note", Samples.person("person-1", "RSSMRA80A01H501U", "ROSSI", "MARIO", 1));
            whole = content(store);
        }
        copy(home, kept);
    }

    @ParameterizedTest
    @ValueSource(strings = {"device.secret", "keys.json"})
    void aFileCutShortIsTold(String name) throws IOException {
        byte[] bytes = Files.readAllBytes(kept.resolve(name));
        int step = Math.max(1, bytes.length / 24);
        for (int length = 0; length < bytes.length; length += step) {
            write(name, Arrays.copyOf(bytes, length));
            StoreFault.Code code = fault(name + " of " + length + " bytes");
            assertTrue(TOLD.contains(code), name + " of " + length + " bytes: " + code);
        }
        restored();
    }

    /** An empty database is a new one, which only what the server acknowledged shows; any other cut is told here. */
    @Test
    void aJournalCutShortIsTold() throws IOException {
        byte[] bytes = Files.readAllBytes(kept.resolve("journal.db"));
        for (int length = 100; length < bytes.length; length += bytes.length / 16) {
            write("journal.db", Arrays.copyOf(bytes, length));
            assertFalse(openedAsItWas("journal.db of " + length + " bytes"), "journal.db of " + length + " bytes");
        }
        restored();
    }

    /** A slot whose costs were changed is told before a byte of memory is taken for it. */
    @Test
    void aSlotThatCannotBeOursIsTold() throws IOException {
        try (DeskStore store = TestDesk.open(home)) {
            store.keys().setOperator(store.dataKey(), "orsini", "x".toCharArray(), TestDesk.MORNING);
        }
        String text = Files.readString(home.resolve("keys.json"));
        int operator = text.indexOf("\"OPERATOR\"");
        for (String changed : List.of(
                "\"memoryKib\":2000000000",
                "\"memoryKib\":-1",
                "\"passes\":2000000000",
                "\"passes\":0",
                "\"lanes\":16777215",
                "\"failures\":-1000",
                "\"salt\":\"0g\"",
                "\"wrapped\":\"abc\"")) {
            String field = changed.substring(0, changed.indexOf(':'));
            String tail = text.substring(operator).replaceFirst(field + ":(\"[^\"]*\"|-?[0-9]+)", changed);
            Files.writeString(home.resolve("keys.json"), text.substring(0, operator) + tail);
            assertEquals(StoreFault.Code.DAMAGED, fault(changed));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"device.secret", "keys.json"})
    void aFlippedBitIsToldOrChangesNothing(String name) throws IOException {
        byte[] bytes = Files.readAllBytes(kept.resolve(name));
        Random random = new Random(name.hashCode());
        int told = 0;
        for (int round = 0; round < 60; round++) {
            byte[] changed = bytes.clone();
            int at = random.nextInt(bytes.length);
            changed[at] ^= (byte) (1 << random.nextInt(8));
            write(name, changed);
            told += openedAsItWas(name + " byte " + at) ? 0 : 1;
        }
        assertTrue(told > 20, name + ": only " + told + " flips were told");
        restored();
    }

    @ParameterizedTest
    @ValueSource(strings = {"device.secret", "keys.json", "journal.db"})
    void rubbishIsTold(String name) throws IOException {
        byte[] rubbish = new byte[9_000];
        new Random(3).nextBytes(rubbish);
        write(name, rubbish);
        assertTrue(TOLD.contains(fault(name)), name);
        write(name, "<html><body>Accesso alla rete</body></html>".getBytes(StandardCharsets.UTF_8));
        assertTrue(TOLD.contains(fault(name)), name);
        restored();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "null",
                "{\"format\":1}",
                "{\"format\":1,\"slots\":null}",
                "{\"format\":1,\"slots\":[null]}",
                "{\"format\":1,\"slots\":[]}",
                "{\"format\":2,\"slots\":[]}",
                "{\"format\":1,\"slots\":[{\"kind\":\"DEVICE\",\"name\":\"device\"}]}"
            })
    void aKeyFileOfAnotherShapeIsTold(String text) throws IOException {
        write("keys.json", text.getBytes(StandardCharsets.UTF_8));
        assertTrue(TOLD.contains(fault(text)), text);
        restored();
    }

    @ParameterizedTest
    @ValueSource(strings = {"device.secret", "keys.json", "journal.db"})
    void theFileOfAnotherHomeIsTold(String name) throws IOException {
        Path other = kept.resolve("other");
        TestDesk.open(other).close();
        write(name, Files.readAllBytes(other.resolve(name)));
        assertTrue(Set.of(StoreFault.Code.WRONG_KEY, StoreFault.Code.TAMPERED).contains(fault(name)), name);
        restored();
    }

    /** The cache can be fetched again: whatever is done to it, the desk opens, and the journal is as it was. */
    @Test
    void aHostileCacheIsSetAside() throws IOException {
        byte[] bytes = Files.readAllBytes(kept.resolve("cache.db"));
        Random random = new Random(5);
        List<byte[]> hostile = new ArrayList<>();
        hostile.add(new byte[0]);
        hostile.add("SQLite format 3\0 and no more".getBytes(StandardCharsets.UTF_8));
        for (int length = 100; length < bytes.length; length += bytes.length / 8) {
            hostile.add(Arrays.copyOf(bytes, length));
        }
        for (int round = 0; round < 20; round++) {
            byte[] changed = bytes.clone();
            changed[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            hostile.add(changed);
        }
        for (byte[] content : hostile) {
            write("cache.db", content);
            try (DeskStore store = TestDesk.open(home)) {
                assertEquals(whole, content(store));
                store.cache().putBlock("again", new TestDesk.SessionDetail(1, "x"));
                assertTrue(store.cache()
                        .block("again", TestDesk.SessionDetail.class)
                        .isPresent());
            }
        }
    }

    /** A log that was not yet put into the file: cut anywhere, the journal is an earlier state of itself, or told. */
    @Test
    void aLogCutShortGivesAnEarlierWholeJournal() throws IOException {
        List<List<String>> states = new ArrayList<>();
        Path running = kept.resolve("running");
        try (DeskStore store = TestDesk.open(home)) {
            states.add(content(store));
            for (int number = 4; number <= 7; number++) {
                TestDesk.collect(store.journal(), "due-" + number, "person-" + number, 10L * number);
                states.add(content(store));
            }
            copy(home, running);
        }
        byte[] log = Files.readAllBytes(running.resolve("journal.db-wal"));
        Random random = new Random(9);
        int earlier = 0;
        for (int round = 0; round < 24; round++) {
            copy(running, home);
            Files.deleteIfExists(home.resolve("journal.db-shm"));
            Files.write(home.resolve("journal.db-wal"), Arrays.copyOf(log, random.nextInt(log.length)));
            try (DeskStore store = TestDesk.open(home)) {
                List<String> found = content(store);
                assertTrue(states.contains(found), "round " + round + ": neither state");
                earlier += found.equals(states.getLast()) ? 0 : 1;
            }
        }
        assertTrue(earlier > 0, "no cut lost anything: nothing was tried");
    }

    private boolean openedAsItWas(String what) throws IOException {
        try (DeskStore store = TestDesk.open(home)) {
            assertEquals(whole, content(store), what);
            return true;
        } catch (StoreFault told) {
            assertTrue(TOLD.contains(told.code()), what + ": " + told.code());
            return false;
        }
    }

    private StoreFault.Code fault(String what) {
        return assertThrows(StoreFault.class, () -> TestDesk.open(home).close(), what)
                .code();
    }

    /** With the right files back it opens: nothing that was tried has changed anything, or kept a lock. */
    private void restored() throws IOException {
        copy(kept, home);
        try (DeskStore store = TestDesk.open(home)) {
            assertEquals(whole, content(store));
        }
    }

    private void write(String name, byte[] bytes) throws IOException {
        copy(kept, home);
        for (String part : List.of("-wal", "-shm")) {
            Files.deleteIfExists(home.resolve(name + part));
        }
        Files.write(home.resolve(name), bytes);
        assertArrayEquals(bytes, Files.readAllBytes(home.resolve(name)));
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, to.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private static List<String> content(DeskStore store) {
        List<String> all = new ArrayList<>();
        store.journal().entries(TestDesk.TILL).forEach(entry -> all.add(entry.toString()));
        store.journal().series(TestDesk.TILL).forEach(stand -> all.add(stand.toString()));
        List<UUID> pending =
                store.journal().outbox().pending().stream().map(OutboxItem::id).toList();
        all.add(pending.toString());
        return all;
    }
}
