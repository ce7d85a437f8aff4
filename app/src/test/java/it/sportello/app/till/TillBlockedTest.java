package it.sportello.app.till;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.app.frame.InPlaceBackground;
import it.sportello.app.frame.Texts;
import it.sportello.app.frame.Words;
import it.sportello.app.print.PdfSheets;
import it.sportello.app.print.TillSheets;
import it.sportello.app.service.PrintDesk;
import it.sportello.app.till.TillClosingViewModel.Step;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What keeps a till from closing is listed, and goes away as it is ended or carried. */
@Tag("R-TIL-14")
class TillBlockedTest {
    private final InPlaceBackground background = new InPlaceBackground();
    private final Texts texts = Texts.of(TillScreens.class);
    private final OpenBaskets baskets = new OpenBaskets();
    private final HeardEndings heard = new HeardEndings();

    @TempDir
    Path home;

    @Test
    @Tag("Q02")
    void anOpenBasketIsListedAndCannotBeCarried() {
        try (TillDay day = new TillDay(home)) {
            day.opened();
            CollectionViewModel basket = basket(day);
            TillClosingViewModel closing = closing(day);
            closing.start(false, heard);
            assertEquals("Carrello di ROSSI MARIO", closing.blockersProperty().get());
            closing.conclude(heard);
            assertEquals(Step.BLOCKED, closing.stepProperty().get());
            baskets.remove(basket);
            closing.conclude(heard);
            assertEquals(Step.COUNTING, closing.stepProperty().get());
            assertEquals(List.of("blocked", "blocked", "counting"), heard.endings);
        }
    }

    @Test
    void aBasketThatWasCollectedStandsInNoWayButItsPaperDoes() {
        try (TillDay day = new TillDay(home)) {
            day.opened();
            basket(day).conclude(heard);
            TillClosingViewModel closing = closing(day);
            closing.start(false, heard);
            assertEquals(
                    "Documento SR-T01A/2026/000001", closing.blockersProperty().get());
            assertTrue(closing.wayOutProperty().get().contains("riporta"));
            closing.conclude(heard);
            assertEquals(List.of("collected", "blocked", "counting"), heard.endings);
        }
    }

    private CollectionViewModel basket(TillDay day) {
        PrintDesk prints = new PrintDesk(day.journal(), Optional.empty(), List.of(), day.book.desk(), job -> {});
        CollectionViewModel basket =
                new CollectionViewModel(day.collectDues(), prints, day.files(), background, texts, new Words());
        baskets.add(basket);
        basket.fill(
                new CollectionViewModel.Payer("P1", "ROSSI MARIO", "RSSMRA80A01H501U"),
                List.of(TillDay.due("D1", "SPECIALIST_COPAYMENT", "SSN", 3_615)));
        return basket;
    }

    private TillClosingViewModel closing(TillDay day) {
        return new TillClosingViewModel(
                day.closeTill(),
                new DayFolder(day.book, new TillSheets(new Words()), new PdfSheets(day.clock), home.resolve("f")),
                baskets,
                background,
                texts,
                new Words());
    }
}
