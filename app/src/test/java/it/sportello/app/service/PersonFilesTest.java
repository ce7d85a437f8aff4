package it.sportello.app.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.api.Persons;
import it.sportello.api.ProblemCode;
import it.sportello.app.frame.Citizen;
import it.sportello.app.frame.Words;
import it.sportello.offlinecache.StoreFault;
import it.sportello.offlinecache.remote.BackendFault;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A page is shown only after its access row, live or with its age. */
class PersonFilesTest {
    @TempDir
    Path home;

    private TestDesk desk;

    @BeforeEach
    void open() {
        desk = new TestDesk(home);
        Persons.PersonRecord person = TestDesk.person("P1", TestDesk.ROSSI, "ROSSI", "MARIO");
        desk.server.files.put("P1", TestDesk.file(person));
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    @Tag("R-SEC-3")
    void theAccessIsWrittenBeforeTheServerIsAsked() {
        int[] rows = new int[1];
        desk.server.beforeView = () -> rows[0] = desk.accesses().size();
        PersonFiles.Result result = desk.files.load("P1", "S07", AccessReason.SERVED_AT_DESK);
        assertEquals(1, rows[0]);
        assertInstanceOf(PersonFiles.Result.Loaded.class, result);
        assertEquals("VIEW", desk.accesses().getFirst().kind());
        assertEquals(List.of("P1"), desk.accesses().getFirst().personIds());
        assertEquals("S07", desk.accesses().getFirst().screen());
    }

    @Test
    @Tag("R-SEC-3")
    void withoutTheRowNothingIsShown() {
        desk.store.journal().close();
        assertThrows(StoreFault.class, () -> desk.files.load("P1", "S07", AccessReason.SERVED_AT_DESK));
    }

    @Test
    @Tag("R-SYN-6")
    void whatTheDeskKnowsIsShownWithItsAgeWhenTheServerIsSilent() {
        desk.files.load("P1", "S07", AccessReason.SERVED_AT_DESK);
        desk.server.fault = Optional.of(BackendFault.Code.UNREACHABLE);
        PersonFiles.Result.Loaded kept = assertInstanceOf(
                PersonFiles.Result.Loaded.class, desk.files.load("P1", "S07", AccessReason.SERVED_AT_DESK));
        assertTrue(kept.asOf().isPresent());
        assertEquals(4615, kept.openCents());
    }

    @Test
    void aPersonWhoIsNotKnownHereIsOutOfReach() {
        desk.server.fault = Optional.of(BackendFault.Code.NOT_JSON);
        PersonFiles.Result.NotReachable cut = assertInstanceOf(
                PersonFiles.Result.NotReachable.class, desk.files.load("P1", "S07", AccessReason.SERVED_AT_DESK));
        assertEquals(BackendFault.Code.NOT_JSON, cut.cause().code());
    }

    @Test
    void whomTheRegistryDoesNotKnowIsNotFound() {
        assertInstanceOf(PersonFiles.Result.NotFound.class, desk.files.load("P9", "S07", AccessReason.SERVED_AT_DESK));
        desk.server.refusal = Optional.of(ProblemCode.NOT_SIGNED_IN);
        assertInstanceOf(PersonFiles.Result.Refused.class, desk.files.load("P1", "S07", AccessReason.SERVED_AT_DESK));
    }

    @Test
    void theHeaderTellsExemptionsMissingDataAndWhatIsOpen() {
        PersonFiles.Result.Loaded loaded = assertInstanceOf(
                PersonFiles.Result.Loaded.class, desk.files.load("P1", "S07", AccessReason.SERVED_AT_DESK));
        Citizen citizen = new CitizenFacts(new Words()).of(loaded, TestDesk.TODAY);
        assertEquals(
                List.of("Esenzione 013", "Manca: e-mail", "Da pagare 46,15\u00a0€"),
                citizen.chips().stream().map(Citizen.Chip::text).toList());
    }
}
