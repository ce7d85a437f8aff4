package it.sportello.app.till;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.api.Dues;
import it.sportello.app.till.ScriptedTerminal.Answer;
import it.sportello.devices.detector.ValidatorEvent;
import it.sportello.domain.till.Denomination;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A basket begun with notes and paid by card, in a real window: the readings stay with what they belong to. */
@Tag("R-TIL-19")
@Tag("R-ADD-13")
@Tag("R-A11-1")
class NotesByCardWindowTest {
    private static final Dues.DueView VISIT = TillDay.due("D1", "SPECIALIST_COPAYMENT", "SSN", 3_615);

    @TempDir
    Path home;

    private final ScriptedValidator validator = new ScriptedValidator();
    private final ScriptedTerminal terminal = new ScriptedTerminal();
    private TillDay day;
    private TillWindow till;

    @BeforeEach
    void begin() {
        day = new TillDay(home);
        day.opened();
        NoteDesk notes = day.notes(List.of(), List.of(validator));
        validator.addValidatorListener(notes::happened);
        till = new TillWindow(
                day,
                Optional.empty(),
                Optional.empty(),
                person -> new OpenDues.Result.Known(List.of(VISIT), Optional.empty()),
                Optional.of(terminal),
                notes);
        till.collect();
        validator.says(new ValidatorEvent.Recognised(Denomination.NOTE_20));
        validator.says(new ValidatorEvent.Stacked(Denomination.NOTE_20, false));
        till.desk.settle();
        assertTrue(till.shows("Buone 1 = 20,00 €"), till.shown().toString());
    }

    @AfterEach
    void end() {
        till.close();
        day.close();
    }

    /** Asks the terminal, and waits until the screen has heard of the end. */
    private void byCard(Answer answer) {
        terminal.next(answer);
        CompletableFuture<CardNews> heard = new CompletableFuture<>();
        till.cards.onNews(news -> {
            if (news instanceof CardNews.Collected || news instanceof CardNews.Refused) {
                heard.complete(news);
            }
        });
        till.keys.press("Shift+F9");
        heard.orTimeout(60, TimeUnit.SECONDS).join();
        till.desk.settle();
        till.desk.settle();
    }

    private List<JudgedNote> kept() {
        return day.journal()
                .document(StoredNotes.key("SR-T01A/2026/000001"), StoredNotes.class)
                .map(StoredNotes::notes)
                .orElse(List.of());
    }

    @Test
    void theReadingsOfABasketPaidByCardAreKeptWithItsReceipt() {
        byCard(Answer.APPROVES);
        assertEquals(1, kept().size());
        assertEquals(Optional.of(Denomination.NOTE_20), kept().getFirst().note());
        assertTrue(kept().getFirst().kept(), "the validator holds it");
    }

    @Test
    void afterARefusedCardTheyAreStillTheBasketsAndGoWithItsCash() {
        byCard(Answer.REFUSES);
        assertEquals("received", till.focusId());
        assertTrue(till.shows("Buone 1 = 20,00 €"), till.shown().toString());
        assertEquals(List.of(), kept());
        till.keys.press("Enter");
        assertEquals(1, kept().size());
    }
}
