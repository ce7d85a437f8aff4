package it.sportello.app.till;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.api.Dues;
import it.sportello.app.frame.InPlaceBackground;
import it.sportello.app.frame.Refusals;
import it.sportello.app.frame.Texts;
import it.sportello.app.frame.Words;
import it.sportello.app.print.PdfSheets;
import it.sportello.app.print.TillSheets;
import it.sportello.app.service.PrintDesk;
import it.sportello.domain.money.Money;
import it.sportello.offlinecache.journal.CrashPoint;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** After a failure that nobody expected the concluding key lives again, and nothing typed is lost. */
class DeadKeysTest {
    private static final Dues.DueView DUE = TillDay.due("D1", "SPECIALIST_COPAYMENT", "SSN", 3_615);

    private final InPlaceBackground background = new InPlaceBackground();
    private final Texts texts = Texts.of(TillScreens.class);
    private final HeardEndings heard = new HeardEndings();

    @TempDir
    Path home;

    @Test
    void openingTheTillIsTriedAgainWithTheSameCount() {
        try (TillDay day = new TillDay(home)) {
            TillOpeningViewModel model = new TillOpeningViewModel(day.openTill(), background, texts, new Words());
            type(model.count());
            day.crash = failing(CrashPoint.Step.BEFORE_COMMIT);
            model.confirm(heard);
            assertEquals(1, background.unexpected().size());
            assertFalse(model.busyProperty().get());
            assertFalse(model.count().isEmpty());
            day.crash = CrashPoint.NONE;
            model.confirm(heard);
            assertEquals(List.of("opened"), heard.endings);
        }
    }

    @Test
    @Tag("Q23")
    void collectingIsTriedAgainWithWhatWasTyped() {
        try (TillDay day = new TillDay(home)) {
            day.opened();
            CollectionViewModel model = filled(day);
            day.crash = failing(CrashPoint.Step.BEFORE_COMMIT);
            model.conclude(heard);
            assertEquals(1, background.unexpected().size());
            assertTrue(model.concludable().get());
            assertEquals("50", model.receivedProperty().get());
            day.crash = CrashPoint.NONE;
            model.conclude(heard);
            assertEquals(List.of("collected"), heard.endings);
            assertEquals(Money.ofCents(1_385), model.changeProperty().get());
            assertEquals(
                    1,
                    day.journal().lastNumber(day.journal().series("T01").get(0).key()));
        }
    }

    @Test
    @Tag("Q23")
    @Tag("R-TIL-6")
    void aPressAfterAFailureThatCameTooLateBooksNothingTwice() {
        try (TillDay day = new TillDay(home)) {
            day.opened();
            CollectionViewModel model = filled(day);
            day.crash = failing(CrashPoint.Step.COMMITTED);
            model.conclude(heard);
            assertEquals(1, background.unexpected().size());
            day.crash = CrashPoint.NONE;
            model.conclude(heard);
            assertEquals(List.of("already settled by SR-T01A/2026/000001"), heard.endings);
            assertEquals(Money.ofCents(18_615), day.journal().ledger("T01").runningTotal());
            assertEquals(
                    1,
                    day.journal().lastNumber(day.journal().series("T01").get(0).key()));
        }
    }

    @Test
    @Tag("R-TIL-13")
    void eachStepOfTheClosingIsTriedAgain() {
        try (TillDay day = new TillDay(home)) {
            day.opened();
            TillClosingViewModel model = new TillClosingViewModel(
                    day.closeTill(),
                    new DayFolder(day.book, new TillSheets(new Words()), new PdfSheets(day.clock), home.resolve("f")),
                    new OpenBaskets(),
                    Optional::empty,
                    background,
                    new Refusals(),
                    texts,
                    new Words());
            twice(day, model, () -> model.start(false, heard), TillClosingViewModel.Step.COUNTING);
            type(model.count());
            twice(day, model, () -> {}, TillClosingViewModel.Step.COMPARED);
            twice(day, model, () -> {}, TillClosingViewModel.Step.CLOSED);
            assertEquals(3, background.unexpected().size());
            assertEquals(List.of("counting", "compared", "closed"), heard.endings);
        }
    }

    /** The act fails once; then the concluding key alone has to bring the step. */
    private void twice(TillDay day, TillClosingViewModel model, Runnable first, TillClosingViewModel.Step then) {
        day.crash = failing(CrashPoint.Step.BEFORE_COMMIT);
        first.run();
        if (model.stepProperty().get() != TillClosingViewModel.Step.STARTING) {
            model.conclude(heard);
        }
        assertTrue(model.idle().get());
        day.crash = CrashPoint.NONE;
        model.conclude(heard);
        assertEquals(then, model.stepProperty().get());
    }

    private CollectionViewModel filled(TillDay day) {
        PrintDesk prints = new PrintDesk(day.journal(), Optional.empty(), List.of(), day.book.desk(), job -> {});
        CollectionViewModel model = new CollectionViewModel(
                day.collectDues(),
                prints,
                day.files(),
                day.noCard(prints, background, texts),
                day.noNotes(texts),
                background,
                texts,
                new Words());
        model.fill(new CollectionViewModel.Payer("P1", "ROSSI MARIO", "RSSMRA80A01H501U"), List.of(DUE));
        model.receivedProperty().set("50");
        return model;
    }

    private static void type(CountModel count) {
        count.rows().stream()
                .filter(row -> row.denomination().cents() == 5_000)
                .forEach(row -> row.piecesProperty().set("3"));
    }

    private static CrashPoint failing(CrashPoint.Step at) {
        return step -> {
            if (step == at) {
                throw new IllegalStateException("a failure that nobody expected");
            }
        };
    }
}
