package it.sportello.app.practice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.api.Accesses;
import it.sportello.api.Dues;
import it.sportello.api.Exemptions;
import it.sportello.api.ProblemCode;
import it.sportello.app.frame.Citizen.Tone;
import it.sportello.app.practice.ExemptionForm.Field;
import it.sportello.app.practice.ExemptionViewModel.Step;
import it.sportello.app.service.FakeBackend;
import it.sportello.offlinecache.remote.BackendFault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** S39 on a real journal: both sorts of exemption, and everything that may go wrong. */
@Tag("R-MUL-4")
class ExemptionViewModelTest {
    @TempDir
    Path home;

    private PracticeDesk desk;

    @BeforeEach
    void open() {
        desk = new PracticeDesk(home);
    }

    @AfterEach
    void close() {
        assertEquals(List.of(), desk.background.unexpected());
        desk.close();
    }

    private static void type(ExemptionViewModel model, Field field, String text) {
        model.form().value(field).set(text);
    }

    private static String typed(ExemptionViewModel model, Field field) {
        return model.form().value(field).get();
    }

    private static String error(ExemptionViewModel model, Field field) {
        return model.form().errorProperty(field).get();
    }

    private ExemptionViewModel income() {
        ExemptionViewModel model = desk.opened();
        type(model, Field.CODE, "e02");
        assertTrue(model.form().chooseTyped());
        return model;
    }

    private ExemptionViewModel disease(String code) {
        ExemptionViewModel model = desk.opened();
        type(model, Field.CODE, code);
        assertTrue(model.form().chooseTyped());
        type(model, Field.ISSUER, "Ospedale di prova");
        type(model, Field.CERTIFIED, "01/03/2026");
        return model;
    }

    private static String title(ExemptionViewModel model) {
        return model.noticeProperty().get().orElseThrow().title();
    }

    @Test
    @Tag("R-SEC-3")
    void theAccessIsInTheLogBeforeAnythingIsShown() {
        desk.desk.server.beforeView = () -> assertEquals(1, desk.desk.accesses().size());
        ExemptionViewModel model = desk.opened();
        Accesses.Viewed row = desk.desk.accesses().getFirst();
        assertEquals("S39", row.screen());
        assertEquals("EXEMPTION", row.reason());
        assertEquals("013", model.held().getFirst().code());
        assertTrue(model.held().getFirst().valid());
    }

    @Test
    @Tag("B15")
    void anIncomeExemptionWantsTheCodeAndNothingElse() {
        ExemptionViewModel model = income();
        assertEquals("03/03/2026", typed(model, Field.FROM));
        assertEquals("31/03/2026", typed(model, Field.TO));
        assertEquals("2025", typed(model, Field.YEAR));
        model.conclude(desk.heard);
        assertEquals(Step.REGISTERED, model.stepProperty().get());
        assertEquals(PracticeDesk.PROTOCOL, model.referenceProperty().get());
        assertEquals(1, desk.heard.concluded);
        assertTrue(desk.archive
                .file(ExemptionArchive.Form.D18, PracticeDesk.PROTOCOL)
                .isPresent());
        assertTrue(desk.archive
                .file(ExemptionArchive.Form.D19, PracticeDesk.PROTOCOL)
                .isPresent());
        assertEquals(1, desk.printer.taken().size());
        assertTrue(desk.printer.text(0).contains(PracticeDesk.PROTOCOL));
    }

    @Test
    void theOperationSaysWhatTheOperatorConcluded() {
        desk.server = wish -> {
            assertEquals("E02", wish.code());
            assertEquals("SELF_DECLARATION", wish.source());
            assertEquals(Optional.of(2025), wish.incomeYear());
            assertEquals(Optional.empty(), wish.certificateIssuer());
            assertEquals(LocalDate.of(2026, 3, 31), wish.validTo().orElseThrow());
            assertEquals("PROV-D01A/2026/00001", wish.deskNumber());
            return desk.grant(wish);
        };
        income().conclude(desk.heard);
        desk.server = wish -> {
            assertEquals("048", wish.code());
            assertEquals("CERTIFICATE", wish.source());
            assertEquals(Optional.of("Ospedale di prova"), wish.certificateIssuer());
            assertEquals(Optional.of(LocalDate.of(2026, 3, 1)), wish.certificateDate());
            assertEquals(Optional.empty(), wish.incomeYear());
            assertEquals("PROV-D01A/2026/00002", wish.deskNumber());
            return desk.grant(wish);
        };
        disease("048").conclude(desk.heard);
        assertEquals(2, desk.asked.size());
    }

    @Test
    void aDiseaseGetsACertificateAndNoDeclaration() {
        ExemptionViewModel model = disease("048");
        assertEquals("02/03/2031", typed(model, Field.TO));
        model.conclude(desk.heard);
        assertEquals(Step.REGISTERED, model.stepProperty().get());
        assertTrue(desk.archive
                .file(ExemptionArchive.Form.D18, PracticeDesk.PROTOCOL)
                .isEmpty());
        assertTrue(desk.archive
                .file(ExemptionArchive.Form.D19, PracticeDesk.PROTOCOL)
                .isPresent());
    }

    @Test
    void everyOpenDueIsShownWithItsReason() {
        desk.outcomes = List.of(
                new Dues.DueOutcome("D1", "Visita cardiologica", 3615, 0, true, "COVERED"),
                new Dues.DueOutcome("D2", "Emocromo", 1000, 1000, false, "NO_CODE_ON_PRESCRIPTION"));
        ExemptionViewModel model = income();
        model.conclude(desk.heard);
        DueRow changed = model.dues().getFirst();
        assertTrue(changed.changed());
        assertEquals("da 36,15\u00a0€ a 0,00\u00a0€", changed.amounts());
        assertEquals("La prescrizione riporta il codice e la data rientra nella validità.", changed.reason());
        DueRow same = model.dues().getLast();
        assertFalse(same.changed());
        assertEquals("10,00\u00a0€", same.amounts());
        assertEquals("La prescrizione non riporta alcun codice di esenzione.", same.reason());
    }

    @Test
    void theHeaderTellsTheNewExemption() {
        ExemptionViewModel model = income();
        desk.server = wish -> {
            it.sportello.api.Persons.PersonFile before = desk.desk.server.files.get(PracticeDesk.PERSON);
            List<Exemptions.ExemptionView> more = new java.util.ArrayList<>(before.exemptions());
            more.add(new Exemptions.ExemptionView(
                    "E2",
                    PracticeDesk.PERSON,
                    "E02",
                    "Disoccupati",
                    wish.validFrom(),
                    wish.validTo(),
                    "SELF_DECLARATION",
                    1));
            desk.desk.server.files.put(
                    PracticeDesk.PERSON,
                    new it.sportello.api.Persons.PersonFile(before.person(), more, before.bookings(), before.dues()));
            return desk.grant(wish);
        };
        model.conclude(desk.heard);
        assertTrue(desk.citizen.citizen().orElseThrow().chips().stream()
                .anyMatch(chip -> chip.text().contains("E02")));
        assertEquals(2, model.held().size());
    }

    @Test
    void aliasesAndWordsFindTheCode() {
        ExemptionViewModel model = desk.opened();
        type(model, Field.CODE, "diabet");
        assertEquals(
                List.of("012", "013"),
                model.form().matches().stream().map(code -> code.code()).toList());
        assertFalse(model.form().chooseTyped());
        type(model, Field.CODE, "7r3");
        assertTrue(model.form().chooseTyped());
        assertEquals("E02", typed(model, Field.CODE));
        assertTrue(model.form().remarks().stream()
                .anyMatch(remark ->
                        remark.tone() == Tone.INFORMATION && remark.text().contains("«7r3»")));
    }

    @Test
    void anUnknownCodeIsSaidAtItsField() {
        ExemptionViewModel model = desk.opened();
        type(model, Field.CODE, "ZZZ");
        model.conclude(desk.heard);
        assertTrue(error(model, Field.CODE).startsWith("Il codice «ZZZ» non è nel catalogo"), error(model, Field.CODE));
        assertEquals(List.of(Field.CODE), desk.heard.wrong);
        assertEquals("ZZZ", typed(model, Field.CODE));
        assertEquals(List.of(), desk.asked);
    }

    @Test
    void legacyClosedAndPrescriptionCodesAreNeverGiven() {
        ExemptionViewModel model = desk.opened();
        for (String code : List.of("P05", "3C1", "M12")) {
            type(model, Field.CODE, code);
            assertFalse(model.form().chooseTyped(), code);
            assertTrue(error(model, Field.CODE).contains("«" + code + "»"), error(model, Field.CODE));
        }
        assertTrue(error(model, Field.CODE).contains("prescrizione"));
        model.conclude(desk.heard);
        assertEquals(List.of(), desk.asked);
    }

    @Test
    void anExemptionThatThePersonHasAlreadyIsRefusedInPlace() {
        ExemptionViewModel model = disease("013");
        model.conclude(desk.heard);
        assertEquals(List.of(Field.FROM), desk.heard.wrong);
        assertEquals(Tone.DANGER, model.form().remarks().getFirst().tone());
        assertEquals(
                "La persona ha già questa esenzione dal 01/01/2025, senza scadenza: non serve registrarla di nuovo.",
                model.form().remarks().getFirst().text());
        assertEquals(List.of(), desk.asked);
        type(model, Field.FROM, "01/06/2024");
        assertEquals(Tone.ATTENTION, model.form().remarks().getFirst().tone());
        model.conclude(desk.heard);
        assertEquals(Step.REGISTERED, model.stepProperty().get());
    }

    @Test
    void wrongDatesAreSaidAtTheirFieldsAllAtOnce() {
        ExemptionViewModel model = disease("048");
        type(model, Field.FROM, "31/02/2026");
        type(model, Field.CERTIFIED, "04/03/2026");
        type(model, Field.ISSUER, " ");
        model.conclude(desk.heard);
        assertTrue(error(model, Field.FROM).startsWith("Questa data non esiste"));
        assertTrue(error(model, Field.CERTIFIED).startsWith("Il certificato ha una data futura"));
        assertTrue(error(model, Field.ISSUER).startsWith("Scrivere la struttura"));
        assertEquals(List.of(Field.FROM), desk.heard.wrong);
        assertEquals("31/02/2026", typed(model, Field.FROM));
        type(model, Field.FROM, "03/03/2026");
        assertEquals("", error(model, Field.FROM));
        type(model, Field.TO, "02/03/2026");
        assertTrue(model.form().remarks().getFirst().text().contains("è prima dell'inizio"));
        type(model, Field.FROM, "03/03/1960");
        assertTrue(
                model.form().remarks().stream().anyMatch(remark -> remark.text().contains("prima della nascita")));
        assertEquals(List.of(), desk.asked);
    }

    @Test
    void whatWasWrongForAnotherCodeDoesNotBlockUnseen() {
        ExemptionViewModel model = disease("048");
        type(model, Field.ISSUER, " ");
        type(model, Field.CERTIFIED, "");
        model.conclude(desk.heard);
        type(model, Field.CODE, "e02");
        assertTrue(model.form().chooseTyped());
        model.conclude(desk.heard);
        assertEquals(Step.REGISTERED, model.stepProperty().get());
    }

    @Test
    void anIncomeExemptionEndsWithItsYearAndAWrongYearIsRefused() {
        ExemptionViewModel model = income();
        type(model, Field.TO, "01/04/2026");
        type(model, Field.YEAR, "venti");
        model.conclude(desk.heard);
        assertTrue(error(model, Field.YEAR).contains("2025"));
        assertTrue(model.form().remarks().getFirst().text().contains("al massimo 31/03/2026"));
        type(model, Field.TO, "");
        assertTrue(model.form().remarks().getFirst().text().contains("ha una fine"));
        assertEquals(List.of(), desk.asked);
    }

    @Test
    void theAgeHasToFitTheCode() {
        ExemptionViewModel model = desk.opened();
        type(model, Field.CODE, "E01");
        assertTrue(model.form().chooseTyped());
        model.conclude(desk.heard);
        assertEquals(
                "L'età della persona (56 anni) non rientra nei limiti del codice E01.",
                model.form().remarks().getFirst().text());
        assertEquals(List.of(Field.CODE), desk.heard.wrong);
        desk.serve(LocalDate.of(2021, 6, 1));
        ExemptionViewModel child = desk.opened();
        type(child, Field.CODE, "E01");
        assertTrue(child.form().chooseTyped());
        assertTrue(child.form().remarks().stream().noneMatch(remark -> remark.tone() == Tone.DANGER));
    }

    @Test
    void theEndFollowsTheBeginningUntilItIsTyped() {
        ExemptionViewModel model = income();
        type(model, Field.FROM, "01/04/2026");
        assertEquals("31/03/2027", typed(model, Field.TO));
        type(model, Field.TO, "30/06/2026");
        type(model, Field.FROM, "02/04/2026");
        assertEquals("30/06/2026", typed(model, Field.TO));
    }

    @Test
    void aRefusalOfTheServerIsExplainedInPlaceAndTheDataStay() {
        desk.server = wish -> desk.refuse(FakeBackend.problem(ProblemCode.EXEMPTION_OVERLAP, "ENDS_WITH_JOB"));
        ExemptionViewModel model = income();
        model.conclude(desk.heard);
        assertEquals(Step.FORM, model.stepProperty().get());
        assertTrue(title(model).contains("Finisce prima se la persona trova lavoro"), title(model));
        assertEquals("E02", typed(model, Field.CODE));
        assertEquals("31/03/2026", typed(model, Field.TO));
        assertEquals(List.of(), desk.journal().tasks().open());
        assertEquals(0, desk.printer.taken().size());
        desk.server = desk::grant;
        model.conclude(desk.heard);
        assertEquals(Step.REGISTERED, model.stepProperty().get());
        assertEquals(2, desk.asked.stream().distinct().count());
    }

    @Test
    void aRefusalWithoutRulesGivesTheCardOfItsCode() {
        desk.server = wish -> desk.refuse(FakeBackend.problem(ProblemCode.FORBIDDEN));
        ExemptionViewModel model = income();
        model.conclude(desk.heard);
        assertTrue(title(model).contains("ruolo"), title(model));
    }

    @Test
    void whatIsHeldBackIsLeftAsATaskAndSaidSo() {
        desk.server = wish -> desk.park(FakeBackend.problem(ProblemCode.EXEMPTION_NOT_ASSIGNABLE, "AGE_OUTSIDE"));
        ExemptionViewModel model = income();
        model.conclude(desk.heard);
        assertEquals(Step.FORM, model.stepProperty().get());
        assertTrue(model.noticeProperty().get().orElseThrow().next().contains("Ctrl+J"));
        assertEquals(1, desk.journal().tasks().open().size());
        assertEquals("E02", typed(model, Field.CODE));
        assertEquals(0, desk.printer.taken().size());
    }

    @Test
    @Tag("Q25")
    void aPageOfHtmlIsTheThirdOutcomeAndTheSameOperationIsAskedAgain() {
        desk.server = wish -> desk.silent(BackendFault.Code.NOT_JSON);
        ExemptionViewModel model = income();
        model.conclude(desk.heard);
        assertEquals(Step.KEPT, model.stepProperty().get());
        assertTrue(title(model).contains("può averla registrata oppure no"), title(model));
        assertTrue(title(model).contains("qualcosa che non è il server"), title(model));
        assertEquals("PROV-D01A/2026/00001", model.referenceProperty().get());
        assertEquals(List.of(), model.dues());
        assertTrue(desk.printer.text(0).contains("IN ATTESA DI PROTOCOLLO"));
        model.conclude(desk.heard);
        assertEquals(1, desk.printer.taken().size());
        desk.server = desk::grant;
        model.conclude(desk.heard);
        assertEquals(Step.REGISTERED, model.stepProperty().get());
        assertEquals(1, desk.asked.stream().distinct().count());
        assertEquals(List.of(), desk.registrations());
        assertEquals(2, desk.printer.taken().size());
    }

    @Test
    @Tag("R-SYN-5")
    void offLineItIsRecordedWithTheDesksNumberAndNothingIsFinal() {
        desk.opened();
        desk.desk.offline = true;
        ExemptionViewModel model = income();
        assertTrue(title(model).contains("la linea manca"), title(model));
        model.conclude(desk.heard);
        assertEquals(Step.KEPT, model.stepProperty().get());
        assertEquals("PROV-D01A/2026/00001", model.referenceProperty().get());
        assertEquals(List.of(), desk.asked);
        assertEquals(List.of(), model.dues());
        assertEquals(1, desk.registrations().size());
        assertTrue(desk.printer.text(0).contains("numero provvisorio"));
        String number = model.referenceProperty().get();
        assertTrue(desk.archive.file(ExemptionArchive.Form.D18, number).isPresent());
        assertTrue(desk.archive.file(ExemptionArchive.Form.D19, number).isEmpty());
    }

    @Test
    void theProtocolThatCameMeanwhileIsShownAtTheNextVisit() {
        desk.opened();
        desk.desk.offline = true;
        income().conclude(desk.heard);
        desk.desk.offline = false;
        ExemptionViewModel waiting = desk.opened();
        assertEquals(Step.FORM, waiting.stepProperty().get());
        assertTrue(title(waiting).contains("PROV-D01A/2026/00001"), title(waiting));
        desk.asked.add(desk.journal().outbox().pending().stream()
                .filter(item -> item.type().equals("exemption.register"))
                .findFirst()
                .orElseThrow()
                .id());
        desk.grant(desk.registrations().getFirst());
        ExemptionViewModel later = desk.opened();
        assertEquals(Step.REGISTERED, later.stepProperty().get());
        assertEquals(PracticeDesk.PROTOCOL, later.referenceProperty().get());
        assertEquals(2, desk.printer.taken().size());
        assertEquals(Step.FORM, desk.opened().stepProperty().get());
    }

    @Test
    @Tag("Q23")
    void aSecondPressMakesNoSecondOperation() {
        ExemptionViewModel model = income();
        desk.server = wish -> {
            model.conclude(desk.heard);
            return desk.grant(wish);
        };
        model.conclude(desk.heard);
        model.conclude(desk.heard);
        assertEquals(1, desk.asked.size());
        assertEquals(1, desk.printer.taken().size());
    }

    @Test
    void withoutTheServerAndWithoutLocalDataNothingIsShown() {
        desk.desk.server.fault = Optional.of(BackendFault.Code.NOT_JSON);
        ExemptionViewModel model = desk.opened();
        assertEquals(Step.WITHHELD, model.stepProperty().get());
        assertFalse(model.concludable().get());
        assertTrue(title(model).contains("qualcosa che non è il server"));
    }

    @Test
    @Tag("R-SEC-2")
    void savedFilesBearNoPersonInTheirNames() throws Exception {
        ExemptionViewModel model = income();
        model.conclude(desk.heard);
        assertFalse(Files.exists(desk.saved));
        model.save(desk.heard);
        model.save(desk.heard);
        try (Stream<Path> files = Files.list(desk.saved)) {
            assertEquals(
                    List.of("D18-2026-0000042.pdf", "D19-2026-0000042.pdf"),
                    files.map(file -> file.getFileName().toString()).sorted().toList());
        }
        assertTrue(model.savedProperty()
                .get()
                .contains(desk.saved.resolve("D18-2026-0000042.pdf").toString()));
        assertEquals(
                1, desk.journal().prints().of("D18-" + PracticeDesk.PROTOCOL).size());
        byte[] file = Files.readAllBytes(desk.saved.resolve("D19-2026-0000042.pdf"));
        assertEquals("%PDF", new String(file, 0, 4, java.nio.charset.StandardCharsets.US_ASCII));
    }

    @Test
    void aFolderThatCannotBeWrittenIsSaid() throws Exception {
        ExemptionViewModel model = income();
        model.conclude(desk.heard);
        Files.writeString(desk.saved, "a file where the folder should be");
        model.save(desk.heard);
        assertTrue(model.savedProperty().get().startsWith("La cartella delle stampe non si può scrivere"));
    }

    @Test
    void theReceiptNamesNoCode() {
        income().conclude(desk.heard);
        assertFalse(desk.printer.text(0).contains("E02"));
        assertFalse(desk.printer.text(0).contains("Disoccupati"));
    }
}
