package it.sportello.app.till;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.app.frame.Citizen;
import it.sportello.app.frame.InPlaceBackground;
import it.sportello.app.frame.Refusals;
import it.sportello.app.frame.Texts;
import it.sportello.app.frame.Words;
import it.sportello.app.print.PdfSheets;
import it.sportello.app.print.TillSheets;
import it.sportello.app.service.PrintDesk;
import it.sportello.app.till.TillClosingViewModel.Step;
import it.sportello.domain.money.Money;
import it.sportello.domain.till.TillState;
import it.sportello.offlinecache.journal.OutboxItem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
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

    @Test
    void eachStepHasItsOwnVerbAndTheDepositIsTold() {
        try (TillDay day = new TillDay(home)) {
            day.opened();
            TillClosingViewModel closing = closing(day);
            closing.start(false, heard);
            assertEquals(texts.get("closing.verb.count"), closing.verb());
            closing.count().rows().get(3).piecesProperty().set("3");
            closing.conclude(heard);
            assertEquals(texts.get("closing.verb.close"), closing.verb());
            assertEquals(Citizen.Tone.GOOD, closing.toneProperty().get());
            closing.floatLeftProperty().set("200");
            assertEquals(Optional.empty(), closing.depositProperty().get());
            closing.floatLeftProperty().set("100");
            assertEquals(
                    Optional.of(Money.ofCents(5_000)), closing.depositProperty().get());
            closing.conclude(heard);
            assertEquals(texts.get("closing.verb.home"), closing.verb());
            assertEquals(
                    Optional.of(Money.ofCents(5_000)), closing.depositProperty().get());
        }
    }

    @Test
    @Tag("R-TIL-20")
    void aCashierDoesNotCloseTheTillOfAnother() {
        try (TillDay day = new TillDay(home)) {
            day.opened();
            day.operator = Optional.of("O2");
            TillClosingViewModel closing = closing(day);
            closing.start(false, heard);
            assertEquals(Step.FORBIDDEN, closing.stepProperty().get());
            assertTrue(closing.blockedProperty().get().contains("matricola 1042"));
            assertTrue(closing.wayOutProperty().get().contains("responsabile di cassa"));
            closing.conclude(heard);
            assertEquals(List.of("blocked", "not open"), heard.endings);
            assertEquals(TillState.OPEN, day.book.open().orElseThrow().state());
        }
    }

    @Test
    @Tag("R-TIL-13")
    @Tag("R-TIL-20")
    void aCashierDoesNotGoOnWithTheClosingOfAnotherEither() {
        try (TillDay day = new TillDay(home)) {
            day.opened();
            day.closeTill().begin(true, List.of());
            day.operator = Optional.of("O2");
            CloseTill closing = day.closeTill();
            for (CloseTill.Result result : List.of(
                    closing.begin(true, List.of()),
                    closing.count(TillDay.count(15_000)),
                    closing.book(Money.ZERO),
                    closing.giveUp())) {
                assertInstanceOf(CloseTill.Result.Forbidden.class, result);
            }
            assertEquals(TillState.CLOSING_COUNT, day.book.open().orElseThrow().state());
        }
    }

    @Test
    @Tag("R-TIL-20")
    void thePersonResponsibleClosesForAnotherAndTheSheetSaysSo() throws IOException {
        try (TillDay day = new TillDay(home)) {
            day.opened();
            day.operator = Optional.of("O9");
            day.badge = "9001";
            day.roles = Set.of("CASH_RESPONSIBLE");
            TillClosingViewModel closing = closing(day);
            closing.start(false, heard);
            assertTrue(closing.forWhomProperty().get().contains("matricola 1042"));
            closing.count().rows().stream()
                    .filter(row -> row.denomination().cents() == 5_000)
                    .forEach(row -> row.piecesProperty().set("3"));
            closing.conclude(heard);
            closing.conclude(heard);
            assertEquals(List.of("counting", "compared", "closed"), heard.endings);
            Path check = home.resolve("f/2026-11-23/T01/verifica-chiusura.pdf");
            try (var document = Loader.loadPDF(Files.readAllBytes(check))) {
                String text = new PDFTextStripper().getText(document);
                assertTrue(text.contains("9001") && text.contains("Al posto di") && text.contains("1042"), text);
            }
            OutboxItem last = day.journal().outbox().pending().getLast();
            byte[] body = day.journal().outbox().body(last.id()).orElseThrow().bytes();
            assertEquals("till.closed", last.type());
            assertTrue(new String(body, StandardCharsets.UTF_8).contains("\"operatorId\":\"O9\""));
        }
    }

    private CollectionViewModel basket(TillDay day) {
        PrintDesk prints = new PrintDesk(day.journal(), Optional.empty(), List.of(), day.book.desk(), job -> {});
        CollectionViewModel basket = new CollectionViewModel(
                day.collectDues(),
                prints,
                day.files(),
                day.noCard(prints, background, texts),
                day.noNotes(texts),
                background,
                texts,
                new Words());
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
                Optional::empty,
                background,
                new Refusals(),
                texts,
                new Words());
    }
}
