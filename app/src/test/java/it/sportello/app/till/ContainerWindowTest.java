package it.sportello.app.till;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.app.frame.ScreenKeys;
import it.sportello.app.window.Desk;
import it.sportello.app.window.Promised;
import it.sportello.devices.detector.ValidatorEvent;
import it.sportello.devices.detector.ValidatorRecord;
import it.sportello.domain.money.Money;
import it.sportello.domain.till.Denomination;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A desk with a validator opens and closes its till: the container is counted beside the drawer, by keys alone. */
@Tag("R-ADD-13")
@Tag("R-TIL-11")
@Tag("R-A11-1")
@Tag("R-A11-2")
@Tag("R-A11-4")
@Tag("R-KEY-4")
class ContainerWindowTest {
    private static final int ROWS_OF_THE_DRAWER = 15;

    @TempDir
    Path home;

    private final ScriptedValidator validator = new ScriptedValidator();
    private TillDay day;
    private TillWindow till;

    @BeforeEach
    void begin() {
        day = new TillDay(home);
        till = new TillWindow(
                day,
                Optional.empty(),
                Optional.empty(),
                person -> new OpenDues.Result.Known(List.of(), Optional.empty()),
                Optional.empty(),
                day.notes(List.of(), List.of(validator)));
    }

    @AfterEach
    void end() {
        till.close();
        day.close();
    }

    private void enter(int times) {
        for (int i = 0; i < times; i++) {
            till.keys.press("Enter");
        }
    }

    /** Fifties of the drawer, then the twenties of the container, from the first row of both. */
    private void count(String fifties, String twenties) {
        assertEquals("pieces-50000", till.focusId());
        enter(3);
        till.keys.type(fifties);
        enter(ROWS_OF_THE_DRAWER - 3);
        assertEquals("container-50000", till.focusId());
        enter(4);
        assertEquals("container-2000", till.focusId());
        till.keys.type(twenties);
    }

    private void tells(ValidatorEvent... events) {
        new NoteMemory(day.journal(), day.book.desk(), new CashPhase())
                .keep(new ValidatorRecord("ssp 1", "later", List.of(events), day.clock.instant()));
    }

    private boolean isAttention() {
        return Desk.onFx(() -> till.desk.window.scene().getRoot().lookup("#container.notice.tone-attention") != null);
    }

    private StoredContainer kept(String session, boolean opening) {
        return day.journal()
                .document(StoredContainer.key(session, opening), StoredContainer.class)
                .orElseThrow();
    }

    private void opened() {
        till.open(ScreenKeys.TILL_OPENING);
        count("3", "1");
        till.keys.alt('a');
        assertEquals("S03", till.screen());
    }

    @Test
    void theContainerIsCountedAtTheOpening() {
        till.open(ScreenKeys.TILL_OPENING);
        assertTrue(till.shows("Contenitore del validatore"), till.shown().toString());
        Promised.check(till.desk, "S20-container-empty");
        count("3", "1");
        assertTrue(till.shows("170,00 €"), till.shown().toString());
        Promised.check(till.desk, "S20-container");
        till.keys.press("F12");
        String session = day.book.open().orElseThrow().id();
        assertEquals("S03", till.screen());
        assertEquals(2_000, kept(session, true).countedCents());
        assertEquals(17_000, day.journal().ledger("T01").runningTotal().cents());
    }

    @Test
    @Tag("R-A11-7")
    void aRowOfTheContainerThatIsNoNumberIsNamedAndHasTheFocus() {
        till.open(ScreenKeys.TILL_OPENING);
        count("3", "due");
        till.keys.press("Up");
        till.keys.press("F12");
        assertEquals("container-2000", till.focusId());
        assertEquals("due", till.typed());
        assertTrue(
                till.shows("20,00 €: Scrivere un numero intero"), till.shown().toString());
        assertTrue(day.book.open().isEmpty());
        Promised.check(till.desk, "S20-container-wrong");
    }

    @Test
    @Tag("R-TIL-12")
    void whatTheContainerLacksIsSaidApartAfterTheBlindCount() {
        opened();
        String session = day.book.open().orElseThrow().id();
        tells(
                new ValidatorEvent.Stacked(Denomination.NOTE_20, false),
                new ValidatorEvent.Unattributed(OptionalInt.of(1)));
        till.open(ScreenKeys.TILL_CLOSING);
        assertEquals("S28", till.screen());
        assertFalse(till.shows("compreso sopra"), "blind: " + till.shown());
        Promised.check(till.desk, "S28-container-empty");
        count("3", "1");
        till.keys.press("F12");
        assertEquals(List.of(), till.desk.background.unexpected());
        assertTrue(
                till.shows("compreso sopra: atteso 40,00 €, contato 20,00 €, differenza -20,00 €"),
                till.shown().toString());
        assertTrue(till.shows("avvisare il responsabile di cassa"), till.shown().toString());
        assertTrue(isAttention(), "a balanced till does not hide it");
        assertEquals("floatLeft", till.focusId());
        Promised.check(till.desk, "S28-container-short");
        till.keys.press("Enter");
        assertTrue(day.book.open().isEmpty());
        assertTrue(till.shows("Verifiche e giornale di cassa in"), till.shown().toString());
        assertEquals(2_000, kept(session, false).countedCents());
        assertEquals(Money.ofCents(-2_000), kept(session, false).difference());
        assertTrue(validator.counted > 0, "the driver may stop warning");
        Promised.check(till.desk, "S28-container-closed");
    }
}
