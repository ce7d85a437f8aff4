package it.sportello.offlinecache.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.api.Problem;
import it.sportello.offlinecache.Samples;
import it.sportello.offlinecache.TestDesk;
import it.sportello.offlinecache.desk.DeskStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A planted person must not be found in any file of the profile (R-SEC-2). */
@Tag("R-SEC-2")
@Tag("R-SEC-1")
class CanaryTest {
    private static final String SURNAME = "Zanzarellotti";
    private static final String NAMES = "Ermenegilda";
    private static final String CODE = "ZNZRNG80A41L736X";
    private static final String PHONE = "0415550000";
    private static final List<String> CANARIES = List.of(SURNAME, NAMES, CODE, PHONE, "Via Prova", "Ticket visita");

    @TempDir
    private Path home;

    @Test
    void noFileTellsOfThePlantedPerson() throws IOException {
        try (DeskStore store = TestDesk.open(home)) {
            Journal journal = store.journal();
            TestDesk.openTill(journal);
            TestDesk.Collection one = TestDesk.collect(journal, "due-1", "person-1", 3615);
            journal.commit(transaction -> {
                transaction.putDraft("form", Samples.person("person-1", CODE, SURNAME, NAMES, 1));
                transaction.putSetting("last", Samples.person("person-1", CODE, SURNAME, NAMES, 1));
                return 0;
            });
            Problem problem = new Problem(
                    "about:blank", "x", 422, "RULE_BROKEN", "", "S", Map.of("who", SURNAME + " " + NAMES), List.of());
            journal.outbox().stopped(one.operationId(), OperatorTask.Kind.PARKED, Optional.of(problem));
            store.cache()
                    .putPersonFile(Samples.file(
                            Samples.person("person-1", CODE, SURNAME, NAMES, 1),
                            Samples.due("due-1", "person-1", 3615, "OPEN", 1)));
            store.cache().putBlock("note", Samples.person("person-1", CODE, SURNAME, NAMES, 1));
            assertEquals(
                    1,
                    store.cache().byCode(CODE.toLowerCase(Locale.ROOT)).stream().count());
            assertFalse(found(home), "while open");
        }
        assertFalse(found(home), "after closing");
        Files.writeString(home.resolve("check.txt"), "…" + SURNAME);
        assertTrue(found(home), "the search itself works");
    }

    private static boolean found(Path home) throws IOException {
        try (Stream<Path> files = Files.walk(home)) {
            return files.filter(Files::isRegularFile).anyMatch(CanaryTest::tells);
        }
    }

    private static boolean tells(Path file) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            String latin = new String(bytes, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
            String wide = new String(bytes, StandardCharsets.UTF_16LE).toLowerCase(Locale.ROOT);
            return CANARIES.stream()
                    .map(canary -> canary.toLowerCase(Locale.ROOT))
                    .anyMatch(canary -> latin.contains(canary) || wide.contains(canary));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
