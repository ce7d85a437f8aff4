package it.sportello.app.prescription;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.api.Prescriptions;
import it.sportello.app.frame.Citizen;
import it.sportello.app.frame.CitizenContext;
import it.sportello.app.frame.InPlaceBackground;
import it.sportello.app.frame.Refusals;
import it.sportello.app.frame.Texts;
import it.sportello.app.frame.Words;
import it.sportello.app.service.TestDesk;
import it.sportello.domain.exemption.ExemptionCatalogue;
import it.sportello.offlinecache.remote.BackendFault;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrescriptionViewModelTest implements PrescriptionViewModel.Endings {
    private static final String NUMBER = "050A12345678901";

    @TempDir
    Path home;

    private final List<String> ended = new ArrayList<>();
    private final CitizenContext context = new CitizenContext();
    private TestDesk desk;
    private PrescriptionViewModel model;

    @BeforeEach
    void open() {
        desk = new TestDesk(home);
        desk.server.files.put("P1", TestDesk.file(TestDesk.person("P1", TestDesk.ROSSI, "ROSSI", "MARIO")));
        put(prescription(3, Optional.empty(), Optional.empty(), TestDesk.TODAY.minusDays(3)));
        model = new PrescriptionViewModel(
                context,
                new LookUpPrescription(
                        desk.server.backend(), desk.files, desk, ExemptionCatalogue.shipped(), desk.clock),
                Duration.ofSeconds(10),
                new PrescriptionViewModel.Desk(new InPlaceBackground(), new Refusals(), new Words(), desk.clock),
                Texts.of(PrescriptionViewModel.class));
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private void put(Prescriptions.PrescriptionView view) {
        desk.server.prescriptions.put(view.number(), view);
    }

    private static Prescriptions.PrescriptionView prescription(
            int state, Optional<String> takenBy, Optional<String> booking, LocalDate issued) {
        return new Prescriptions.PrescriptionView(
                NUMBER,
                "ELECTRONIC",
                "P1",
                TestDesk.ROSSI,
                issued,
                "dott.ssa Prova",
                Optional.of("B"),
                Optional.of("1"),
                Optional.of("013"),
                true,
                state,
                takenBy,
                takenBy.map(who -> Instant.parse("2026-03-02T08:05:00Z")),
                booking,
                List.of(new Prescriptions.ServiceRow(
                        "89.7A.3", "89.7A.3", "Prima visita cardiologica", 1, "02", "VISIT", 2250)));
    }

    private String blocks() {
        return model.sheetProperty().get().orElseThrow().findings().stream()
                .filter(line -> line.level().equals("Blocco"))
                .map(FindingWords.Line::sentence)
                .reduce("", String::concat);
    }

    @Test
    @Tag("Q49")
    void theTwoCodesMayComeInAnyOrder() {
        assertTrue(model.scanned("2345678901", this));
        assertTrue(model.noticeProperty().get().orElseThrow().title().contains("manca il primo"));
        assertTrue(model.scanned("050A1", this));
        assertEquals(List.of("waiting", "shown"), ended);
        assertTrue(model.usableProperty().get());
        assertEquals(NUMBER, model.number());
    }

    @Test
    @Tag("R-SEC-3")
    void itsPersonIsIdentifiedAfterTheAccessRow() {
        model.scanned(NUMBER, this);
        assertEquals("P1", context.citizen().orElseThrow().personId());
        assertEquals("VIEW", desk.accesses().getFirst().kind());
        assertEquals("S11", desk.accesses().getFirst().screen());
    }

    @Test
    void whatIsTypedIsReadFirstByTheConcludingKey() {
        assertFalse(model.concludable().get());
        model.typedProperty().set(NUMBER);
        assertTrue(model.unreadProperty().get());
        assertTrue(model.concludable().get());
        model.enter(this);
        assertFalse(model.unreadProperty().get());
        assertTrue(model.concludable().get());
        model.typedProperty().set("050A1");
        assertTrue(model.unreadProperty().get());
    }

    @Test
    void whatItAsksForIsShown() {
        model.scanned(NUMBER, this);
        PrescriptionSheet sheet = model.sheetProperty().get().orElseThrow();
        assertEquals("Prima visita cardiologica", sheet.services().getFirst().description());
        List<String> values =
                sheet.facts().stream().map(PrescriptionSheet.Fact::value).toList();
        assertTrue(values.contains("B, breve"), values.toString());
        assertTrue(values.contains("primo accesso"), values.toString());
        assertTrue(values.contains("013, attiva"), values.toString());
        assertTrue(values.contains("da erogare"), values.toString());
    }

    @Test
    void oneAlreadyUsedNamesTheBooking() {
        put(prescription(5, Optional.of("OWN"), Optional.of("2026-0000123"), TestDesk.TODAY.minusDays(3)));
        model.scanned(NUMBER, this);
        assertTrue(blocks().contains("2026-0000123"), blocks());
        assertFalse(model.usableProperty().get());
        assertTrue(model.whyNotUsableProperty().get().contains("già usata"));
    }

    @Test
    void oneTakenElsewhereSaysWhoAndWhen() {
        put(prescription(5, Optional.of("Clinica di prova"), Optional.empty(), TestDesk.TODAY.minusDays(3)));
        model.scanned(NUMBER, this);
        assertTrue(blocks().contains("Clinica di prova"), blocks());
        assertTrue(blocks().contains("02/03/2026 alle 9:05"), blocks());
    }

    @Test
    void anExpiredOneSaysItsLastDay() {
        put(prescription(3, Optional.empty(), Optional.empty(), TestDesk.TODAY.minusDays(200)));
        model.scanned(NUMBER, this);
        assertTrue(blocks().contains("scaduta"), blocks());
        assertFalse(model.usableProperty().get());
    }

    @Test
    void anUnknownOneKeepsWhatWasTyped() {
        model.typedProperty().set("050A11111111111");
        model.enter(this);
        assertTrue(model.noticeProperty().get().orElseThrow().title().contains("non conosce questo numero"));
        assertEquals("050A11111111111", model.typedProperty().get());
        assertEquals(List.of("mistaken"), ended);
        assertTrue(desk.accesses().isEmpty());
    }

    @Test
    void somethingElseSaysHowManyCharactersAreWanted() {
        model.typedProperty().set("0501234");
        model.enter(this);
        assertTrue(
                model.mistakeProperty().get().contains("qui sono 7"),
                model.mistakeProperty().get());
        assertEquals("0501234", model.typedProperty().get());
        assertFalse(model.scanned(TestDesk.ROSSI, this));
    }

    @Test
    void thePrescriptionOfSomebodyElseIsRefusedWithoutNamingThem() {
        context.serve(new Citizen(
                "P2",
                "BIANCHI",
                "LUCA",
                "BNCLCU70A01H501X",
                TestDesk.TODAY,
                Optional.empty(),
                Optional.empty(),
                List.of()));
        model.scanned(NUMBER, this);
        assertTrue(model.noticeProperty().get().orElseThrow().title().contains("un'altra persona"));
        assertTrue(model.sheetProperty().get().isEmpty());
        assertTrue(desk.accesses().isEmpty());
    }

    @Test
    void offLineTheNumberIsKeptToBeVerifiedAndIsWhenTheLineReturns() {
        desk.server.fault = Optional.of(BackendFault.Code.UNREACHABLE);
        model.typedProperty().set(NUMBER);
        model.enter(this);
        assertTrue(model.unverifiedProperty().get());
        assertTrue(model.noticeProperty().get().orElseThrow().title().startsWith("Da verificare"));
        assertFalse(model.usableProperty().get());
        assertTrue(model.whyNotUsableProperty().get().contains("da verificare"));
        desk.server.fault = Optional.empty();
        model.lineIsBack(this);
        assertFalse(model.unverifiedProperty().get());
        assertTrue(model.usableProperty().get());
    }

    @Test
    void aServerThatAnswersHtmlIsSaid() {
        desk.server.fault = Optional.of(BackendFault.Code.NOT_JSON);
        model.scanned(NUMBER, this);
        assertTrue(model.noticeProperty().get().orElseThrow().title().contains("pagina web"));
        assertEquals(NUMBER, model.typedProperty().get());
    }

    @Test
    void aHalfThatStaysAloneIsForgotten() {
        model.scanned("050A1", this);
        model.patienceOver();
        assertTrue(model.noticeProperty().get().orElseThrow().title().contains("messo da parte"));
        model.scanned("2345678901", this);
        assertTrue(model.noticeProperty().get().orElseThrow().title().contains("manca il primo"));
    }

    @Test
    @Tag("R-SEC-3")
    void withoutTheAccessRowNothingIsShown() {
        desk.store.journal().close();
        model.scanned(NUMBER, this);
        assertTrue(model.sheetProperty().get().isEmpty());
        assertTrue(context.citizen().isEmpty());
    }

    @Override
    public void mistaken() {
        ended.add("mistaken");
    }

    @Override
    public void shown() {
        ended.add("shown");
    }

    @Override
    public void waiting() {
        ended.add("waiting");
    }
}
