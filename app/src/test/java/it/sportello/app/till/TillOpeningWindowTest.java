package it.sportello.app.till;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.app.frame.Screen;
import it.sportello.app.frame.ScreenKeys;
import it.sportello.app.window.Promised;
import it.sportello.domain.money.Money;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** S20 in a real window, from the first digit of the count to the open till, by keys alone. */
class TillOpeningWindowTest {
    @TempDir
    Path home;

    private TillDay day;
    private TillWindow till;

    @AfterEach
    void end() {
        till.close();
        day.close();
    }

    private void open(Instant now) {
        day = new TillDay(home, now);
        till = new TillWindow(day);
        till.open(ScreenKeys.TILL_OPENING);
    }

    private void leftYesterday() {
        try (TillDay before = new TillDay(home)) {
            before.opened();
            before.closeTill().begin(true, List.of());
            before.closeTill().count(TillDay.count(15_000));
            before.closeTill().book(Money.ofCents(15_000));
        }
        open(Instant.parse("2026-11-24T07:30:00Z"));
    }

    private void first() {
        open(Instant.parse("2026-11-23T07:30:00Z"));
    }

    /** Three notes of 50, by Enter from row to row, as at the numeric keypad. */
    private void count(String fifties) {
        for (int row = 0; row < 3; row++) {
            till.keys.press("Enter");
        }
        assertEquals("pieces-5000", till.focusId());
        till.keys.type(fifties);
    }

    @Test
    @Tag("R-A11-1")
    @Tag("R-A11-2")
    @Tag("R-A11-4")
    @Tag("R-KEY-4")
    void theFundLeftYesterdayIsCountedAndTheTillIsOpen() {
        leftYesterday();
        assertEquals("pieces-50000", till.focusId());
        assertFalse(till.shows("Fondo lasciato:"));
        Promised.check(till.desk, "S20-empty");
        count("3");
        Promised.check(till.desk, "S20-counted");
        till.keys.press("F12");
        assertEquals(Money.ofCents(15_000), day.book.open().orElseThrow().expectedFloat());
        assertEquals("S03", till.screen());
        assertEquals("Cassa T01 aperta.", till.message());
    }

    @Test
    @Tag("R-A11-7")
    @Tag("R-A11-4")
    void aRowThatIsNoNumberIsNamedAndHasTheFocus() {
        first();
        count("3");
        till.keys.press("Down");
        till.keys.type("due");
        till.keys.press("Up");
        till.keys.press("F12");
        assertEquals("pieces-2000", till.focusId());
        assertEquals("due", till.typed());
        assertTrue(till.shows("Scrivere un numero intero"));
        assertTrue(till.message().contains("Una riga del conteggio non è un numero"));
        assertTrue(day.book.open().isEmpty());
        Promised.check(till.desk, "S20-unreadable");
    }

    @Test
    @Tag("R-A11-1")
    @Tag("R-A11-4")
    @Tag("R-A11-7")
    @Tag("R-KEY-6")
    void anotherCountWantsItsReason() {
        leftYesterday();
        count("4");
        till.keys.hold("F12", 20);
        assertEquals("reason", till.focusId());
        assertTrue(till.shows("Fondo lasciato: 150,00 €. Contato: 200,00 €. Differenza: 50,00 € in più."));
        assertFalse(till.shows("Scrivere il motivo"), "a held key asked once");
        Promised.check(till.desk, "S20-differs");
        till.keys.press("Enter");
        assertEquals("reason", till.focusId());
        assertTrue(till.shows("Scrivere il motivo: la differenza resta registrata con il suo perché."));
        assertTrue(day.book.open().isEmpty());
        Promised.check(till.desk, "S20-reason-missing");
        till.keys.type("moneta portata");
        till.keys.press("Enter");
        assertEquals("moneta portata", day.book.open().orElseThrow().openingReason());
        assertEquals("S03", till.screen());
    }

    @Test
    @Tag("R-KEY-4")
    void altAndTheUnderlinedLetterOpen() {
        first();
        till.keys.alt('a');
        assertTrue(day.book.open().isPresent(), "an empty drawer where nothing was left");
    }

    @Test
    @Tag("R-SEC-2")
    void theTitleOfTheScreenSaysNobody() {
        first();
        assertEquals("Apertura cassa", till.current(Screen::title));
    }
}
