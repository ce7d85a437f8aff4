package it.sportello.app.citizen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.api.ProblemCode;
import it.sportello.app.frame.Background;
import it.sportello.app.frame.InPlaceBackground;
import it.sportello.app.frame.Reading;
import it.sportello.app.frame.Refusals;
import it.sportello.app.frame.Texts;
import it.sportello.app.service.AccessReason;
import it.sportello.app.service.HeldBackground;
import it.sportello.app.service.TestDesk;
import it.sportello.offlinecache.remote.BackendFault;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PersonSearchViewModelTest implements PersonSearchViewModel.Endings {
    @TempDir
    Path home;

    private final List<String> ended = new ArrayList<>();
    private TestDesk desk;
    private PersonSearchViewModel model;

    @BeforeEach
    void open() {
        desk = new TestDesk(home);
        desk.server.files.put("P1", TestDesk.file(TestDesk.person("P1", TestDesk.ROSSI, "ROSSI", "MARIO")));
        desk.server.files.put("P2", TestDesk.file(TestDesk.person("P2", "RSSMRA70A01L736M", "ROSSI", "MARIA")));
        desk.server.files.put("P3", TestDesk.file(TestDesk.person("P3", "BNCLCU70A01H501X", "BIANCHI", "LUCA")));
        model = model(new InPlaceBackground());
    }

    private PersonSearchViewModel model(Background background) {
        FindPerson find =
                new FindPerson(desk.store.journal(), desk.server.backend(), desk.store.cache(), desk, desk.clock);
        return new PersonSearchViewModel(find, background, new Refusals(), Texts.of(PersonSearchViewModel.class));
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void aWrongTaxCodeSaysWhichCharacterAndKeepsWhatWasTyped() {
        model.textProperty().set("RSSMRA70A01H501A");
        model.search(this);
        assertTrue(model.mistakes().getFirst().contains("«S»"), model.mistakes().toString());
        assertEquals("RSSMRA70A01H501A", model.textProperty().get());
        assertEquals(List.of("mistaken"), ended);
        assertTrue(desk.server.searches.isEmpty());
    }

    @Test
    @Tag("R-SEC-3")
    void oneExactHitIsOpenedAfterItsAccessRow() {
        model.textProperty().set(TestDesk.ROSSI);
        model.search(this);
        assertEquals(List.of("chosen P1"), ended);
        assertEquals(1, desk.accesses().size());
        assertEquals("SEARCH", desk.accesses().getFirst().kind());
        assertEquals(List.of("P1"), desk.accesses().getFirst().personIds());
    }

    @Test
    @Tag("R-SEC-3")
    void homonymsAreShownForAChoiceAndNamedInTheLog() {
        model.textProperty().set("rossi");
        model.birthProperty().set("01011970");
        model.search(this);
        assertEquals(List.of("several"), ended);
        assertEquals(2, model.found().size());
        assertEquals(
                model.found().stream().map(FoundPerson::personId).toList(),
                desk.accesses().getFirst().personIds());
    }

    @Test
    void aSurnameAloneAsksForTheBirthDate() {
        model.textProperty().set("ROSSI");
        assertTrue(model.wantsBirthDate());
        model.search(this);
        assertEquals(List.of("mistaken in birth date"), ended);
        assertFalse(model.birthMistakeProperty().get().isEmpty());
        assertTrue(desk.server.searches.isEmpty());
    }

    @Test
    void whoIsKnownHereAppearsWhileTyping() {
        desk.files.load("P1", "S07", AccessReason.SERVED_AT_DESK);
        int before = desk.accesses().size();
        model.textProperty().set("ros");
        model.typed();
        assertEquals(1, model.found().size());
        assertTrue(model.found().getFirst().asOf().isPresent());
        assertEquals(before + 1, desk.accesses().size());
        assertEquals(List.of("P1"), desk.accesses().getLast().personIds());
        model.textProperty().set("ross");
        model.typed();
        // The same person is still there: shown once, logged once.
        assertEquals(before + 1, desk.accesses().size());
        assertTrue(desk.server.searches.isEmpty());
        assertTrue(ended.isEmpty());
    }

    @Test
    @Tag("Q58")
    void thePreviousRequestIsDropped() {
        HeldBackground slow = new HeldBackground();
        model = model(slow);
        model.textProperty().set("ROSSI 1/1/1970");
        model.search(this);
        model.textProperty().set("BIANCHI 1/1/1970");
        model.search(this);
        assertTrue(model.busyProperty().get());
        slow.end(1);
        slow.end(0);
        assertEquals(List.of("chosen P3"), ended);
        assertEquals("BIANCHI", model.found().getFirst().surname());
        assertFalse(model.busyProperty().get());
    }

    @Test
    void nobodySaysWhatToDo() {
        model.textProperty().set("VERDI 1/1/1970");
        model.search(this);
        assertTrue(model.noticeProperty().get().orElseThrow().next().contains("iscrizione"));
        assertTrue(desk.accesses().isEmpty());
        assertEquals("VERDI 1/1/1970", model.textProperty().get());
    }

    @Test
    void aServerThatAnswersHtmlIsExplainedAndTheDeskOwnDataShown() {
        desk.files.load("P1", "S07", AccessReason.SERVED_AT_DESK);
        desk.server.fault = Optional.of(BackendFault.Code.NOT_JSON);
        model.textProperty().set("ROSSI 1/1/1970");
        model.search(this);
        assertTrue(model.noticeProperty().get().orElseThrow().title().contains("pagina web"));
        assertEquals(List.of("chosen P1"), ended);
    }

    @Test
    void offLineAndNotKnownHereIsACalmRefusal() {
        desk.server.fault = Optional.of(BackendFault.Code.UNREACHABLE);
        model.textProperty().set(TestDesk.ROSSI);
        model.search(this);
        assertTrue(model.noticeProperty().get().orElseThrow().title().contains("non risponde"));
        assertTrue(model.found().isEmpty());
        assertEquals(TestDesk.ROSSI, model.textProperty().get());
        assertTrue(ended.isEmpty());
    }

    @Test
    void aRefusalOfTheServerHasItsCard() {
        desk.server.refusal = Optional.of(ProblemCode.NOT_SIGNED_IN);
        model.textProperty().set(TestDesk.ROSSI);
        model.search(this);
        assertTrue(model.noticeProperty().get().isPresent());
    }

    @Test
    @Tag("R-SEC-3")
    void whenTheAccessCannotBeWrittenNobodyIsShown() {
        desk.store.journal().close();
        model.textProperty().set(TestDesk.ROSSI);
        model.search(this);
        assertTrue(model.found().isEmpty());
        assertTrue(model.noticeProperty().get().orElseThrow().title().contains("JRN-013"));
        assertTrue(ended.isEmpty());
    }

    @Test
    void aBookingOfTodayIsKnownOffLine() {
        desk.files.load("P1", "S07", AccessReason.SERVED_AT_DESK);
        desk.store
                .cache()
                .putDayList(
                        "S1",
                        new it.sportello.api.Bookings.DayList(
                                TestDesk.TODAY,
                                List.of(TestDesk.booking("B1", "P1", TestDesk.TODAY.atTime(9, 40), "BOOKED"))));
        desk.server.fault = Optional.of(BackendFault.Code.UNREACHABLE);
        model.scanned("SP1B:2026-0000123", this);
        assertEquals(List.of("chosen P1"), ended);
    }

    @Test
    void aCardOpensThePage() {
        model.card(card("ROSSI", Optional.of(LocalDate.of(1970, 1, 1))), this);
        assertEquals(List.of("chosen P1"), ended);
    }

    @Test
    void aCardThatTellsAnotherSurnameOrBirthDateAsks() {
        model.card(card("ROSSINI", Optional.empty()), this);
        model.card(card("ROSSI", Optional.of(LocalDate.of(1970, 1, 2))), this);
        assertEquals(List.of("differs P1", "differs P1"), ended);
    }

    @Test
    void aCardPulledOutTooEarlyIsSaidAndNothingTypedIsLost() {
        model.textProperty().set("ROSSI");
        model.cardFault("Tessera estratta troppo presto. Reinserirla e attendere la fine della lettura.");
        assertTrue(model.noticeProperty().get().orElseThrow().title().startsWith("Tessera estratta"));
        assertEquals("ROSSI", model.textProperty().get());
    }

    @Test
    void aPrescriptionGoesToItsScreen() {
        model.textProperty().set("050A12345678901");
        model.search(this);
        assertEquals(List.of("prescription 050A12345678901"), ended);
    }

    private static Reading.Card card(String surname, Optional<LocalDate> birth) {
        return new Reading.Card(TestDesk.ROSSI, surname, "MARIO", birth);
    }

    @Override
    public void chosen(FoundPerson person) {
        ended.add("chosen " + person.personId());
    }

    @Override
    public void several() {
        ended.add("several");
    }

    @Override
    public void mistaken(boolean inBirthDate) {
        ended.add(inBirthDate ? "mistaken in birth date" : "mistaken");
    }

    @Override
    public void prescription(String text) {
        ended.add("prescription " + text);
    }

    @Override
    public void cardDiffers(FoundPerson registry, Reading.Card card) {
        ended.add("differs " + registry.personId());
    }
}
