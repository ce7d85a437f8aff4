package it.sportello.app.till;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.api.Dues;
import it.sportello.app.frame.ScreenKeys;
import it.sportello.app.window.Desk;
import it.sportello.app.window.Promised;
import it.sportello.devices.detector.DetectorEvent;
import it.sportello.devices.detector.ManualDetector;
import it.sportello.devices.detector.NoteReading;
import it.sportello.devices.detector.NoteVerdict;
import it.sportello.devices.detector.Rejection;
import it.sportello.devices.detector.ValidatorEvent;
import it.sportello.domain.till.Denomination;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Judged notes in S21, in a real window, by keys alone. */
@Tag("R-TIL-19")
@Tag("R-ADD-13")
@Tag("R-A11-1")
@Tag("R-A11-2")
@Tag("R-A11-4")
@Tag("R-KEY-2")
class NotesWindowTest {
    private static final Dues.DueView VISIT = TillDay.due("D1", "SPECIALIST_COPAYMENT", "SSN", 3_615);
    private static final Instant AT = Instant.parse("2026-11-23T07:31:00Z");

    @TempDir
    Path home;

    private final ScriptedValidator validator = new ScriptedValidator();
    private TillDay day;
    private TillWindow till;

    @BeforeEach
    void begin() {
        day = new TillDay(home);
        day.opened();
        ManualDetector manual = new ManualDetector("detector", day.clock);
        NoteDesk notes = day.notes(List.of(manual), List.of(validator));
        manual.addDetectorListener(notes::detected);
        validator.addValidatorListener(notes::happened);
        till = new TillWindow(
                day,
                Optional.empty(),
                Optional.empty(),
                person -> new OpenDues.Result.Known(List.of(VISIT), Optional.empty()),
                Optional.empty(),
                notes);
    }

    @AfterEach
    void end() {
        till.close();
        day.close();
    }

    private void says(ValidatorEvent... events) {
        for (ValidatorEvent event : events) {
            validator.says(event);
        }
        till.desk.settle();
    }

    private void takes(Denomination note) {
        says(new ValidatorEvent.Recognised(note), new ValidatorEvent.Stacked(note, false));
    }

    @Test
    void theNotesAreShownAndTheAmountStaysTheCashiers() {
        till.collect();
        assertTrue(validator.isAccepting());
        assertTrue(till.shows("Nessuna banconota letta"), till.shown().toString());
        takes(Denomination.NOTE_50);
        takes(Denomination.NOTE_20);
        says(new ValidatorEvent.Rejected(Rejection.NOT_RECOGNISED, 2));
        assertTrue(till.shows("Buone 2 = 70,00 €, trattenute 2"), till.shown().toString());
        assertTrue(till.shows("Non riconosciute 1"));
        assertEquals("received", till.focusId());
        assertEquals("", till.typed());
        Promised.check(till.desk, "S21-notes");
        till.keys.alt('U');
        till.desk.settle();
        assertEquals("received", till.focusId());
        assertEquals("70,00", till.typed());
        till.keys.press("Enter");
        till.desk.settle();
        assertTrue(till.shows("33,85 €"), till.shown().toString());
        assertFalse(validator.isAccepting());
        StoredNotes kept = day.journal()
                .document(StoredNotes.key("SR-T01A/2026/000001"), StoredNotes.class)
                .orElseThrow();
        assertEquals(3, kept.notes().size());
    }

    @Test
    @Tag("R-KEY-4")
    @Tag("R-A11-7")
    @Tag("R-SEC-2")
    void aSuspectNoteIsEnteredByKeysAndItsFormIsMade() throws Exception {
        till.collect();
        till.keys.press("Ctrl+B");
        till.desk.settle();
        assertEquals("noteKind", till.focusId());
        Promised.check(till.desk, "S21-notes-entry");
        till.keys.type("4");
        till.keys.press("Enter");
        assertEquals("noteSerial", till.focusId());
        till.keys.type("S1234?");
        till.keys.press("Enter");
        till.desk.settle();
        assertTrue(
                till.shows("Il numero di serie ha solo lettere"), till.shown().toString());
        assertEquals("S1234?", till.typed());
        Promised.check(till.desk, "S21-notes-wrong");
        till.keys.press("Back_Space");
        till.keys.press("Enter");
        till.desk.settle();
        assertTrue(till.shows("Sospette 1"), till.shown().toString());
        assertTrue(till.shows("Nessuno è accusato"));
        assertEquals("received", till.focusId());
        assertTrue(till.message().contains("Non accusare nessuno"), till.message());
        Promised.check(till.desk, "S21-notes-suspect");
        till.keys.alt('E');
        till.desk.settle();
        assertTrue(till.message().contains("Modulo D16 pronto"), till.message());
        try (Stream<Path> files = Files.walk(home.resolve("cartelle"))) {
            assertEquals(
                    1,
                    files.filter(file -> file.getFileName().toString().startsWith("D16-"))
                            .count());
        }
        assertEquals(
                1,
                day.journal()
                        .documentKeys(
                                java.util.UUID.fromString(
                                        day.book.open().orElseThrow().id()),
                                SuspectForms.FORM)
                        .size());
        till.keys.press("Ctrl+B");
        till.desk.settle();
        till.keys.press("Esc");
        till.desk.settle();
        assertEquals("S21", till.screen());
        assertFalse(till.shows("Registra l'esito"), till.shown().toString());
    }

    @Test
    void theGateShutsWhenTheBasketIsLeftAndOpensWhenItComesBack() {
        till.collect();
        assertTrue(validator.isAccepting());
        till.open(ScreenKeys.CARD_PAYMENTS);
        assertFalse(validator.isAccepting());
        till.notes.detected(new DetectorEvent.NoteRead(new NoteReading(
                NoteVerdict.GENUINE,
                Optional.of(Denomination.NOTE_20),
                NoteReading.EURO,
                "",
                NoteReading.Origin.DEVICE,
                AT)));
        till.desk.settle();
        assertTrue(till.message().contains("fuori da un incasso"), till.message());
        till.keys.press("Esc");
        till.desk.settle();
        assertEquals("S21", till.screen());
        assertTrue(validator.isAccepting());
        assertTrue(till.shows("Nessuna banconota letta"), till.shown().toString());
        Desk.run(() -> till.notes.cover(true));
        assertFalse(validator.isAccepting());
        Desk.run(() -> till.notes.cover(false));
        assertTrue(validator.isAccepting());
        till.keys.press("F12");
        till.desk.settle();
        assertFalse(validator.isAccepting());
    }

    @Test
    void theNextPersonHasNoneOfTheReadings() {
        till.collect();
        takes(Denomination.NOTE_50);
        assertTrue(till.shows("Buone 1 = 50,00 €"), till.shown().toString());
        Desk.run(() -> till.desk.parts.navigator().home());
        till.collect();
        assertTrue(till.shows("Nessuna banconota letta"), till.shown().toString());
    }
}
