package it.sportello.app.practice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.app.service.TestDesk;
import it.sportello.domain.exemption.ExemptionCatalogue;
import it.sportello.offlinecache.remote.BackendFault;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One wish is one operation, whatever happens between. */
@Tag("Q23")
class RegisterExemptionTest {
    @TempDir
    Path home;

    private PracticeDesk desk;

    @BeforeEach
    void open() {
        desk = new PracticeDesk(home);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private static RegisterExemption.Wish wish(UUID id) {
        return new RegisterExemption.Wish(
                id,
                TestDesk.person(PracticeDesk.PERSON, TestDesk.ROSSI, "ROSSI", "MARIO"),
                Objects.requireNonNull(ExemptionCatalogue.shipped().find("E02")),
                TestDesk.TODAY,
                Optional.of(TestDesk.TODAY.plusDays(28)),
                Optional.of(2025),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    @Test
    void theSameWishTwiceIsOneOperationAndOneNumber() {
        desk.server = wish -> desk.silent(BackendFault.Code.TIMEOUT);
        UUID id = UUID.randomUUID();
        RegisterExemption.Result.Kept first =
                assertInstanceOf(RegisterExemption.Result.Kept.class, desk.register.register(wish(id)));
        RegisterExemption.Result.Kept second =
                assertInstanceOf(RegisterExemption.Result.Kept.class, desk.register.register(wish(id)));
        assertEquals(first.intent().operationId(), second.intent().operationId());
        assertEquals(1, desk.registrations().size());
        assertEquals(first.jobs().size(), second.jobs().size());
        assertEquals(1, desk.journal().prints().of("S39-PROV-D01A/2026/00001").size());
    }

    @Test
    void aWishMadeOffLineIsNotSentByThisHandAgain() {
        desk.desk.offline = true;
        UUID id = UUID.randomUUID();
        RegisterExemption.Result.Kept kept =
                assertInstanceOf(RegisterExemption.Result.Kept.class, desk.register.register(wish(id)));
        assertEquals(Optional.empty(), kept.cause());
        assertEquals(List.of(), desk.asked);
        desk.desk.offline = false;
        assertInstanceOf(RegisterExemption.Result.Registered.class, desk.register.register(wish(id)));
        assertEquals(List.of(kept.intent().operationId()), desk.asked);
        assertEquals(List.of(), desk.register.intents(PracticeDesk.PERSON).intents());
    }

    @Test
    void theAnswerReadTwiceQueuesOneReceipt() {
        desk.server = wish -> desk.silent(BackendFault.Code.TIMEOUT);
        RegisterExemption.Result.Kept kept =
                assertInstanceOf(RegisterExemption.Result.Kept.class, desk.register.register(wish(UUID.randomUUID())));
        desk.server = desk::grant;
        desk.register.outcome(kept.intent());
        RegisterExemption.Result.Registered again =
                assertInstanceOf(RegisterExemption.Result.Registered.class, desk.register.outcome(kept.intent()));
        assertEquals(1, again.jobs().size());
        assertEquals(
                1, desk.journal().prints().of("S39-" + PracticeDesk.PROTOCOL).size());
    }

    @Test
    @Tag("R-SEC-2")
    void nothingOfThePersonStandsInAnyText() {
        RegisterExemption.Wish wish = wish(UUID.randomUUID());
        desk.server = register -> desk.silent(BackendFault.Code.TIMEOUT);
        RegisterExemption.Result.Kept kept =
                assertInstanceOf(RegisterExemption.Result.Kept.class, desk.register.register(wish));
        for (Object each : List.of(
                wish,
                kept.intent(),
                new StoredExemption(desk.desk.letterhead(), kept.intent().facts()))) {
            assertTrue(!each.toString().contains("ROSSI") && !each.toString().contains("E02"), each.toString());
        }
    }
}
