package it.sportello.app.citizen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.api.ProblemCode;
import it.sportello.app.frame.Citizen;
import it.sportello.app.frame.CitizenContext;
import it.sportello.app.frame.InPlaceBackground;
import it.sportello.app.frame.Refusals;
import it.sportello.app.frame.Words;
import it.sportello.app.service.TestDesk;
import it.sportello.offlinecache.remote.BackendFault;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PersonPageViewModelTest {
    @TempDir
    Path home;

    private final CitizenContext context = new CitizenContext();
    private TestDesk desk;
    private PersonPageViewModel model;

    @BeforeEach
    void open() {
        desk = new TestDesk(home);
        desk.server.files.put("P1", TestDesk.file(TestDesk.person("P1", TestDesk.ROSSI, "ROSSI", "MARIO")));
        context.serve(new Citizen(
                "P1",
                "ROSSI",
                "MARIO",
                TestDesk.ROSSI,
                LocalDate.of(1970, 1, 1),
                Optional.of("ROSSI ANNA"),
                Optional.empty(),
                List.of()));
        model = new PersonPageViewModel(
                context,
                new OpenPage(desk.files, desk.store.journal(), desk),
                new InPlaceBackground(),
                new Refusals(),
                new Words(),
                desk.clock);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    @Tag("R-SEC-3")
    void thePageHasItsBlocksAndItsAccessRow() {
        model.load();
        assertEquals(1, desk.accesses().size());
        assertEquals(6, model.blocks().size());
        PageBlock dues = model.blocks().getFirst();
        assertEquals("46,15\u00a0€", dues.figure());
        assertEquals(2, dues.rows().size());
        assertEquals(1, model.blocks().get(1).rows().size());
        assertEquals("da attestato", model.blocks().get(2).rows().getFirst().aside());
        assertTrue(model.shownProperty().get());
        assertEquals("B1P1", model.toAccept());
    }

    @Test
    void theHeaderKeepsWhoActsForThePerson() {
        model.load();
        assertEquals(Optional.of("ROSSI ANNA"), context.citizen().orElseThrow().actingPerson());
        assertEquals(3, context.citizen().orElseThrow().chips().size());
    }

    @Test
    void withAClosedTillTheReasonIsSaid() {
        model.load();
        assertFalse(model.collectableProperty().get());
        assertTrue(model.whyNotCollectableProperty().get().contains("chiusa"));
        desk.till = Optional.empty();
        model.load();
        assertTrue(model.whyNotCollectableProperty().get().contains("senza cassa"));
    }

    @Test
    @Tag("R-SYN-6")
    void offLineThePageTellsItsAge() {
        model.load();
        desk.server.fault = Optional.of(BackendFault.Code.UNREACHABLE);
        model.load();
        assertTrue(model.noticeProperty().get().orElseThrow().title().startsWith("Dati della postazione"));
        assertEquals(6, model.blocks().size());
        assertEquals(2, desk.accesses().size());
    }

    @Test
    void offLineAndNotKnownHereNothingIsShown() {
        desk.server.fault = Optional.of(BackendFault.Code.UNREACHABLE);
        model.load();
        assertTrue(model.blocks().isEmpty());
        assertFalse(model.shownProperty().get());
        assertTrue(model.noticeProperty().get().orElseThrow().next().contains("non è tra quelle note"));
    }

    @Test
    void aServerThatAnswersHtmlIsSaid() {
        desk.server.fault = Optional.of(BackendFault.Code.NOT_JSON);
        model.load();
        assertTrue(model.noticeProperty().get().orElseThrow().title().contains("pagina web"));
    }

    @Test
    void aPersonTheRegistryLostIsSaid() {
        desk.server.files.clear();
        model.load();
        assertTrue(model.noticeProperty().get().orElseThrow().title().contains("non conosce"));
        desk.server.refusal = Optional.of(ProblemCode.FORBIDDEN);
        model.load();
        assertTrue(model.blocks().isEmpty());
    }

    @Test
    @Tag("R-SEC-3")
    void withoutTheAccessRowNothingIsShown() {
        desk.store.journal().close();
        model.load();
        assertTrue(model.blocks().isEmpty());
        assertTrue(model.noticeProperty().get().orElseThrow().title().contains("JRN-013"));
    }
}
